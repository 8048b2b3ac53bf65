// SPDX-License-Identifier: EUPL-1.2
/**
 * Capture: reads what a network tap recorded and says what is there. Bytes go in, observations
 * come out: who sends, who talks to whom about what, what messages state about devices, what is
 * strange. It never sends anything and never touches a disk; the caller feeds it chunks.
 */
export {
  type Asset,
  type Coverage,
  type Detection,
  detectionKinds,
  type FrameRef,
  type Role,
} from './asset.ts'
export { CardMakers } from './card-makers.ts'
export { type FoundFrame, FrameSearch } from './frame-search.ts'
export { Inspection } from './inspection.ts'
export type { InspectionReport } from './inspection-report.ts'
export { mirrorSigns } from './mirror.ts'
export { protocols } from './protocols/index.ts'
export { NotACapture } from './readers/not-a-capture.ts'
export { inspectionReport } from './report.ts'
