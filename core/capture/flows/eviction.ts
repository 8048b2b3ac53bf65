// SPDX-License-Identifier: EUPL-1.2
import type { FlowTable } from './flow-table.ts'
import type { Operations } from './operations.ts'
import { recordWords, segmentMask, segmentShift, word } from './record.ts'
import type { Rollup } from './rollup.ts'
import type { Streams } from './streams.ts'

/** Flows looked at to find the median of the last times. */
const samples = 1001

/** Takes flows out of the table: some when it is full, all in the end. */
export class Eviction {
  /** Flows that were closed before the end to make room. */
  evicted = 0
  private readonly flows: FlowTable
  private readonly rollup: Rollup
  private readonly operations: Operations
  private readonly streams: Streams

  constructor(parts: {
    readonly flows: FlowTable
    readonly rollup: Rollup
    readonly operations: Operations
    readonly streams: Streams
  }) {
    this.flows = parts.flows
    this.rollup = parts.rollup
    this.operations = parts.operations
    this.streams = parts.streams
  }

  /** Closes about the half of the flows that spoke least recently. */
  makeRoom(): void {
    const { flows } = this
    this.foldOperations()
    const before = flows.count
    const middle = this.medianFrameOrder()
    const places = new Int32Array(before).fill(-1)
    flows.retain(
      (flow) => {
        if (this.lastOf(flow) > middle) return true
        this.rollup.close(flow)
        return false
      },
      (from, to) => {
        places[from] = to
      },
    )
    // All of one instant: the older half by arrival then.
    if (flows.count === before) this.closeOlderHalf(places)
    this.evicted += before - flows.count
    this.streams.renumber((flow) => places[flow] ?? -1)
  }

  /** Operations are counted per flow number; before numbers change they go to their sums. */
  foldOperations(): void {
    this.operations.fold((flow) => this.rollup.conversationOf(flow))
  }

  closeAll(): void {
    this.foldOperations()
    for (let flow = 0; flow < this.flows.count; flow += 1) this.rollup.close(flow)
    this.flows.clear(true)
    this.streams.clear()
  }

  private closeOlderHalf(places: Int32Array): void {
    const half = this.flows.count >>> 1
    this.flows.retain(
      (flow) => {
        if (flow >= half) return true
        this.rollup.close(flow)
        return false
      },
      (from, to) => {
        places[from] = to
      },
    )
    places.fill(-1, 0, half)
  }

  private lastOf(flow: number): number {
    const times = this.flows.doubles[flow >>> segmentShift]
    const at = ((flow & segmentMask) * recordWords + word.last) >>> 1
    return Math.max(times[at], times[at + 1])
  }

  private medianFrameOrder(): number {
    const { count } = this.flows
    const times = Array.from({ length: samples }, (_, index) =>
      this.lastOf(Math.floor((index * (count - 1)) / (samples - 1))),
    ).sort((a, b) => a - b)
    const middle = times[samples >>> 1]
    // Nothing is above the latest: then take what is strictly below it.
    return middle === times[samples - 1] ? Number.NEGATIVE_INFINITY : middle
  }
}
