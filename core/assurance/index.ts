// SPDX-License-Identifier: EUPL-1.2
/**
 * Assurance: what a company claims about the ten duties of care, what proves it, how fresh that
 * proof is, and whether reality agrees. Takes facts as arguments and decides what counts.
 */
export { type CheckId, checks } from './checks.ts'
export { figuresPack } from './figures.ts'
export { measureResults } from './measure.ts'
export type {
  EvidenceItem,
  EvidenceLevel,
  Lowering,
  Maturity,
  MeasureResult,
  RequirementResult,
} from './measure-result.ts'
export { type Requirement, requirementsPack } from './pack.ts'
export type { Against, Answer, Severity } from './requirement.ts'
