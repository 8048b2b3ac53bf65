// SPDX-License-Identifier: EUPL-1.2
/**
 * Findings: what scanners and testers report, whatever they write it in. Each has a fingerprint
 * that stays the same when the same thing is found again.
 */
export {
  type FindingsRead,
  type ForeignFinding,
  findingLimits,
  fingerprintOf,
  hostOf,
  type Severity,
  severityOfScore,
  severityOfWord,
} from './finding.ts'
export { readFindingTable } from './table.ts'
