// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts, KeyTable } from '../flows/key-table.ts'
import { layerOf } from '../flows/layers.ts'
import type { Moves } from '../flows/moves.ts'
import { cell, rowShift as importedRowShift } from '../readers/batch.ts'
import type { Track } from './track.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { network: cellNetwork, to: cellTo, vlan: cellVlan, wire: cellWire } = cell
const { arp: layerArp } = layerOf
const rowShift = importedRowShift

/**
 * What ARP states: this MAC uses this address. Part of the engine and typed, because a busy
 * network sends it in every twentieth frame.
 */
export class Arp {
  /** (MAC, MAC, IPv4, VLAN) */
  readonly table: KeyTable
  packets = new Int32Array(0)
  frames = new Int32Array(0)
  first = new Float64Array(0)
  last = new Float64Array(0)
  leftOut = 0
  private readonly moves: Moves

  constructor(limit: number, seed: number, moves: Moves) {
    this.table = new KeyTable(limit, seed)
    this.moves = moves
  }

  read(track: Track, row: number): void {
    const { cells, times, view, layers, oddities } = track
    const at = cells[row + cellNetwork]
    const frame = track.frame + (row >>> rowShift)
    layers.count(layerArp, frame, cells[row + cellWire])
    if (at + 28 > cells[row + cellTo]) {
      oddities.add('arp-truncated')
      return
    }
    // Hardware and protocol address of 6 and 4 bytes; the protocol is IPv4.
    if (view.getUint16(at + 2) !== 0x0800 || view.getUint16(at + 4) !== 0x0604) {
      oddities.add('arp-not-ipv4')
      return
    }
    const address = view.getInt32(at + 14)
    // A probe asks whether an address is free: it claims none (RFC 5227).
    if (address === 0) return
    const high = view.getUint16(at + 8)
    const low = view.getInt32(at + 10)
    this.bind(high, low, address, cells[row + cellVlan], times[row >>> rowShift], frame)
  }

  private bind(
    high: number,
    low: number,
    address: number,
    vlan: number,
    time: number,
    frame: number,
  ): void {
    const { table } = this
    const before = table.count
    const index = table.put(high, low, address, vlan)
    if (index < 0) {
      this.leftOut += 1
      return
    }
    if (index === before) {
      this.grow()
      this.frames[index] = frame
      this.first[index] = Number.POSITIVE_INFINITY
      this.last[index] = Number.NEGATIVE_INFINITY
    }
    this.packets[index] = this.packets[index] + 1
    if (time < this.first[index]) this.first[index] = time
    if (time > this.last[index]) this.last[index] = time
    this.moves.arp(address, vlan, high, low, frame)
  }

  private grow(): void {
    const { capacity } = this.table
    this.packets = grownInts(this.packets, capacity)
    this.frames = grownInts(this.frames, capacity)
    this.first = grownDoubles(this.first, capacity)
    this.last = grownDoubles(this.last, capacity)
  }
}
