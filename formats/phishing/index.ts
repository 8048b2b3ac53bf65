// SPDX-License-Identifier: EUPL-1.2
/**
 * Phishing: what a phishing simulation exports about who was sent the message and what they did.
 * Every maker names the columns in its own way: they are guessed, and whoever brings the file says
 * otherwise where the guess is wrong.
 */
export {
  type DrillColumns,
  type DrillRead,
  type DrillRow,
  drillColumns,
  readDrill,
} from './read.ts'
