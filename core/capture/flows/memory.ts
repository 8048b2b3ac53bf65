// SPDX-License-Identifier: EUPL-1.2
import { destinationMac, type Network } from '../link/network.ts'
import { cut } from '../link/redundancy.ts'
import { cell } from '../readers/batch.ts'
import type { Dispatch } from './desk.ts'
import { grownInts, KeyTable, mixed } from './key-table.ts'
import type { FactStore, Statement } from './recorder.ts'
import type { Registry } from './registry.ts'
import { StatementRecords } from './statements.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  from: cellFrom,
  key: cellKey,
  macHigh: cellMacHigh,
  macLow: cellMacLow,
  marks: cellMarks,
  source: cellSource,
  to: cellTo,
  version: cellVersion,
} = cell
const { kept: cutKept, laterPiece: cutLaterPiece } = cut

/** Payloads remembered, at some hundred bytes; then all are forgotten and it begins anew. */
const maxStatements = 65_536
/**
 * After so many lookups of a protocol, fewer hits than one in eight end them. A plant's connections
 * have all come by once before any of them begins anew.
 */
const trialLookups = 4096
/** Beside the protocol in the key of a statement that is about its receiver as well. */
const personal = 0x100
/** Offsets of eight spans, from and to. */
const spanCells = 16

/** Longer payloads are rare and seldom equal. */
const maxBytes = 2048

/**
 * Remembers what decoders said of payloads. Devices say the same again and again (LLDP, mDNS,
 * polls over HTTP); an equal payload of the same sender is not decoded a second time, whoever it is
 * for, unless the decoder asked who that is.
 */
export class Memory {
  private table: KeyTable
  private readonly records = new StatementRecords()
  /** Numbers of facts and, negative, of bindings (-1 - number): those of a statement together. */
  private said = new Int32Array(1024)
  private count = 0
  /** Statements in which more than facts and bindings was said. */
  private readonly more = new Map<number, Statement>()
  private readonly lookups = new Int32Array(256)
  private readonly hits = new Int32Array(256)
  private readonly seed: number
  private readonly store: FactStore
  private readonly network: Network
  private readonly registry: Registry
  private readonly lanes = new Int32Array(4)
  private readonly spans = new Int32Array(spanCells)
  /** The hashes of the payload that was looked for last. */
  private first = 0
  private second = 0
  /** Those of the payload with its receiver. */
  private firstTo = 0
  private secondTo = 0

  constructor({ seed, store, network, registry }: Dispatch) {
    this.seed = seed
    this.store = store
    this.network = network
    this.registry = registry
    this.table = new KeyTable(maxStatements, seed)
  }

  /** Whether payloads of the protocol are ever equal: hellos with random numbers are not. */
  private isWorthwhile(protocol: number): boolean {
    return this.lookups[protocol] < trialLookups || this.hits[protocol] * 8 > this.lookups[protocol]
  }

  /**
   * Number of what was said of an equal payload; -1 when it is new, and then `keep` may follow;
   * -2 when it is none to remember.
   */
  find(row: number, protocol: number, isFromServer: boolean): number {
    const { cells } = this.network
    const length = cells[row + cellTo] - cells[row + cellFrom]
    if ((cells[row + cellMarks] & (cutKept | cutLaterPiece)) !== 0 || length > maxBytes) return -2
    if (!this.isWorthwhile(protocol)) return -2
    const spans = this.volatileSpans(row, protocol)
    if (spans < 0) return -2
    this.hash(row, protocol, isFromServer, spans)
    let index = this.table.find(this.first, this.second, protocol, length)
    if (index < 0) {
      this.addReceiver(row)
      index = this.table.find(this.firstTo, this.secondTo, protocol | personal, length)
    }
    this.lookups[protocol] += 1
    if (index >= 0) this.hits[protocol] += 1
    return index
  }

  /** Counts it once more; answers what else than facts and bindings is to be said again. */
  repeat(index: number, time: number): Statement | undefined {
    return this.records.repeat(index, time) ? this.more.get(index) : undefined
  }

  /** Bytes that the decoder used. */
  consumedOf(index: number): number {
    return this.records.consumedOf(index)
  }

  /** Adds the repetitions to facts and bindings, and forgets all payloads. */
  fold(): void {
    const { store, said, records } = this
    let from = 0
    for (let index = 0; index < this.count; index += 1) {
      const to = records.endOf(index)
      const count = records.repeatsOf(index)
      const first = records.firstOf(index)
      const last = records.lastOf(index)
      for (let at = from; count > 0 && at < to; at += 1) {
        const one = said[at]
        if (one >= 0) store.factSightings.widen(one, count, first, last)
        else store.bindingSightings.widen(-1 - one, count, first, last)
      }
      from = to
    }
    this.table = new KeyTable(maxStatements, this.seed)
    this.count = 0
    this.more.clear()
  }

