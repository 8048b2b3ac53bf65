// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts, KeyTable } from './key-table.ts'

/** Address forms in the last key word, beside the VLAN. */
const versionShift = 16

/**
 * Ends of flows: a MAC, an IP address and a VLAN that belong together. Those that sent something
 * have packets; those that were only addressed have none. Number 0 stands for all that are beyond
 * the bound.
 */
export class Senders {
  /** (MAC high or -1, MAC low, address, version and VLAN) */
  readonly table: KeyTable
  /** Two words each: first 16 bits (-1 without MAC) and last 32 bits. */
  macs = new Int32Array(0)
  packets = new Float64Array(0)
  bytes = new Float64Array(0)
  first = new Float64Array(0)
  last = new Float64Array(0)
  frames = new Int32Array(0)
  ttl = new Int32Array(0)
  leftOut = 0

  constructor(limit: number, seed: number) {
    this.table = new KeyTable(limit + 1, seed)
    this.idOf(-2, 0, 0, 0, 0)
  }

  /** `version` is 0 without IP; `macHigh` is -1 without MAC. */
  idOf(macHigh: number, macLow: number, address: number, version: number, vlan: number): number {
    const { table } = this
    const before = table.count
    const id = table.put(macHigh, macLow, address, (version << versionShift) | vlan)
    if (id < 0) {
      this.leftOut += 1
      return 0
    }
    if (id === before) this.create(id, macHigh, macLow)
    return id
  }

  addressOf(id: number): number {
    return this.table.keys[id * 4 + 2]
  }

  versionOf(id: number): number {
    return this.table.keys[id * 4 + 3] >>> versionShift
  }

  /** 0x1000 + VLAN, 0 without. */
  vlanOf(id: number): number {
    return this.table.keys[id * 4 + 3] & 0x1fff
  }

  /** Books a flow's direction. */
  add(id: number, packets: number, bytes: number, last: number): void {
    this.packets[id] = this.packets[id] + packets
    this.bytes[id] = this.bytes[id] + bytes
    if (last > this.last[id]) this.last[id] = last
  }

  private create(id: number, macHigh: number, macLow: number): void {
    const { capacity } = this.table
    if (this.packets.length < capacity) {
      this.macs = grownInts(this.macs, capacity * 2)
      this.packets = grownDoubles(this.packets, capacity)
      this.bytes = grownDoubles(this.bytes, capacity)
      this.first = grownDoubles(this.first, capacity)
      this.last = grownDoubles(this.last, capacity)
      this.frames = grownInts(this.frames, capacity)
      this.ttl = grownInts(this.ttl, capacity)
    }
    this.macs[id * 2] = macHigh
    this.macs[id * 2 + 1] = macLow
    this.first[id] = Number.POSITIVE_INFINITY
    this.last[id] = Number.NEGATIVE_INFINITY
    this.ttl[id] = -1
  }
}
