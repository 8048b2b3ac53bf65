// SPDX-License-Identifier: EUPL-1.2
import { grownInts, KeyTable } from './key-table.ts'

const arpBasis = 0
const trafficBasis = 1

export interface Move {
  /** Address word and IP version. */
  readonly address: number
  readonly version: number
  readonly fromHigh: number
  readonly fromLow: number
  readonly toHigh: number
  readonly toLow: number
  readonly basis: 'arp' | 'traffic'
  readonly frame: number
  count: number
}

/**
 * Watches which MAC an address last used within a VLAN. A change is evidence, not a verdict:
 * behind a router, or where a tap sees both sides of one, it is normal.
 */
export class Moves {
  leftOut = 0
  /** Packets of addresses that are not watched because there are too many. */
  unwatched = 0
  private readonly table: KeyTable
  /** Last MAC of each address: first 16 and last 32 bits. */
  high = new Int32Array(0)
  low = new Int32Array(0)
  private readonly moves = new Map<string, Move>()
  private readonly limit: number

  constructor(addresses: number, limit: number, seed: number) {
    this.table = new KeyTable(addresses * 2, seed)
    this.limit = limit
  }

  arp(address: number, vlan: number, high: number, low: number, frame: number): void {
    this.note(address, 4, vlan, arpBasis, high, low, frame)
  }

  traffic(
    address: number,
    version: number,
    vlan: number,
    high: number,
    low: number,
    frame: number,
  ): void {
    this.note(address, version, vlan, trafficBasis, high, low, frame)
  }

  /** Where the MAC stands that an address last sent from; -1 when it never did. */
  macOf(address: number, version: number, vlan: number): number {
    return this.table.find(address, version, vlan, trafficBasis)
  }

  list(): readonly Move[] {
    return [...this.moves.values()].sort((a, b) => a.frame - b.frame)
  }

  private note(
    address: number,
    version: number,
    vlan: number,
    basis: number,
    high: number,
    low: number,
    frame: number,
  ): void {
    const { table } = this
    const before = table.count
    const index = table.put(address, version, vlan, basis)
    if (index < 0) {
      this.unwatched += 1
      return
    }
    if (index === before) {
      this.high = grownInts(this.high, table.capacity)
      this.low = grownInts(this.low, table.capacity)
    } else if (this.high[index] !== high || this.low[index] !== low) {
      this.moved(address, version, basis, this.high[index], this.low[index], {
        high,
        low,
        frame,
      })
    }
    this.high[index] = high
    this.low[index] = low
  }

  private moved(
    address: number,
    version: number,
    basis: number,
    fromHigh: number,
    fromLow: number,
    to: { high: number; low: number; frame: number },
  ): void {
    const key = `${address} ${version} ${basis} ${fromHigh} ${fromLow} ${to.high} ${to.low}`
    const known = this.moves.get(key)
    if (known !== undefined) {
      known.count += 1
      return
    }
    if (this.moves.size >= this.limit) {
      this.leftOut += 1
      return
    }
    this.moves.set(key, {
      address,
      version,
      fromHigh,
      fromLow,
      toHigh: to.high,
      toLow: to.low,
      basis: basis === arpBasis ? 'arp' : 'traffic',
      frame: to.frame,
      count: 1,
    })
  }
}
