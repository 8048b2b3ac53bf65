// SPDX-License-Identifier: EUPL-1.2
import type { Network } from '../link/network-stage.ts'
import type { Dispatcher } from './dispatch.ts'
import type { FlowTable } from './flow-table.ts'
import type { Moves } from './moves.ts'
import { basis, bit, recordWords, segmentMask, segmentShift, word } from './record.ts'
import type { Rollup } from './rollup.ts'
import type { Senders } from './senders.ts'

const fin = 1
const syn = 2
const reset = 4
const ack = 16

/** Further back than this a segment belongs to another connection on the same ports. */
const oldestRetransmission = -(1 << 22)

/** Books every packet on its flow and hands its payload on. */
export class Account {
  /** The packet at hand: where to go on when a protocol threw. */
  cursor = 0
  private readonly network: Network
  private readonly flows: FlowTable
  private readonly senders: Senders
  private readonly moves: Moves
  private readonly rollup: Rollup
  private readonly dispatcher: Dispatcher
  /** 1 where a port is known for servers. */
  private readonly tcpServers: Uint8Array
  private readonly udpServers: Uint8Array

  constructor(parts: {
    readonly network: Network
    readonly flows: FlowTable
    readonly senders: Senders
    readonly moves: Moves
    readonly rollup: Rollup
    readonly dispatcher: Dispatcher
    readonly tcpServers: Uint8Array
    readonly udpServers: Uint8Array
  }) {
    this.network = parts.network
    this.flows = parts.flows
    this.senders = parts.senders
    this.moves = parts.moves
    this.rollup = parts.rollup
    this.dispatcher = parts.dispatcher
    this.tcpServers = parts.tcpServers
    this.udpServers = parts.udpServers
  }

  /** Packets `start` to `end` of the batch, whose flows are known. */
  book(start: number, end: number): void {
    const { batch } = this.network
    const { words, doubles } = this.flows
    const { flow, direction, wire, time, macHigh, macLow, tcp, from, to } = batch
    const senders = this.senders
    for (let index = start; index < end; index += 1) {
      this.cursor = index
      const number = flow[index] as number
      const segment = number >>> segmentShift
      const record = words[segment] as Int32Array
      const base = (number & segmentMask) * recordWords
      const way = direction[index] as number
      const sender = record[base + word.senders + way] as number
      if (
        sender < 0 ||
        senders.macHigh[sender] !== macHigh[index] ||
        senders.macLow[sender] !== macLow[index]
      ) {
        this.changeSender(index, number, record, base + word.senders + way)
      }
      const bytes = (record[base + word.bytes + way] as number) + (wire[index] as number)
      // Kept below 2^31: what is full is added to the sums and begins again.
      if (bytes > 0x7fffffff) {
        this.rollup.flush(number)
        record[base + word.bytes + way] = wire[index] as number
      } else record[base + word.bytes + way] = bytes
      record[base + word.packets + way] = (record[base + word.packets + way] as number) + 1
      const times = doubles[segment] as Float64Array
      const slot = ((base + word.last) >>> 1) + way
      if ((time[index] as number) > (times[slot] as number)) times[slot] = time[index] as number
      const hasPayload = (from[index] as number) < (to[index] as number)
      if (tcp[index] !== 0) {
        if (!this.tcp(index, number, record, base, hasPayload)) continue
      }
      if (hasPayload) {
        const state = record[base + word.state] as number
        const next = this.dispatcher.payload(index, number, state)
        if (next !== state) record[base + word.state] = next
      }
    }
  }

  /** A new flow: who opened it, as far as this packet shows. */
  readonly created = (index: number, flow: number): void => {
    const { batch, view, frame } = this.network
    const segment = flow >>> segmentShift
    const record = this.flows.words[segment] as Int32Array
    const first = this.flows.first[segment] as Float64Array
    const base = (flow & segmentMask) * recordWords
    record[base + word.frame] = frame + index
    const time = batch.time[index] as number
    if (!Number.isNaN(time)) first[flow & segmentMask] = time
    const way = batch.direction[index] as number
    const protocol = batch.protocol[index] as number
    let isSourceClient = true
    let sure: number = basis.first
    const tcp = batch.tcp[index] as number
    const flags = tcp === 0 ? 0 : view.getUint8(tcp + 13)
    if ((flags & syn) !== 0) {
      isSourceClient = (flags & ack) === 0
      sure = basis.handshake
    } else if (protocol === 6 || protocol === 17) {
      const ports = batch.key2[index] as number
      const source = way === 0 ? ports >>> 16 : ports & 0xffff
      const destination = way === 0 ? ports & 0xffff : ports >>> 16
      const order = this.likelihood(protocol, source) - this.likelihood(protocol, destination)
      if (order !== 0) {
        isSourceClient = order < 0
        sure = basis.port
      }
    }
    const isClientSecond = (way === 1) === isSourceClient
    record[base + word.state] = (isClientSecond ? bit.clientIsSecond : 0) | (sure << bit.basisShift)
  }

