// SPDX-License-Identifier: EUPL-1.2
import type { Network } from '../link/network.ts'
import { cut } from '../link/redundancy.ts'
import {
  cell,
  rowCells as importedRowCells,
  rowShift as importedRowShift,
} from '../readers/batch.ts'
import type { Dispatcher } from './dispatch.ts'
import { Fetch } from './fetch.ts'
import type { FlowTable } from './flow-table.ts'
import { Late } from './late.ts'
import type { Moves } from './moves.ts'
import type { Operations } from './operations.ts'
import {
  basis,
  bit,
  recordWords as importedRecordWords,
  segmentMask as importedSegmentMask,
  segmentShift as importedSegmentShift,
  word,
} from './record.ts'
import type { Rollup } from './rollup.ts'
import type { Senders } from './senders.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  expected: cellExpected,
  flow: cellFlow,
  from: cellFrom,
  key: cellKey,
  length: cellLength,
  macHigh: cellMacHigh,
  macLow: cellMacLow,
  marks: cellMarks,
  network: cellNetwork,
  protocol: cellProtocol,
  source: cellSource,
  tcp: cellTcp,
  to: cellTo,
  version: cellVersion,
  vlan: cellVlan,
  wire: cellWire,
} = cell
const {
  bytes: wordBytes,
  frame: wordFrame,
  last: wordLast,
  packets: wordPackets,
  senders: wordSenders,
  state: wordState,
} = word
const {
  basis: bitBasis,
  basisShift: bitBasisShift,
  clientIsSecond: bitClientIsSecond,
  established: bitEstablished,
  synSeen: bitSynSeen,
} = bit
const { gap: cutGap } = cut
const { first: basisFirst, handshake: basisHandshake, port: basisPort } = basis
const rowCells = importedRowCells
const rowShift = importedRowShift
const recordWords = importedRecordWords
const segmentShift = importedSegmentShift
const segmentMask = importedSegmentMask

const fin = 1
const syn = 2
const reset = 4
const ack = 16

/** Further back than this a segment belongs to another connection on the same ports. */
const oldestRetransmission = -(1 << 22)
/** Further ahead than any window is no gap either. */
const furthestGap = 1 << 30

export interface AccountParts {
  readonly network: Network
  readonly flows: FlowTable
  readonly senders: Senders
  readonly moves: Moves
  readonly rollup: Rollup
  readonly operations: Operations
  readonly dispatcher: Dispatcher
  /** 1 where a port is known for servers. */
  readonly tcpServers: Uint8Array
  readonly udpServers: Uint8Array
}

/** Books every packet on its flow and hands its payload on. */
export class Account {
  /** Row of the packet at hand: where to go on when a protocol threw. */
  cursor = 0
  readonly late = new Late()
  private readonly parts: AccountParts
  private readonly fetch = new Fetch()

  constructor(parts: AccountParts) {
    this.parts = parts
  }

  /** The packets of rows `start` to `end`, whose flows are known. */
  book(start: number, end: number): void {
    const { network, flows, senders, rollup, dispatcher } = this.parts
    this.fetch.run(this.parts, start, end)
    const { cells, times } = network
    const { words, doubles } = flows
    for (let row = start; row < end; row += rowCells) {
      const flow = cells[row + cellFlow]
      const segment = flow >>> segmentShift
      const record = words[segment]
      const base = (flow & segmentMask) * recordWords
      const way = cells[row + cellDirection]
      const sender = record[base + wordSenders + way]
      if (
        sender < 0 ||
        senders.macs[sender * 2] !== cells[row + cellMacHigh] ||
        senders.macs[sender * 2 + 1] !== cells[row + cellMacLow]
      ) {
        this.changeSender(row, flow, record, base + wordSenders + way)
      }
      const wire = cells[row + cellWire]
      let bytes = record[base + wordBytes + way] + wire
      // Kept below 2^31: what is full is added to the sums and begins again.
      if (bytes > 0x7fffffff) {
        rollup.flush(flow)
        bytes = wire
      }
      record[base + wordBytes + way] = bytes
      record[base + wordPackets + way] += 1
      const last = doubles[segment]
      const slot = ((base + wordLast) >>> 1) + way
      const time = times[row >>> rowShift]
      if (time > last[slot]) last[slot] = time
      else if (time < last[slot]) this.earlier(flow, record[base + wordSenders + way], time)
      if (cells[row + cellTcp] !== 0 && !this.tcp(row, flow, record, base)) continue
      if (cells[row + cellFrom] < cells[row + cellTo]) {
        this.cursor = row
        const state = record[base + wordState]
        const next = dispatcher.payload(row, flow, state)
        if (next !== state) record[base + wordState] = next
      }
    }
  }

  /** The packet's time lies before that of one that came before it. */
  private earlier(flow: number, sender: number, time: number): void {
    const { flows, senders } = this.parts
    const first = flows.first[flow >>> segmentShift]
    if (time < first[flow & segmentMask]) first[flow & segmentMask] = time
    if (time < senders.first[sender]) senders.first[sender] = time
  }

