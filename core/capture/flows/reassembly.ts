// SPDX-License-Identifier: EUPL-1.2
import { cut } from '../link/redundancy.ts'
import { cell, rowShift as importedRowShift } from '../readers/batch.ts'
import type { Dispatch } from './desk.ts'
import { Memory } from './memory.ts'
import { bit } from './record.ts'
import { statement } from './recorder.ts'
import { arrival, Stream, Streams } from './streams.ts'
import type { PartyWords } from './window.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  expected: cellExpected,
  flow: cellFlow,
  from: cellFrom,
  marks: cellMarks,
  tcp: cellTcp,
  wire: cellWire,
} = cell
const { protocol: bitProtocol, stream: bitStream } = bit
const { gap: cutGap } = cut
const rowShift = importedRowShift

/** Segments that may wait for one that is missing; then it counts as lost. */
const maxEarly = 16

/** A direction that is put together, and what the window showed when it was added to last. */
interface Held {
  readonly stream: Stream
  readonly flow: number
  readonly isFromServer: boolean
  readonly source: PartyWords
  readonly destination: PartyWords
  readonly service: number
  state: number
  frame: number
  time: number
}

/** Hands payloads to decoders and keeps what they could not use yet. */
export class Reassembly {
  readonly streams: Streams<Held>
  readonly memory: Memory
  private readonly desk: Dispatch

  constructor(desk: Dispatch) {
    this.desk = desk
    this.streams = new Streams(desk.limits.streams)
    this.memory = new Memory(desk)
  }

  holds(flow: number, direction: number): boolean {
    return this.streams.get(flow, direction) !== undefined
  }

  /** Whether a segment from one sequence number to another still brings something. */
  waitsFor(flow: number, direction: number, from: number, to: number): boolean {
    return this.streams.get(flow, direction)?.stream.lacks(from, to) ?? false
  }

  /**
   * What the decoder used of an equal payload before, when there was one: what it said is counted
   * again. Else one of the answers of `Memory.find`.
   */
  recall(row: number, state: number, isFromServer: boolean): number {
    const { network, store } = this.desk
    const { memory } = this
    const known = memory.find(row, state & bitProtocol, isFromServer)
    if (known < 0) return known
    const time = network.times[row >>> rowShift]
    const more = memory.repeat(known, time)
    if (more !== undefined) {
      store.context.frame = network.frame + (row >>> rowShift)
      store.context.wire = network.cells[row + cellWire]
      store.context.flow = network.cells[row + cellFlow]
      store.repeat(more)
    }
    return memory.consumedOf(known)
  }

  /** Decodes the payload that the window shows; `recalled` is what `recall` answered, or -2. */
  decode(row: number, flow: number, state: number, recalled: number): number {
    const { network, window } = this.desk
    const { cells, view } = network
    const limit = this.limitOf(state)
    const tcp = cells[row + cellTcp]
    if (limit === 0 || tcp === 0 || window.isCut) {
      this.read(state, recalled)
      return state
    }
    const sequence = view.getInt32(tcp + 4)
    const expected = cells[row + cellExpected]
    if ((cells[row + cellMarks] & cutGap) !== 0 && ((sequence - expected) | 0) <= limit) {
      return this.begin(row, flow, state, expected, window.from)
    }
    const length = window.to - window.from
    const left = length - this.read(state, recalled)
    if (left === 0) return state
    if (left > limit) return this.lost(state)
    return this.begin(row, flow, state, (sequence + length - left) | 0, window.to - left)
  }

  /** Adds the payload to what its direction holds and decodes what is whole now. */
  continue(row: number, flow: number, state: number): number {
    const { network, window, store } = this.desk
    const { cells, view } = network
    const direction = cells[row + cellDirection]
    const held = this.streams.get(flow, direction) as Held
    const { stream } = held
    const limit = this.limitOf(state)
    const tcp = cells[row + cellTcp]
    if (tcp === 0 || limit === 0) return this.dropped(flow, direction, state)
    held.state = state
    held.frame = store.context.frame
    held.time = store.context.time
    const segment = window.bytes.subarray(window.from, window.to)
    const sequence = view.getInt32(tcp + 4)
    const came = stream.add(sequence, segment, limit)
    if (came === arrival.known) return state
    if (came === arrival.early && stream.waiting < maxEarly && !window.isCut) return state
    if (came !== arrival.inOrder) {
      this.lost(state)
      stream.skipGap()
      if (came === arrival.tooMuch) stream.add(sequence, segment, limit)
    }
    this.runStream(stream, state)
    if (window.isCut || stream.length > limit) this.lost(state)
    else if (!stream.isEmpty) return state
    return this.dropped(flow, direction, state)
  }

  /** The captures end, or flows get new numbers: what still waits will not be completed. */
  finish(): void {
    const { window, store } = this.desk
    for (const held of this.streams.all()) {
      if (held.stream.waiting === 0) continue
      window.source.set(held.source)
      window.destination.set(held.destination)
      window.isFromServer = held.isFromServer
      window.isCut = false
      window.type = 0
      Object.assign(store.context, { frame: held.frame, time: held.time, wire: 0 })
      Object.assign(store.context, { service: held.service, flow: held.flow })
      this.lost(held.state)
      held.stream.skipGap()
      this.runStream(held.stream, held.state)
    }
    this.streams.clear()
  }

  private begin(row: number, flow: number, state: number, start: number, from: number): number {
    const { network, window, store } = this.desk
    const { cells, view } = network
    const { frame, time, service } = store.context
    const { isFromServer } = window
    const stream = new Stream(start)
    const source = window.source.words()
    const destination = window.destination.words()
    const held = { stream, flow, state, frame, time, service, isFromServer, source, destination }
    this.streams.set(flow, cells[row + cellDirection], held)
    const offset = from - cells[row + cellFrom]
    const sequence = (view.getInt32(cells[row + cellTcp] + 4) + offset) | 0
    stream.add(sequence, window.bytes.subarray(from, window.to), this.limitOf(state))
    return state | bitStream
  }

  private runStream(stream: Stream, state: number): void {
    const { window } = this.desk
    window.bytes = stream.bytes
    window.view = stream.view
    window.from = 0
    window.to = stream.length
    stream.consume(this.run(state))
  }

  private lost(state: number): number {
    this.desk.network.oddities.add('stream-lost')
    return state
  }

  private limitOf(state: number): number {
    const { registry, limits } = this.desk
    return Math.min(registry.streamBytes[state & bitProtocol], limits.streamBytes)
  }

  private dropped(flow: number, direction: number, state: number): number {
    this.streams.drop(flow, direction)
    return this.holds(flow, 1 - direction) ? state : state & ~bitStream
  }

  /** As `run`, and remembers what is said of a payload that was looked for in vain. */
  private read(state: number, recalled: number): number {
    if (recalled >= 0) return recalled
    if (recalled === -2) return this.run(state)
    const { window, store } = this.desk
    const said = statement()
    const length = window.to - window.from
    store.statement = said
    window.destination.isNamed = false
    said.consumed = this.run(state)
    const { isNamed } = window.destination
    if (store.statement === said) this.memory.keep(state & bitProtocol, length, said, isNamed)
    store.statement = undefined
    return said.consumed
  }

  /** Runs the decoder on the window; returns how many bytes it used. */
  private run(state: number): number {
    const { registry, window, store, network } = this.desk
    const protocol = registry.protocols[state & bitProtocol]
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
