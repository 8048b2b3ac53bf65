// SPDX-License-Identifier: EUPL-1.2
import { ipv4Text, macText } from './addresses.ts'
import type { Analysis } from './flows/analysis.ts'
import { transports } from './flows/conversations.ts'
import { knownTcpPorts, knownUdpPorts } from './flows/known-ports.ts'
import type { Sightings } from './flows/sightings.ts'
import type { Limits } from './limits.ts'
import type {
  AddressMove,
  Binding,
  CaptureSummary,
  Conversation,
  End,
  LeftOut,
  Observations,
  Seen,
  Sender,
  SightedEvent,
  SightedFact,
  SightedOperation,
} from './observations.ts'

const protocolBases = ['unknown', 'port', 'decoded'] as const
const directionBases = ['first', 'port', 'handshake'] as const
const portNames = { tcp: new Map(knownTcpPorts), udp: new Map(knownUdpPorts) }

/** Puts the counted columns into words: the only place that makes an object per host and pair. */
export function observed(
  analysis: Analysis,
  captures: readonly CaptureSummary[],
  lastFrames: readonly number[],
  limits: Limits,
): Observations {
  const writer = new Writer(analysis, lastFrames)
  return {
    captures: [...captures],
    protocols: analysis.layers.record(),
    senders: writer.senders(),
    bindings: writer.bindings(),
    conversations: writer.conversations(),
    facts: writer.facts(),
    events: writer.events(),
    moves: writer.moves(),
    leftOut: leftOut(analysis, limits),
  }
}

class Writer {
  private readonly analysis: Analysis
  private readonly lastFrames: readonly number[]
  private readonly ends: (End | undefined)[] = []

  constructor(analysis: Analysis, lastFrames: readonly number[]) {
    this.analysis = analysis
    this.lastFrames = lastFrames
  }

  senders(): readonly Sender[] {
    const { senders } = this.analysis
    const list: Sender[] = []
    for (let id = 1; id < senders.table.count; id += 1) {
      const packets = senders.packets[id]
      const end = this.end(id)
      if (packets === 0 || (end.mac === undefined && end.ip === undefined)) continue
      const vlan = senders.vlanOf(id)
      const ttl = senders.ttl[id]
      const sender: Writable<Sender> = {
        packets,
        bytes: senders.bytes[id],
        firstS: finite(senders.first[id]),
        lastS: finite(senders.last[id]),
        seen: this.seen(senders.frames[id]),
      }
      if (end.mac !== undefined) sender.mac = end.mac
      if (end.ip !== undefined) sender.ip = end.ip
      if (vlan !== 0) sender.vlan = vlan & 0xfff
      if (ttl >= 0) sender.ttl = ttl
      list.push(sender)
    }
    return list
  }

  bindings(): readonly Binding[] {
    const { arp } = this.analysis.network
    const list: Binding[] = []
    for (let index = 0; index < arp.table.count; index += 1) {
      const { keys } = arp.table
      list.push({
        mac: macText(keys[index * 4], keys[index * 4 + 1]),
        ip: ipv4Text(keys[index * 4 + 2]),
        protocol: 'arp',
        packets: arp.packets[index],
        firstS: finite(arp.first[index]),
        lastS: finite(arp.last[index]),
        seen: this.seen(arp.frames[index]),
      })
    }
    const { bindings: stated, bindingSightings } = this.analysis.store
    for (const [index, binding] of stated.entries()) {
      list.push({ ...binding, ...this.sighted(bindingSightings, index) })
    }
    return list
  }

  conversations(): readonly Conversation[] {
    const { conversations } = this.analysis
    const list: Conversation[] = []
    const operations = this.operations()
    for (let index = 0; index < conversations.table.count; index += 1) {
      if (conversations.frames[index] !== 0)
        list.push(this.conversation(index, operations.get(index) ?? none))
    }
    return list
  }

  facts(): readonly SightedFact[] {
    const { facts, factSightings } = this.analysis.store
    return facts.map(({ subject, name, value, protocol }, index) => ({
      subject,
      name,
      value,
      protocol,
      ...this.sighted(factSightings, index),
    }))
  }

  events(): readonly SightedEvent[] {
    return Array.from(this.analysis.store.events.values(), (event) => ({
      ...event,
      frames: event.frames.map((frame) => this.seen(frame)),
    }))
  }

  moves(): readonly AddressMove[] {
    const { moves, network } = this.analysis
    const list: AddressMove[] = []
    for (const move of moves.list()) {
      const ip =
        move.version === 4 ? ipv4Text(move.address) : network.ipv6Addresses.text(move.address)
      if (ip === undefined) continue
      const { basis, count } = move
      const from = macText(move.fromHigh, move.fromLow)
      const to = macText(move.toHigh, move.toLow)
      list.push({ ip, from, to, count, basis, seen: this.seen(move.frame) })
    }
    return list
  }

