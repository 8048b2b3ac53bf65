// SPDX-License-Identifier: EUPL-1.2
import type { Dispatch } from './dispatch.ts'
import { canRemember, Memory } from './memory.ts'
import { bit } from './record.ts'
import { addSegment, consume, type Stream, Streams } from './streams.ts'

/** Segments that may wait for one that is missing; then it counts as lost. */
const maxEarly = 16

/** Hands payloads to decoders and keeps what they could not use yet. */
export class Reassembly {
  readonly streams: Streams
  private readonly memory: Memory
  private readonly desk: Dispatch

  constructor(desk: Dispatch) {
    this.desk = desk
    this.streams = new Streams(desk.limits.streams)
    this.memory = new Memory(desk.seed)
  }

  holds(flow: number, direction: number): boolean {
    return this.streams.get(flow, direction) !== undefined
  }

  /** Decodes the payload that the window shows. */
  decode(index: number, flow: number, state: number, isRepeated: boolean): number {
    const { network, window } = this.desk
    const { batch, view } = network
    const limit = this.limitOf(state)
    const tcp = batch.tcp[index] as number
    if (limit === 0 || tcp === 0) {
      this.read(state, isRepeated)
      return state
    }
    const sequence = view.getInt32(tcp + 4)
    const length = window.to - window.from
    const consumed = this.read(state, isRepeated)
    const left = length - consumed
    if (left === 0 || window.isCut || left > limit) return state
    const direction = batch.direction[index] as number
    const stream = this.streams.begin(flow, direction, (sequence + consumed) | 0)
    addSegment(
      stream,
      (sequence + consumed) | 0,
      window.bytes.subarray(window.from + consumed, window.to),
      limit,
    )
    return state | bit.stream
  }

  /** Adds the payload to what its direction holds and decodes what is whole now. */
  continue(index: number, flow: number, state: number): number {
    const { network, window } = this.desk
    const { batch, view } = network
    const direction = batch.direction[index] as number
    const stream = this.streams.get(flow, direction) as Stream
    const limit = this.limitOf(state)
    const tcp = batch.tcp[index] as number
    if (tcp === 0 || limit === 0) return this.dropped(flow, direction, state)
    const segment = window.bytes.subarray(window.from, window.to)
    const arrival = addSegment(stream, view.getInt32(tcp + 4), segment, limit)
    if (arrival === 'old') {
      network.oddities.add('tcp-retransmission')
      return state
    }
    if (arrival === 'early' && stream.early.length < maxEarly && !window.isCut) return state
    if (arrival !== 'in-order' || window.isCut) {
      network.oddities.add(arrival === 'in-order' ? 'stream-cut' : 'stream-lost')
      return this.dropped(flow, direction, state)
    }
    window.bytes = stream.bytes
    window.view = stream.view
    window.from = 0
    window.to = stream.length
    const consumed = this.run(state)
    consume(stream, consumed)
    if (stream.length === 0 && stream.early.length === 0) {
      return this.dropped(flow, direction, state)
    }
    return state
  }

  private limitOf(state: number): number {
    const { registry, limits } = this.desk
    const bytes = registry.streamBytes[state & bit.protocol] as number
    return Math.min(bytes, limits.streamBytes)
  }

  private dropped(flow: number, direction: number, state: number): number {
    this.streams.drop(flow, direction)
    return this.holds(flow, 1 - direction) ? state : state & ~bit.stream
  }

  /** As `run`, or what was said of an equal payload before. */
  private read(state: number, isRepeated: boolean): number {
    const { window, store, registry } = this.desk
    if (!isRepeated || !canRemember(window)) return this.run(state)
    const number = state & bit.protocol
    const protocol = registry.protocols[number]
    const { memory } = this
    const known = memory.find(window, number, store.context.service, protocol?.volatile)
    if (known !== undefined) {
      store.repeat(known)
      return known.consumed
    }
    const statement = { kept: [], events: [], layers: [], oddities: [], consumed: 0 }
    store.statement = statement
    const length = window.to - window.from
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
