// SPDX-License-Identifier: EUPL-1.2
/**
 * Risk: what may be lost in a year, in euros, from estimates people can give. Frequencies and losses
 * are drawn by seeded streams that belong to a risk and a block of years, so that blocks may be
 * drawn by any number of workers and the figures stay the same to the last bit.
 */
export { type BlockResult, BlockRunner } from './block.ts'
export { type LossRule, lossProblems } from './check.ts'
export type {
  FrequencyInput,
  InsuranceInput,
  LossInput,
  SeverityInput,
} from './input.ts'
export { expectedLosses } from './means.ts'
export { type LossModel, lossModel } from './model.ts'
export { type LossResult, lossResult } from './result.ts'
export { blockCount, Tally } from './tally.ts'
