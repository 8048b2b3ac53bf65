// SPDX-License-Identifier: EUPL-1.2
import { KeyTable } from './key-table.ts'
import type { FactStore, Statement } from './recorder.ts'
import type { PayloadWindow } from './window.ts'

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
  private first = 0
  private second = 0

  constructor(seed: number, store: FactStore) {
    this.seed = seed
    this.store = store
    this.table = new KeyTable(maxStatements, seed)
  }

  /** Whether payloads of the protocol are ever equal: hellos with random numbers are not. */
  isWorthwhile(protocol: number): boolean {
    return this.lookups[protocol] < trialLookups || this.hits[protocol] * 8 > this.lookups[protocol]
  }

  /**
   * Number of what was said of an equal payload; -1 when it is new, and then `keep` may follow.
   * `protocol` tells protocols apart, `service` is the server's port.
   */
  find(
    window: PayloadWindow,
    protocol: number,
    service: number,
    volatile: readonly [number, number] | undefined,
  ): number {
    this.hash(window, protocol, service, volatile)
    const index = this.table.find(this.first, this.second, protocol, window.to - window.from)
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

  /** Two independent hashes of 32 bits over the ends, the service and the payload. */
  private hash(
    window: PayloadWindow,
    protocol: number,
    service: number,
    volatile: readonly [number, number] | undefined,
  ): void {
    const { view, from, to, source, destination } = window
    this.first = this.seed
    this.second = ~this.seed
    this.mix(protocol | (window.isFromServer ? 0x100 : 0), service)
    this.mix(source.macHigh, source.macLow)
    this.mix(source.address, source.version)
    this.mix(destination.macHigh, destination.macLow)
    this.mix(destination.address, window.type)
    let at = from
    if (volatile !== undefined) {
      this.span(view, at, Math.min(to, from + volatile[0]))
      at = Math.min(to, from + volatile[1])
    }
    this.span(view, at, to)
  }

  private span(view: DataView, from: number, to: number): void {
    let first = this.first
    let second = this.second
    let at = from
    for (; at + 4 <= to; at += 4) {
      const value = view.getInt32(at, true)
      first = Math.imul(first ^ value, 0x85ebca6b)
      first ^= first >>> 15
      second = Math.imul(second + value, 0xc2b2ae35)
      second ^= second >>> 13
    }
    for (; at < to; at += 1) {
      const value = view.getUint8(at)
      first = Math.imul(first ^ value, 0x27d4eb2f)
      second = Math.imul(second + value, 0x165667b1)
      first ^= first >>> 13
      second ^= second >>> 15
    }
    this.first = first
    this.second = second
  }

  private mix(a: number, b: number): void {
    this.first = Math.imul(this.first ^ a, 0x9e3779b1)
    this.first = Math.imul((this.first ^ (this.first >>> 15)) + b, 0x85ebca6b)
    this.second = Math.imul(this.second + a, 0x27d4eb2f)
    this.second = Math.imul(this.second ^ (this.second >>> 13) ^ b, 0xc2b2ae35)
  }
}

export function canRemember(window: PayloadWindow): boolean {
  return !window.isCut && window.to - window.from <= maxBytes
}
