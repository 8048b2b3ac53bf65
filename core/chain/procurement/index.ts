// SPDX-License-Identifier: EUPL-1.2
/** Security asked before something is bought: points by number, and how far a purchase is with them. */
export { type Point, points, pointsFor, type Section, sections } from './points.ts'
export { type Sort, sorts } from './sort.ts'
export {
  firstRows,
  type Line,
  type PurchaseStanding,
  purchaseStanding,
  type Row,
} from './standing.ts'
