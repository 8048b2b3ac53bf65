// SPDX-License-Identifier: EUPL-1.2
/**
 * Losses: the registers of risks, treatments, processes and crown jewels as one input of the
 * simulation. What nobody has estimated is named as missing and never counts as nothing; every
 * number leads back to the record that holds it.
 */
export { type AgainstAppetite, type AppetitePoint, againstAppetite } from './appetite.ts'
export { type LossBook, lossBook } from './book.ts'
export type { LossCheck } from './checks.ts'
export type { TreatmentEffect } from './effects.ts'
export type { RiskEstimate } from './estimate.ts'
export { kindsOfLosses, kindsOfTrail, type LossFacts } from './facts.ts'
export { type HazardId, hazards } from './hazards.ts'
export { inputOf, type TreatmentsOn, treatmentsOn } from './input.ts'
export type { Interval } from './interval.ts'
export { type BestPlan, bestPlan, type OptionLine, optionLines } from './options.ts'
export { kindsOfProposals, type Proposal, type Proposed, proposalsOf } from './proposals.ts'
export { type Trail, trailOf } from './trail.ts'