  /**
   * Remembers what was said of the payload that was looked for last: for that receiver only, when
   * the decoder asked who that is (`isPersonal`), else for any.
   */
  keep(protocol: number, length: number, statement: Statement, isPersonal: boolean): void {
    if (this.count >= maxStatements) this.fold()
    const index = isPersonal
      ? this.table.put(this.firstTo, this.secondTo, protocol | personal, length)
      : this.table.put(this.first, this.second, protocol, length)
    const { facts, bindings, events, oddities, notes } = statement
    const layers = this.layersBeside(protocol, statement)
    let end = index === 0 ? 0 : this.records.endOf(index - 1)
    this.said = grownInts(this.said, roomFor(end + facts.length + bindings.length))
    for (const fact of facts) {
      this.said[end] = fact
      end += 1
    }
    for (const binding of bindings) {
      this.said[end] = -1 - binding
      end += 1
    }
    const hasMore = events.length + layers.length + oddities.length + notes.length > 0
    if (hasMore) this.more.set(index, { ...statement, layers, facts: [], bindings: [] })
    this.records.begin(index, end, statement.consumed, hasMore)
    this.count = index + 1
  }

  /** Layers named beside the protocol's own, which counts for every payload that it accepts. */
  private layersBeside(protocol: number, { layers }: Statement): number[] {
    const { registry } = this
    if (layers.length === 0 || registry.protocols[protocol]?.layers !== undefined) return layers
    return layers.filter((layer) => layer !== registry.nameLayers[protocol])
  }

  /** Fills `spans`; returns how many there are, -1 for a payload that no other will equal. */
  private volatileSpans(row: number, protocol: number): number {
    const { spans, registry, network } = this
    const from = network.cells[row + cellFrom]
    const to = network.cells[row + cellTo]
    const spansOf = registry.volatileSpans[protocol]
    if (spansOf !== undefined) return spansOf(network.view, from, to, spans)
    const last = registry.volatileTo[protocol]
    if (last === 0) return 0
    spans[0] = Math.min(to, from + registry.volatileFrom[protocol])
    spans[1] = Math.min(to, from + last)
    return 1
  }

  /** Two hashes of 32 bits over sender, service and payload. */
  private hash(row: number, protocol: number, isFromServer: boolean, count: number): void {
    const { network, spans } = this
    const { cells, view } = network
    const way = cells[row + cellDirection]
    const ports = cells[row + cellKey + 2]
    const isClientFirst = (way === 0) !== isFromServer
    const service =
      cells[row + cellVersion] === 0 ? 0 : isClientFirst ? ports & 0xffff : ports >>> 16
    const { lanes, seed } = this
    const high = cells[row + cellMacHigh]
    const version = cells[row + cellVersion]
    const speaker = (protocol << 1) | (isFromServer ? 1 : 0)
    // Each address in a lane of its own: a host's MAC and IP often count along with each other.
    lanes[0] = stirred(seed ^ cells[row + cellMacLow], 0x85ebca6b) ^ (high & 0xffff)
    lanes[1] = stirred(seed ^ cells[row + cellSource], 0xc2b2ae35) ^ speaker
    lanes[2] = stirred(seed ^ service, 0x27d4eb2f) ^ ((version << 1) | (high >>> 31))
    lanes[3] = seed
    let at = cells[row + cellFrom]
    for (let index = 0; index < count * 2; index += 2) {
      mixSpan(lanes, view, at, spans[index])
      at = spans[index + 1]
    }
    mixSpan(lanes, view, at, cells[row + cellTo])
    this.first = mixed(lanes[0], lanes[1], lanes[2], lanes[3], this.seed)
    this.second = mixed(lanes[3], lanes[0], lanes[1], lanes[2], ~this.seed)
  }

  /** And two with the receiver. */
  private addReceiver(row: number): void {
    const { network, seed } = this
    const { cells, view } = network
    const way = cells[row + cellDirection]
    const mac = destinationMac(network, row)
    const address = stirred(seed ^ cells[row + cellKey + 1 - way], 0x27d4eb2f)
    const macLow = mac < 0 ? 0 : stirred(seed ^ view.getInt32(mac + 2), 0x165667b1)
    const macHigh = mac < 0 ? -1 : view.getUint16(mac)
    this.firstTo = mixed(this.first, address, macLow, macHigh, seed)
    this.secondTo = mixed(this.second, macLow, macHigh, address, ~seed)
  }
}

/** The next power of two. */
function roomFor(length: number): number {
  return length <= 1024 ? 1024 : 2 ** (32 - Math.clz32(length - 1))
}

function stirred(word: number, factor: number): number {
  const product = Math.imul(word, factor)
  return product ^ (product >>> 15)
}

/** Four lanes side by side, so that no multiplication waits for the one before it. */
function mixSpan(lanes: Int32Array, view: DataView, from: number, to: number): void {
  let a = lanes[0]
  let b = lanes[1]
  let c = lanes[2]
  let d = lanes[3]
  let at = from
  for (; at + 16 <= to; at += 16) {
    a = Math.imul(a ^ view.getInt32(at, true), 0x85ebca6b)
    b = Math.imul(b ^ view.getInt32(at + 4, true), 0xc2b2ae35)
    c = Math.imul(c ^ view.getInt32(at + 8, true), 0x27d4eb2f)
    d = Math.imul(d ^ view.getInt32(at + 12, true), 0x165667b1)
    a ^= a >>> 15
    b ^= b >>> 13
    c ^= c >>> 15
    d ^= d >>> 13
  }
  for (; at + 4 <= to; at += 4) {
    a = Math.imul(a ^ view.getInt32(at, true), 0x9e3779b1)
    a ^= a >>> 15
  }
  for (; at < to; at += 1) {
    b = Math.imul(b ^ view.getUint8(at), 0x85ebca6b)
    b ^= b >>> 13
  }
  lanes[0] = a
  lanes[1] = b
  lanes[2] = c
  lanes[3] = d
}