  private conversation(index: number, operations: readonly SightedOperation[]): Conversation {
    const { conversations: of, senders } = this.analysis
    const { keys } = of.table
    const client = keys[index * 4]
    const service = keys[index * 4 + 2]
    const transport = transports[keys[index * 4 + 3]] as Conversation['transport']
    const { protocol, basis } = this.protocolOf(index, transport, service)
    // One literal with all that is never absent: hundreds of thousands of these may be made.
    const conversation: Writable<Conversation> = {
      client: this.end(client),
      server: this.end(keys[index * 4 + 1]),
      transport,
      service,
      protocolBasis: basis,
      directionBasis: directionBases[of.directionBasis[index]] as Conversation['directionBasis'],
      connections: of.connections[index],
      unanswered: of.unanswered[index],
      packetsToServer: of.toServer[index],
      packetsToClient: of.toClient[index],
      bytesToServer: of.bytesToServer[index],
      bytesToClient: of.bytesToClient[index],
      firstS: finite(of.first[index]),
      lastS: finite(of.last[index]),
      seen: this.seen(of.frames[index]),
      operations,
    }
    const vlan = senders.vlanOf(client)
    if (protocol !== undefined) conversation.protocol = protocol
    if (vlan !== 0) conversation.vlan = vlan & 0xfff
    return conversation
  }

  private protocolOf(
    index: number,
    transport: Conversation['transport'],
    service: number,
  ): { readonly protocol: string | undefined; readonly basis: Conversation['protocolBasis'] } {
    const { conversations, layers } = this.analysis
    const basis = protocolBases[conversations.ranks[index]] as Conversation['protocolBasis']
    const known = basis === 'unknown' ? undefined : layers.nameOf(conversations.protocols[index])
    if (known !== undefined || (transport !== 'tcp' && transport !== 'udp')) {
      return { protocol: known, basis }
    }
    const protocol = portNames[transport].get(service)
    return { protocol, basis: protocol === undefined ? basis : 'port' }
  }

  /** By number of the conversation; the most frequent first. */
  private operations(): ReadonlyMap<number, readonly SightedOperation[]> {
    const { operations, registry } = this.analysis
    const lists = new Map<number, SightedOperation[]>()
    operations.forEach((conversation, { word, count, frames }) => {
      const { name, effect } = registry.operation(word >>> 17, word & 0xffff)
      const isFromServer = (word & 0x10000) !== 0
      const seen = frames.map((frame) => this.seen(frame))
      const list = lists.get(conversation)
      const operation = { name, effect, isFromServer, count, frames: seen }
      if (list === undefined) lists.set(conversation, [operation])
      else list.push(operation)
    })
    for (const list of lists.values()) if (list.length > 1) list.sort((a, b) => b.count - a.count)
    return lists
  }

  private sighted(sightings: Sightings, index: number) {
    return {
      packets: sightings.packets[index],
      firstS: finite(sightings.first[index]),
      lastS: finite(sightings.last[index]),
      seen: this.seen(sightings.frames[index]),
    }
  }

  private seen(global: number): Seen {
    const frame = global >>> 0
    let capture = 0
    while (capture < this.lastFrames.length && this.lastFrames[capture] < frame) {
      capture += 1
    }
    return {
      capture,
      frame: frame - (capture === 0 ? 0 : this.lastFrames[capture - 1]),
    }
  }

  private end(id: number): End {
    const known = this.ends[id]
    if (known !== undefined) return known
    const { senders, network } = this.analysis
    const high = senders.macs[id * 2]
    const version = senders.versionOf(id)
    const address = senders.addressOf(id)
    const mac = high < 0 ? undefined : macText(high, senders.macs[id * 2 + 1])
    const ip =
      version === 4
        ? ipv4Text(address)
        : version === 6
          ? network.ipv6Addresses.text(address)
          : undefined
    const end: Writable<End> = {}
    if (mac !== undefined) end.mac = mac
    if (ip !== undefined) end.ip = ip
    this.ends[id] = end
    return end
  }
}

const none: readonly SightedOperation[] = []

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** Times of packets without any are NaN, which is no number in JSON either. */
function finite(time: number): number {
  return Number.isFinite(time) ? time : Number.NaN
}

function leftOut(analysis: Analysis, limits: Limits): readonly LeftOut[] {
  const { store, moves, network, operations, dispatcher } = analysis
  const list: readonly (readonly [string, number, number])[] = [
    ['flows', limits.flows, analysis.eviction.evicted],
    ['hosts', limits.hosts, analysis.senders.leftOut],
    ['ipv6-addresses', limits.ipv6Addresses, network.ipv6Addresses.leftOut],
    ['conversations', limits.conversations, analysis.conversations.leftOut],
    ['operations', limits.operations, operations.leftOut],
    ['facts', limits.facts, store.leftOut.facts],
    ['events', limits.events, store.leftOut.events],
    ['bindings', limits.bindings, store.leftOut.bindings + network.arp.leftOut],
    ['moves', limits.moves, moves.leftOut],
    ['watched-addresses', limits.hosts * 2, moves.unwatched],
    ['streams', limits.streams, dispatcher.reassembly.streams.leftOut],
    ['layers', 1023, analysis.layers.overflow],
  ]
  return list
    .filter(([, , count]) => count > 0)
    .map(([what, limit, count]) => ({ what, limit, leftOut: count }))
}
