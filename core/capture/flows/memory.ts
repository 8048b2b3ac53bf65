// SPDX-License-Identifier: EUPL-1.2
import { destinationMac, type Network } from '../link/network.ts'
import { cut } from '../link/redundancy.ts'
import { cell } from '../readers/batch.ts'
import type { Dispatch } from './desk.ts'
import { KeyTable, mixed } from './key-table.ts'
import type { FactStore, Statement } from './recorder.ts'
import type { Registry } from './registry.ts'

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

/** Payloads remembered; then all are forgotten and it begins anew. */
const maxStatements = 16_384
/** After so many lookups of a protocol, fewer hits than one in eight end them. */
const trialLookups = 512

/** Longer payloads are rare and seldom equal. */
const maxBytes = 2048

/**
 * Remembers what decoders said of payloads. Devices say the same again and again (LLDP, mDNS,
 * polls over HTTP); an equal payload between the same ends is not decoded a second time.
 */
export class Memory {
  /** Bytes that the decoder used, per statement. */
  readonly consumed = new Int32Array(maxStatements)
  private readonly table: KeyTable
  private statements: Statement[] = []
  private readonly repeats = new Int32Array(maxStatements)
  private readonly firstTimes = new Float64Array(maxStatements)
  private readonly lastTimes = new Float64Array(maxStatements)
  private readonly lookups = new Int32Array(256)
  private readonly hits = new Int32Array(256)
  /** 1 where more than facts and bindings was said. */
  private readonly hasMore = new Uint8Array(maxStatements)
  private readonly seed: number
  private readonly store: FactStore
  private readonly network: Network
  private readonly registry: Registry
  private readonly lanes = new Int32Array(4)
  /** The hashes of the payload that was looked for last. */
  private first = 0
  private second = 0

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
    this.hash(row, protocol, isFromServer)
    const index = this.table.find(this.first, this.second, protocol, length)
    this.lookups[protocol] += 1
    if (index >= 0) this.hits[protocol] += 1
    return index
  }

  statement(index: number): Statement {
    return this.statements[index]
  }

  /** Counts it once more; true when more than facts and bindings is to be said again. */
  repeat(index: number, time: number): boolean {
    this.repeats[index] += 1
    if (time < this.firstTimes[index]) this.firstTimes[index] = time
    if (time > this.lastTimes[index]) this.lastTimes[index] = time
    return this.hasMore[index] === 1
  }

  /** Adds the repetitions to facts and bindings, and forgets all payloads. */
  fold(): void {
    for (const [index, { facts, bindings }] of this.statements.entries()) {
      const count = this.repeats[index]
      if (count === 0) continue
      const first = this.firstTimes[index]
      const last = this.lastTimes[index]
      for (const fact of facts) this.store.factSightings.widen(fact, count, first, last)
      for (const one of bindings) this.store.bindingSightings.widen(one, count, first, last)
    }
    this.table.clear()
    this.statements = []
  }

  /** Remembers what was said of the payload that was looked for last. */
  keep(protocol: number, length: number, statement: Statement): void {
    if (this.statements.length >= maxStatements) this.fold()
    const index = this.table.put(this.first, this.second, protocol, length)
    const { events, layers, oddities } = statement
    this.statements.push(statement)
    this.consumed[index] = statement.consumed
    this.repeats[index] = 0
    this.firstTimes[index] = Number.POSITIVE_INFINITY
    this.lastTimes[index] = Number.NEGATIVE_INFINITY
    this.hasMore[index] = events.length + layers.length + oddities.length > 0 ? 1 : 0
  }

  /** Two hashes of 32 bits over the ends, the service and the payload. */
  private hash(row: number, protocol: number, isFromServer: boolean): void {
    const { network, registry } = this
    const { cells, view } = network
    const way = cells[row + cellDirection]
    const ports = cells[row + cellKey + 2]
    const isClientFirst = (way === 0) !== isFromServer
    const service =
      cells[row + cellVersion] === 0 ? 0 : isClientFirst ? ports & 0xffff : ports >>> 16
    const mac = destinationMac(network, row)
    const { lanes } = this
    lanes[0] = this.seed ^ cells[row + cellMacLow]
    lanes[1] = cells[row + cellSource] + (cells[row + cellMacHigh] << 8) + service
    lanes[2] = cells[row + cellKey + 1 - way] ^ (mac < 0 ? 0 : view.getInt32(mac + 2))
    lanes[3] = (protocol << 1) | (isFromServer ? 1 : 0) | (mac < 0 ? 0 : view.getUint16(mac) << 9)
    const from = cells[row + cellFrom]
    const to = cells[row + cellTo]
    const skipped = registry.protocols[protocol]?.volatile
    if (skipped !== undefined) mixSpan(lanes, view, from, Math.min(to, from + skipped[0]))
    mixSpan(lanes, view, skipped === undefined ? from : Math.min(to, from + skipped[1]), to)
    this.first = mixed(lanes[0], lanes[1], lanes[2], lanes[3], this.seed)
    this.second = mixed(lanes[3], lanes[0], lanes[1], lanes[2], ~this.seed)
  }
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
