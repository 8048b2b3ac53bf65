// SPDX-License-Identifier: EUPL-1.2
/**
 * Assurance: what a company claims about the ten duties of care, what proves it, how fresh that
 * proof is, and whether reality agrees. Takes facts as arguments and decides what counts.
 */
export type {
  EvidenceItem,
  EvidenceLevel,
  Maturity,
  MeasureResult,
  RequirementResult,
} from './measure-result.ts'
