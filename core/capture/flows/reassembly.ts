// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Dispatch } from './dispatch.ts'
import { canRemember, Memory } from './memory.ts'
import { bit } from './record.ts'
import type { Kept } from './recorder.ts'
import { addSegment, consume, type Stream, Streams } from './streams.ts'

/** Segments that may wait for one that is missing; then it counts as lost. */
const maxEarly = 16

/** Hands payloads to decoders and keeps what they could not use yet. */
export class Reassembly {
  readonly streams: Streams
  readonly memory: Memory
  private readonly desk: Dispatch

  constructor(desk: Dispatch) {
    this.desk = desk
    this.streams = new Streams(desk.limits.streams)
    this.memory = new Memory(desk.seed)
  }

  holds(flow: number, direction: number): boolean {
    return this.streams.get(flow, direction) !== undefined
  }

  /** Whether a segment that ends at this sequence number still brings something. */
  waitsFor(flow: number, direction: number, end: number): boolean {
    const stream = this.streams.get(flow, direction)
    return stream !== undefined && ((end - (stream.start + stream.length)) | 0) > 0
  }

  /** Decodes the payload that the window shows. `wasAsked`: by the scan. */
  decode(row: number, flow: number, state: number, wasAsked: boolean): number {
    const { network, window } = this.desk
    const { cells, view } = network
    const limit = this.limitOf(state)
    const tcp = cells[row + cell.tcp]
    const length = window.to - window.from
    const left = length - this.read(state, wasAsked)
    if (left === 0 || limit === 0 || tcp === 0 || window.isCut || left > limit) return state
    const start = (view.getInt32(tcp + 4) + length - left) | 0
    const stream = this.streams.begin(flow, cells[row + cell.direction], start)
    addSegment(stream, start, window.bytes.subarray(window.to - left, window.to), limit)
    return state | bit.stream
  }

  /** Adds the payload to what its direction holds and decodes what is whole now. */
  continue(row: number, flow: number, state: number): number {
    const { network, window } = this.desk
    const { cells, view } = network
    const direction = cells[row + cell.direction]
    const stream = this.streams.get(flow, direction) as Stream
    const limit = this.limitOf(state)
    const tcp = cells[row + cell.tcp]
    if (tcp === 0 || limit === 0) return this.dropped(flow, direction, state)
    const segment = window.bytes.subarray(window.from, window.to)
    const arrival = addSegment(stream, view.getInt32(tcp + 4), segment, limit)
    if (arrival === 'old') return state
    if (arrival === 'early' && stream.early.length < maxEarly && !window.isCut) return state
    if (arrival !== 'in-order' || window.isCut) {
      network.oddities.add(arrival === 'in-order' ? 'stream-cut' : 'stream-lost')
      return this.dropped(flow, direction, state)
    }
    window.bytes = stream.bytes
    window.view = stream.view
    window.from = 0
    window.to = stream.length
    consume(stream, this.run(state))
    if (stream.length > 0 || stream.early.length > 0) return state
    return this.dropped(flow, direction, state)
  }

  private limitOf(state: number): number {
    const { registry, limits } = this.desk
    return Math.min(registry.streamBytes[state & bit.protocol], limits.streamBytes)
  }

  private dropped(flow: number, direction: number, state: number): number {
    this.streams.drop(flow, direction)
    return this.holds(flow, 1 - direction) ? state : state & ~bit.stream
  }

  /** As `run`, or what was said of an equal payload before. */
  private read(state: number, wasAsked: boolean): number {
    const { window, store, registry } = this.desk
    // Payloads that the scan did not ask for say little: decoding them is cheaper than a hash.
    if (!wasAsked || !canRemember(window)) return this.run(state)
    const number = state & bit.protocol
    const { memory } = this
    const volatile = registry.protocols[number]?.volatile
    const known = memory.find(window, number, store.context.service, volatile)
    if (known >= 0) {
      if (memory.repeat(known, store.context.time)) store.repeat(memory.statement(known))
      return memory.consumed[known]
    }
    const statement = { kept: new Set<Kept>(), events: [], layers: [], oddities: [], consumed: 0 }
    const length = window.to - window.from
    store.statement = statement
    statement.consumed = this.run(state)
    if (store.statement === statement) memory.keep(number, length, statement)
    store.statement = undefined
    return statement.consumed
  }

  /** Runs the decoder on the window; returns how many bytes it used. */
  private run(state: number): number {
    const { registry, window, store, network } = this.desk
    const protocol = registry.protocols[state & bit.protocol]
    const length = window.to - window.from
    if (protocol === undefined) return length
    store.context.protocol = protocol.name
    try {
      const consumed = protocol.decode(window, store) ?? length
      return consumed >= 0 && consumed <= length ? consumed : length
    } catch {
      // Decoders are total by contract; one that is not must not take the others down.
      network.oddities.add(`decoder-fault.${protocol.name}`)
      store.statement = undefined
      return length
    }
  }
}
