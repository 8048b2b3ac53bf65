// SPDX-License-Identifier: EUPL-1.2
/**
 * Response: from a match to what is done about it. When to act and why, the next stop in which it can
 * be done, what a newer revision changed, and an advisory in a form that people can be shown.
 */
export { billVerdict } from './bill.ts'
export { type Concern, concernsOf, type DeviceLine } from './concerns.ts'
export {
  type DecisionFacts,
  type DecisionReason,
  type Exposure,
  type Proposal,
  proposed,
  type When,
} from './decision.ts'
export { type Difference, differencesBetween } from './differences.ts'
export {
  type AdvisoryView,
  type Fix,
  fixOf,
  viewOf,
  type WeaknessView,
  weaknessName,
} from './view.ts'
export { nextWindow, type PatchWindow } from './window.ts'
