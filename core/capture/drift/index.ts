// SPDX-License-Identifier: EUPL-1.2
/**
 * Drift: what is usual is learnt from inspections and approved by a person; what departs from it
 * later is named, weighed with reasons, and may be set aside until a day. Pure, like inspections.
 */
export { asBaseline, learn, type TrafficBaseline } from './baseline.ts'
export {
  type Deviation,
  type DeviationKind,
  deviationKinds,
  type MaintenanceWindow,
  type Severity,
  type Suppression,
} from './deviation.ts'
export { type DriftOptions, deviations } from './deviations.ts'
export type { DriftReport } from './drift-report.ts'
