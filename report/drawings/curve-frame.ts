// SPDX-License-Identifier: EUPL-1.2

/** A point that the curve may not pass on its right. */
export interface LimitPoint {
  readonly chance: number
  readonly eur: number
  /** The curve passes it. */
  readonly isBroken: boolean
}

/** Where euros and chances are on the drawing. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly highEur: number
  readonly stepEur: number
  x(eur: number): number
  y(chance: number): number
}
