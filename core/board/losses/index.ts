// SPDX-License-Identifier: EUPL-1.2
/**
 * Losses: the risks of the registers in euros, as `@schouw/core/losses` makes them, with what only
 * the registers know: drafts with their grounds, and the way from a finding to the decision.
 */
import { plans } from '@schouw/core/losses'

export {
  type AgainstAppetite,
  againstAppetite,
  type Interval,
  inputOf,
  kindsOfLosses,
  type LossBook,
  type LossCheck,
  type LossFacts,
  lossBook,
  type RiskEstimate,
  type TreatmentEffect,
  type TreatmentsOn,
  treatmentsOn,
} from '@schouw/core/losses'
export { kindsOfTrail } from './facts.ts'
export { type HazardId, hazards } from './hazards.ts'
export { partOf } from './part.ts'
export {
  type Exploited,
  exploitedHazard,
  kindsOfProposals,
  type Proposal,
  type Proposed,
  proposalsOf,
} from './proposals.ts'
export { type Trail, trailOf } from './trail.ts'

export type BestPlan = plans.BestPlan
export type OptionLine = plans.OptionLine
export const { bestPlan, optionLines } = plans
