// SPDX-License-Identifier: EUPL-1.2
/**
 * Baseline: `baseline.json` as `schouw nulmeting` writes it, read back from whoever kept it. Only
 * what others build on is checked; what is not there is said with its path.
 */
export { type BaselineOutcome, readBaseline } from './read.ts'
