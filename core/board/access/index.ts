// SPDX-License-Identifier: EUPL-1.2
/**
 * Access: who can sign in where by what directories and machines export, beside the register of
 * people; and what signed reviews of it prove for the duties of care.
 */
export { type ReviewTable, reviewTable, type SinceThen, sinceThen } from './frozen.ts'
export { type AccessProof, accessProofs, reviewTermDays } from './reviews.ts'
export {
  type AccessFacts,
  type AccessStanding,
  type AccountFlag,
  type AccountLine,
  accessStanding,
  accountFlags,
} from './standing.ts'
