// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts } from './key-table.ts'

/** How often and when each of many statements was made: a row per statement, in typed columns. */
export class Sightings {
  count = 0
  packets = new Int32Array(64)
  /** Number of the first frame over all captures. */
  frames = new Int32Array(64)
  first = new Float64Array(64)
  last = new Float64Array(64)
  private lastFrames = new Int32Array(64)

  /** A statement that is new; returns its number. */
  add(frame: number, time: number): number {
    const index = this.count
    if (index === this.frames.length) this.grow()
    this.count = index + 1
    this.packets[index] = 1
    this.frames[index] = frame
    this.lastFrames[index] = frame
    this.first[index] = time
    this.last[index] = time
    return index
  }

  /** The same again; within one frame it counts once. */
  again(index: number, frame: number, time: number): void {
    if (this.lastFrames[index] === frame) return
    this.lastFrames[index] = frame
    this.widen(index, 1, time, time)
  }

  /** More packets in a span of time. A time that is not known (NaN) widens nothing. */
  widen(index: number, packets: number, first: number, last: number): void {
    this.packets[index] += packets
    if (first < this.first[index] || Number.isNaN(this.first[index])) this.first[index] = first
    if (last > this.last[index] || Number.isNaN(this.last[index])) this.last[index] = last
  }

  private grow(): void {
    const length = this.frames.length * 2
    this.packets = grownInts(this.packets, length)
    this.frames = grownInts(this.frames, length)
    this.lastFrames = grownInts(this.lastFrames, length)
    this.first = grownDoubles(this.first, length)
    this.last = grownDoubles(this.last, length)
  }
}
