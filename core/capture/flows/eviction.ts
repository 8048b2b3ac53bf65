// SPDX-License-Identifier: EUPL-1.2
import type { FlowTable } from './flow-table.ts'
import type { Operations } from './operations.ts'
import type { Reassembly } from './reassembly.ts'
import { recordWords, segmentMask, segmentShift, word } from './record.ts'
import type { Rollup } from './rollup.ts'

/** Flows looked at to find the median of the last times. */
const samples = 1001

/** Takes flows out of the table: some when it is full, all in the end. */
export class Eviction {
  /** Flows that were closed before the end to make room. */
  evicted = 0
  private readonly flows: FlowTable
  private readonly rollup: Rollup
  private readonly operations: Operations
  private readonly reassembly: Reassembly

  constructor(parts: {
    readonly flows: FlowTable
    readonly rollup: Rollup
    readonly operations: Operations
    readonly reassembly: Reassembly
  }) {
    this.flows = parts.flows
    this.rollup = parts.rollup
    this.operations = parts.operations
    this.reassembly = parts.reassembly
  }

  /** Closes about the half of the flows that spoke least recently. */
  makeRoom(): void {
    const { flows } = this
    this.reassembly.finish()
    this.foldOperations()
    const before = flows.count
    const middle = this.medianLast()
    this.keep((flow) => this.lastOf(flow) > middle)
    // All of one instant: the older half by arrival then.
    if (flows.count === before) this.keep((flow) => flow >= before >>> 1)
    this.evicted += before - flows.count
  }

  /** Operations are counted per flow number; before numbers change they go to their sums. */
  foldOperations(): void {
    this.operations.fold((flow) => this.rollup.conversationOf(flow))
  }

  closeAll(): void {
    this.reassembly.finish()
    this.foldOperations()
    // Those that were answered first: where there are too many conversations, a scan must not
    // crowd out the others.
    const { count } = this.flows
    for (let flow = 0; flow < count; flow += 1) {
      if (this.rollup.isAnswered(flow)) this.rollup.close(flow)
    }
    for (let flow = 0; flow < count; flow += 1) {
      if (!this.rollup.isClosed(flow)) this.rollup.close(flow)
    }
    this.flows.clear(true)
  }

  private keep(isKept: (flow: number) => boolean): void {
    this.flows.retain((flow) => {
      if (isKept(flow)) return true
      this.rollup.close(flow)
      return false
    })
  }

  private lastOf(flow: number): number {
    const times = this.flows.doubles[flow >>> segmentShift]
    const at = ((flow & segmentMask) * recordWords + word.last) >>> 1
    return Math.max(times[at], times[at + 1])
  }

  private medianLast(): number {
    const { count } = this.flows
    const times = Array.from({ length: samples }, (_, index) =>
      this.lastOf(Math.floor((index * (count - 1)) / (samples - 1))),
    ).sort((a, b) => a - b)
    const middle = times[samples >>> 1]
    // Nothing is above the latest: then take what is strictly below it.
    return middle === times[samples - 1] ? Number.NEGATIVE_INFINITY : middle
  }
}
