// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import { grownDoubles, grownInts, KeyTable } from './key-table.ts'
import { Starts } from './starts.ts'

export const transports = ['tcp', 'udp', 'icmp', 'ip', 'ethernet'] as const
export const transportOf = { tcp: 0, udp: 1, icmp: 2, ip: 3, ethernet: 4 } as const

/** How sure a protocol's name is. */
export const rank = { unknown: 0, port: 1, decoded: 2 } as const

/** What one flow adds to its conversation. */
export interface Share {
  packetsToServer: number
  packetsToClient: number
  bytesToServer: number
  bytesToClient: number
  first: number
  last: number
  frame: number
  /** 0 or 1. */
  connections: number
  unanswered: number
  directionBasis: number
  /** Index of the layer, -1 while unknown. */
  protocol: number
  protocolRank: number
}

/** Flows added up per client, server and service, in typed columns. */
export class Conversations {
  /** (client, server, service, transport): ends are numbers of senders. */
  readonly table: KeyTable
  toServer = new Float64Array(0)
  toClient = new Float64Array(0)
  bytesToServer = new Float64Array(0)
  bytesToClient = new Float64Array(0)
  first = new Float64Array(0)
  last = new Float64Array(0)
  frames = new Int32Array(0)
  connections = new Int32Array(0)
  unanswered = new Int32Array(0)
  directionBasis = new Int32Array(0)
  protocols = new Int32Array(0)
  ranks = new Int32Array(0)
  /** Flows whose conversation is beyond the bound. */
  leftOut = 0
  readonly starts: Starts

  constructor({ conversations, starts }: Pick<Limits, 'conversations' | 'starts'>, seed: number) {
    this.table = new KeyTable(conversations, seed)
    this.starts = new Starts(starts)
  }

  /** Index of the conversation; -1 beyond the bound. */
  indexOf(client: number, server: number, service: number, transport: number): number {
    const { table } = this
    const before = table.count
    const index = table.put(client, server, service, transport)
    if (index >= 0 && index === before) this.create(index)
    return index
  }

  add(index: number, share: Share): void {
    if (index < 0) {
      this.leftOut += share.connections
      return
    }
    const begun = this.connections[index]
    if (share.connections > 0 && begun > 0) {
      const before = { first: this.first[index], frame: this.frames[index] }
      this.starts.add(index, share, begun === 1 ? before : undefined)
    }
    this.toServer[index] = this.toServer[index] + share.packetsToServer
    this.toClient[index] = this.toClient[index] + share.packetsToClient
    this.bytesToServer[index] = this.bytesToServer[index] + share.bytesToServer
    this.bytesToClient[index] = this.bytesToClient[index] + share.bytesToClient
    if (share.first < this.first[index]) this.first[index] = share.first
    if (share.last > this.last[index]) this.last[index] = share.last
    const frame = this.frames[index]
    if (frame === 0 || share.frame >>> 0 < frame >>> 0) this.frames[index] = share.frame
    this.connections[index] = this.connections[index] + share.connections
    this.unanswered[index] = this.unanswered[index] + share.unanswered
    if (share.directionBasis > this.directionBasis[index]) {
      this.directionBasis[index] = share.directionBasis
    }
    if (share.protocolRank > this.ranks[index]) {
      this.ranks[index] = share.protocolRank
      this.protocols[index] = share.protocol
    }
  }

  private create(index: number): void {
    const { capacity } = this.table
    if (this.frames.length < capacity) {
      this.toServer = grownDoubles(this.toServer, capacity)
      this.toClient = grownDoubles(this.toClient, capacity)
      this.bytesToServer = grownDoubles(this.bytesToServer, capacity)
      this.bytesToClient = grownDoubles(this.bytesToClient, capacity)
      this.first = grownDoubles(this.first, capacity)
      this.last = grownDoubles(this.last, capacity)
      this.frames = grownInts(this.frames, capacity)
      this.connections = grownInts(this.connections, capacity)
      this.unanswered = grownInts(this.unanswered, capacity)
      this.directionBasis = grownInts(this.directionBasis, capacity)
      this.protocols = grownInts(this.protocols, capacity)
      this.ranks = grownInts(this.ranks, capacity)
    }
    this.first[index] = Number.POSITIVE_INFINITY
    this.last[index] = Number.NEGATIVE_INFINITY
    this.protocols[index] = -1
  }
}
