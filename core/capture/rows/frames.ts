// SPDX-License-Identifier: EUPL-1.2
import type { Seen } from '../observations.ts'

/** Finds the capture of a frame that was numbered over all captures. */
export class Frames {
  private readonly lastFrames: readonly number[]

  /** Number of the last frame of each capture. */
  constructor(lastFrames: readonly number[]) {
    this.lastFrames = lastFrames
  }

  seen(global: number): Seen {
    const { lastFrames } = this
    const frame = global >>> 0
    let low = 0
    let high = lastFrames.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (lastFrames[middle] < frame) low = middle + 1
      else high = middle
    }
    return { capture: low, frame: frame - (low === 0 ? 0 : lastFrames[low - 1]) }
  }
}

/** Times of packets without any are NaN, which is no number in JSON either. */
export function finite(time: number): number {
  return Number.isFinite(time) ? time : Number.NaN
}