  /** How much a port looks like a server's: 2 known, 1 privileged, 0 anything else. */
  private likelihood(protocol: number, port: number): number {
    const known = protocol === 6 ? this.tcpServers[port] : this.udpServers[port]
    if (known === 1) return 2
    return port < 1024 && port > 0 ? 1 : 0
  }

  /** TCP state; false when the payload was seen before. */
  private tcp(
    index: number,
    flow: number,
    record: Int32Array,
    base: number,
    hasPayload: boolean,
  ): boolean {
    const { batch, view } = this.network
    const at = batch.tcp[index] as number
    const flags = view.getUint8(at + 13)
    const way = batch.direction[index] as number
    if ((flags & (syn | reset)) !== 0) {
      this.handshake(flags, way, record, base + word.state)
      if ((flags & syn) !== 0) {
        const marks = this.flows.sequences[flow >>> segmentShift] as Int32Array
        const mark = (flow & segmentMask) * 2 + way
        marks[mark] = (view.getInt32(at + 4) + 1) | 0
      }
    } else if (((record[base + word.state] as number) & bit.established) === 0) {
      record[base + word.state] = (record[base + word.state] as number) | bit.established
    }
    if (!hasPayload) return true
    const marks = this.flows.sequences[flow >>> segmentShift] as Int32Array
    const mark = (flow & segmentMask) * 2 + way
    const expected = marks[mark] as number
    const end = (view.getInt32(at + 4) + (batch.length[index] as number)) | 0
    const ahead = (end - expected) | 0
    if (expected !== 0 && ahead <= 0 && ahead > oldestRetransmission) {
      // A direction that holds back bytes may be waiting for this very segment.
      if (((record[base + word.state] as number) & bit.stream) !== 0) return true
      this.network.oddities.add('tcp-retransmission')
      return false
    }
    if (expected !== 0 && ahead > (batch.length[index] as number) && ahead < 0x40000000) {
      this.network.oddities.add('tcp-gap')
    }
    marks[mark] = (flags & fin) === 0 ? end : end + 1
    return true
  }

  /** A handshake seen later than the first packet still tells who opened. */
  private handshake(flags: number, way: number, record: Int32Array, at: number): void {
    let state = record[at] as number
    if ((flags & syn) !== 0) {
      const isClient = (flags & ack) === 0
      if (isClient) state |= bit.synSeen
      else state |= bit.established
      if ((state & bit.basis) >>> bit.basisShift !== basis.handshake) {
        const isSecond = (way === 1) === isClient
        state = (state & ~bit.basis & ~bit.clientIsSecond) | (basis.handshake << bit.basisShift)
        if (isSecond) state |= bit.clientIsSecond
      }
    }
    record[at] = state
  }

  /** First packet of a direction, or its frames come from another MAC than before. */
  private changeSender(index: number, flow: number, record: Int32Array, at: number): void {
    const { batch, view, frame } = this.network
    const version = batch.version[index] as number
    const address = batch.source[index] as number
    const vlan = batch.vlan[index] as number
    const high = batch.macHigh[index] as number
    const low = batch.macLow[index] as number
    if ((record[at] as number) === 0 && this.senders.isFull) return
    if ((record[at] as number) >= 0) this.rollup.flush(flow)
    const { senders } = this
    const id = senders.idOf(high, low, address, version, vlan)
    record[at] = id
    const time = batch.time[index] as number
    if (time < (senders.first[id] as number)) senders.first[id] = time
    if (senders.frames[id] === 0) {
      senders.frames[id] = frame + index
      if (version !== 0) {
        const offset = (batch.network[index] as number) + (version === 4 ? 8 : 7)
        senders.ttl[id] = view.getUint8(offset)
      }
    }
    if (version !== 0 && high >= 0)
      this.moves.traffic(address, version, vlan, high, low, frame + index)
  }
}
