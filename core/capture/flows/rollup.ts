// SPDX-License-Identifier: EUPL-1.2
import { form } from '../link/forms.ts'
import { type Conversations, rank, type Share, transportOf } from './conversations.ts'
import type { FlowTable } from './flow-table.ts'
import type { Moves } from './moves.ts'
import { bit, recordWords, segmentMask, segmentShift, word } from './record.ts'
import type { Registry } from './registry.ts'
import type { Senders } from './senders.ts'

/** Adds flows to what is kept of them: senders and conversations. */
export class Rollup {
  private readonly flows: FlowTable
  private readonly senders: Senders
  private readonly conversations: Conversations
  private readonly moves: Moves
  private readonly registry: Registry
  private readonly share: Share = {
    packetsToServer: 0,
    packetsToClient: 0,
    bytesToServer: 0,
    bytesToClient: 0,
    first: 0,
    last: 0,
    frame: 0,
    connections: 0,
    unanswered: 0,
    directionBasis: 0,
    protocol: -1,
    protocolRank: 0,
  }

  constructor(parts: {
    readonly flows: FlowTable
    readonly senders: Senders
    readonly conversations: Conversations
    readonly moves: Moves
    readonly registry: Registry
  }) {
    this.flows = parts.flows
    this.senders = parts.senders
    this.conversations = parts.conversations
    this.moves = parts.moves
    this.registry = parts.registry
  }

  /** Adds what the flow counted so far; it goes on from zero. */
  flush(flow: number): void {
    this.add(flow, false)
  }

  /** Adds the flow for good. */
  close(flow: number): void {
    this.add(flow, true)
  }

  /** Both ends spoke. */
  isAnswered(flow: number): boolean {
    const record = this.flows.words[flow >>> segmentShift]
    const senders = (flow & segmentMask) * recordWords + word.senders
    return record[senders] >= 0 && record[senders + 1] >= 0
  }

  isClosed(flow: number): boolean {
    const record = this.flows.words[flow >>> segmentShift]
    return (record[(flow & segmentMask) * recordWords + word.state] & bit.closed) !== 0
  }

  /** Index of the flow's conversation, -1 beyond the bound. */
  conversationOf(flow: number): number {
    const record = this.flows.words[flow >>> segmentShift]
    const base = (flow & segmentMask) * recordWords
    const first = this.end(record, base, 0)
    const second = this.end(record, base, 1)
    // An end beyond the bound of hosts: no conversation can name it.
    if (first === 0 || second === 0) return -1
    const isSecond = (record[base + word.state] & bit.clientIsSecond) !== 0
    const client = isSecond ? second : first
    const server = isSecond ? first : second
    const service = serviceOf(record, base, isSecond)
    return this.conversations.indexOf(client, server, service, transportIn(record, base))
  }

  private add(flow: number, isLast: boolean): void {
    const segment = flow >>> segmentShift
    const record = this.flows.words[segment]
    const times = this.flows.doubles[segment]
    const base = (flow & segmentMask) * recordWords
    const state = record[base + word.state]
    const first = this.flows.first[segment][flow & segmentMask]
    const last = (base + word.last) >>> 1
    for (let way = 0; way < 2; way += 1) {
      const sender = record[base + word.senders + way]
      const packets = record[base + word.packets + way]
      if (sender < 0 || packets === 0) continue
      const bytes = record[base + word.bytes + way]
      const time = times[last + way]
      this.senders.add(sender, packets, bytes, time)
    }
    const index = this.conversationOf(flow)
    const { share } = this
    const toServer = (state & bit.clientIsSecond) === 0 ? 0 : 1
    share.packetsToServer = record[base + word.packets + toServer]
    share.packetsToClient = record[base + word.packets + 1 - toServer]
    share.bytesToServer = record[base + word.bytes + toServer]
    share.bytesToClient = record[base + word.bytes + 1 - toServer]
    share.first = first
    share.last = Math.max(times[last], times[last + 1])
    share.frame = record[base + word.frame]
    share.connections = (state & bit.counted) === 0 ? 1 : 0
    const isUnanswered = (state & bit.synSeen) !== 0 && (state & bit.established) === 0
    share.unanswered = isLast && isUnanswered ? 1 : 0
    share.directionBasis = (state & bit.basis) >>> bit.basisShift
    this.name(state)
    this.conversations.add(index, share)
    record.fill(0, base + word.packets, base + word.packets + 4)
    record[base + word.state] = state | bit.counted | (isLast ? bit.closed : 0)
  }

  /** Innermost layer known for the flow. */
  private name(state: number): void {
    const { share, registry } = this
    const protocol = state & bit.protocol
    share.protocol = -1
    share.protocolRank = rank.unknown
    if (protocol === 0) return
    const innermost = (state & bit.layer) >>> bit.layerShift
    const layers = registry.layerIds[protocol]
    share.protocol = innermost > 0 ? layers[innermost - 1] : registry.nameLayers[protocol]
    share.protocolRank = (state & bit.decoded) === 0 ? rank.port : rank.decoded
  }

  /** Number of the sender at an end; where it never spoke, its MAC may be known from elsewhere. */
  private end(record: Int32Array, base: number, way: number): number {
    const sender = record[base + word.senders + way]
    if (sender >= 0) return sender
    const last = record[base + 3]
    const kind = last & 7
    const vlan = last >>> 19
    if (kind === form.ipv4 || kind === form.ipv6) {
      const version = kind === form.ipv4 ? 4 : 6
      const address = record[base + way]
      const mac = this.moves.macOf(address, version, vlan)
      return mac < 0
        ? this.senders.idOf(-1, 0, address, version, vlan)
        : this.senders.idOf(this.moves.high[mac], this.moves.low[mac], address, version, vlan)
    }
    const highs = record[base + 2]
    const high = way === 0 ? highs >>> 16 : highs & 0xffff
    const low = record[base + way]
    // All zeros stand for a link that does not tell (Linux cooked has no destination).
    return this.senders.idOf(high === 0 && low === 0 ? -1 : high, low, 0, 0, vlan)
  }
}

/** Protocol number in the key, EtherType for frames without IP. */
function typeIn(record: Int32Array, base: number): number {
  return (record[base + 3] >>> 3) & 0xffff
}

function transportIn(record: Int32Array, base: number): number {
  if ((record[base + 3] & 7) > form.ipv6) return transportOf.ethernet
  const protocol = typeIn(record, base)
  // Pieces of datagrams whose first piece is missing have no ports.
  if (record[base + 2] === 0 && protocol !== 1 && protocol !== 58) return transportOf.ip
  if (protocol === 6) return transportOf.tcp
  if (protocol === 17) return transportOf.udp
  return protocol === 1 || protocol === 58 ? transportOf.icmp : transportOf.ip
}

function serviceOf(record: Int32Array, base: number, isClientSecond: boolean): number {
  const transport = transportIn(record, base)
  if (transport !== transportOf.tcp && transport !== transportOf.udp) return typeIn(record, base)
  const ports = record[base + 2]
  return isClientSecond ? ports >>> 16 : ports & 0xffff
}