  /** A new flow: who opened it, as far as this packet shows. */
  readonly created = (row: number, flow: number): void => {
    const { network, flows } = this.parts
    const { cells, times, view, frame } = network
    const segment = flow >>> segmentShift
    const record = flows.words[segment]
    const base = (flow & segmentMask) * recordWords
    const index = row >>> rowShift
    record[base + wordFrame] = frame + index
    const time = times[index]
    if (!Number.isNaN(time)) flows.first[segment][flow & segmentMask] = time
    const way = cells[row + cellDirection]
    const protocol = cells[row + cellProtocol]
    let isSourceClient = true
    let sure: number = basisFirst
    const tcp = cells[row + cellTcp]
    const flags = tcp === 0 ? 0 : view.getUint8(tcp + 13)
    if ((flags & syn) !== 0) {
      isSourceClient = (flags & ack) === 0
      sure = basisHandshake
    } else if (protocol === 6 || protocol === 17) {
      const ports = cells[row + cellKey + 2]
      const source = way === 0 ? ports >>> 16 : ports & 0xffff
      const destination = way === 0 ? ports & 0xffff : ports >>> 16
      const order = this.likelihood(protocol, source) - this.likelihood(protocol, destination)
      if (order !== 0) {
        isSourceClient = order < 0
        sure = basisPort
      }
    }
    const isClientSecond = (way === 1) === isSourceClient
    record[base + wordState] = (isClientSecond ? bitClientIsSecond : 0) | (sure << bitBasisShift)
  }

  /** How much a port looks like a server's: 2 known, 1 privileged, 0 anything else. */
  private likelihood(protocol: number, port: number): number {
    const known = protocol === 6 ? this.parts.tcpServers[port] : this.parts.udpServers[port]
    if (known === 1) return 2
    return port < 1024 && port > 0 ? 1 : 0
  }

  /** TCP state; false when the payload was seen before. */
  private tcp(row: number, flow: number, record: Int32Array, base: number): boolean {
    const { network, flows } = this.parts
    const { cells, view } = network
    const at = cells[row + cellTcp]
    const flags = view.getUint8(at + 13)
    if ((flags & (syn | reset)) !== 0) this.handshake(row, flow, flags, record, base + wordState)
    else if ((record[base + wordState] & bitEstablished) === 0) {
      record[base + wordState] |= bitEstablished
    }
    const length = cells[row + cellLength]
    if (length <= 0) return true
    const marks = flows.sequences[flow >>> segmentShift]
    const mark = (flow & segmentMask) * 2 + cells[row + cellDirection]
    const expected = marks[mark]
    const end = (view.getInt32(at + 4) + length) | 0
    const ahead = (end - expected) | 0
    if (expected !== 0) {
      if (ahead <= 0 && ahead > oldestRetransmission) return this.isLate(row, flow, end)
      if (ahead > length && ahead < furthestGap) {
        network.oddities.add('tcp-gap')
        this.late.note(flow, cells[row + cellDirection], expected, (end - length) | 0)
        cells[row + cellMarks] |= cutGap
        cells[row + cellExpected] = expected
      }
    }
    marks[mark] = (flags & fin) === 0 ? end : end + 1
    return true
  }

  /** True for a segment that was overtaken, false for one that was seen before. */
  private isLate(row: number, flow: number, end: number): boolean {
    const { network, dispatcher } = this.parts
    const way = network.cells[row + cellDirection]
    const from = (end - network.cells[row + cellLength]) | 0
    if (this.late.fills(flow, way, from, end)) return true
    if (dispatcher.reassembly.waitsFor(flow, way, from, end)) return true
    network.oddities.add('tcp-retransmission')
    return false
  }

  /** A handshake seen later than the first packet still tells who opened. */
  private handshake(
    row: number,
    flow: number,
    flags: number,
    record: Int32Array,
    stateAt: number,
  ): void {
    if ((flags & syn) === 0) return
    const { network, flows } = this.parts
    const way = network.cells[row + cellDirection]
    const isClient = (flags & ack) === 0
    let state = record[stateAt] | (isClient ? bitSynSeen : bitEstablished)
    if ((state & bitBasis) >>> bitBasisShift !== basisHandshake) {
      const isSecond = (way === 1) === isClient
      state = (state & ~bitBasis & ~bitClientIsSecond) | (basisHandshake << bitBasisShift)
      if (isSecond) state |= bitClientIsSecond
    }
    record[stateAt] = state
    const marks = flows.sequences[flow >>> segmentShift]
    const sequence = network.view.getInt32(network.cells[row + cellTcp] + 4)
    marks[(flow & segmentMask) * 2 + way] = (sequence + 1) | 0
  }

  /** First packet of a direction, or its frames come from another MAC than before. */
  private changeSender(row: number, flow: number, record: Int32Array, at: number): void {
    const { network, senders, rollup, moves } = this.parts
    const { cells, times, view } = network
    const frame = network.frame + (row >>> rowShift)
    const version = cells[row + cellVersion]
    const address = cells[row + cellSource]
    const vlan = cells[row + cellVlan]
    const high = cells[row + cellMacHigh]
    const low = cells[row + cellMacLow]
    if (record[at] === 0 && senders.leftOut > 0) return
    if (record[at] >= 0) rollup.flush(flow)
    const id = senders.idOf(high, low, address, version, vlan)
    record[at] = id
    const time = times[row >>> rowShift]
    if (time < senders.first[id]) senders.first[id] = time
    if (senders.frames[id] === 0) {
      senders.frames[id] = frame
      if (version !== 0) {
        senders.ttl[id] = view.getUint8(cells[row + cellNetwork] + (version === 4 ? 8 : 7))
      }
    }
    // 0.0.0.0 is used by everybody who has no address yet.
    if (version !== 0 && address !== 0 && high >= 0) {
      moves.traffic(address, version, vlan, high, low, frame)
    }
  }
}
