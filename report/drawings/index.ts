// SPDX-License-Identifier: EUPL-1.2
/**
 * Drawings: pictures as plain functions from values to SVG, with their own measured layout, the
 * same on screen and on paper. Each comes with a table that says the same.
 */
export { type CurveLine, type CurveWords, type LossCurve, lossCurve } from './curve.ts'
export { type DikeSection, type DikeWords, dike } from './dike.ts'
export { dikeMark } from './dike-mark.ts'
export {
  type Drawing,
  type DrawingTable,
  onPaper,
  onScreen,
  type Palette,
  type Style,
} from './drawing.ts'
export { type EuroBar, euroBar, euroBars, euroScale } from './euro-bars.ts'
export { type GanttGroup, type GanttRow, type GanttWords, gantt } from './gantt.ts'
export { type MatrixRisk, type MatrixWords, riskMatrix } from './matrix.ts'
export { type NetworkWords, network } from './network.ts'
export type { NetworkFlow, NetworkZone } from './network-layout.ts'
export { type RoadmapPhase, type RoadmapWords, roadmap } from './roadmap.ts'
export { escaped, textWidth } from './svg.ts'
export { type TrendWords, trend } from './trend.ts'
