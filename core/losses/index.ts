// SPDX-License-Identifier: EUPL-1.2
/**
 * Losses: risks, treatments, processes and crown jewels as one input of the simulation. What nobody
 * has estimated is named as missing and never counts as nothing; every number leads back to the
 * record that holds it.
 */
import * as lines from './lines.ts'
import * as plans from './options.ts'

export { type AgainstAppetite, againstAppetite } from './appetite.ts'
export { type LossBook, lossBook } from './book.ts'
export type { LossCheck } from './checks.ts'
export type { TreatmentEffect } from './effects.ts'
export type { RiskEstimate } from './estimate.ts'
export { kindsOfLosses, type LossFacts } from './facts.ts'
export { inputOf, type TreatmentsOn, treatmentsOn } from './input.ts'
export type { Interval } from './interval.ts'

/** `lines`: records read by the names of their fields; `plans`: what can be done, worth and money. */
export { lines, plans }
