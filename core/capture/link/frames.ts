// SPDX-License-Identifier: EUPL-1.2
import type { Layers } from '../flows/layers.ts'
import type { Batch } from '../readers/batch.ts'
import type { Oddities } from '../readers/oddities.ts'

/** What the stages before the flow table share. */
export interface Frames {
  readonly batch: Batch
  /** Those of the batch. */
  readonly cells: Int32Array
  readonly times: Float64Array
  readonly view: DataView
  readonly layers: Layers
  oddities: Oddities
  /** Number of the batch's first frame, counted from 1 over all captures. */
  frame: number
  /** Frames of the captures before this one. */
  framesBefore: number
}
