// SPDX-License-Identifier: EUPL-1.2
import { type Conversations, transports } from '../flows/conversations.ts'
import { knownTcpPorts, knownUdpPorts } from '../flows/known-ports.ts'
import type { Layers } from '../flows/layers.ts'
import type { Senders } from '../flows/senders.ts'
import type { Conversation, Rows } from '../observations.ts'
import type { Ends } from './ends.ts'
import { type Frames, finite } from './frames.ts'
import type { OperationLists } from './operations.ts'
import { rows, type Turning, those } from './row.ts'

const protocolBases = ['unknown', 'port', 'decoded'] as const
const directionBases = ['first', 'port', 'handshake'] as const
const portNames: readonly ReadonlyMap<number, string>[] = [
  new Map(knownTcpPorts),
  new Map(knownUdpPorts),
]

export interface ConversationParts {
  readonly conversations: Conversations
  readonly senders: Senders
  readonly layers: Layers
  readonly ends: Ends
  readonly frames: Frames
  readonly operations: OperationLists
}

export function conversationRows(parts: ConversationParts): Rows<Conversation> {
  const { table, frames } = parts.conversations
  const counted = those(table.count, (number) => frames[number] !== 0)
  return rows(counted, () => new ConversationRow(parts))
}

class ConversationRow implements Conversation, Turning {
  at = 0
  private readonly table: Conversations
  private readonly keys: Int32Array
  private readonly senders: Senders
  private readonly layers: Layers
  private readonly ends: Ends
  private readonly frames: Frames
  private readonly lists: OperationLists

  constructor(parts: ConversationParts) {
    this.table = parts.conversations
    this.keys = parts.conversations.table.keys
    this.senders = parts.senders
    this.layers = parts.layers
    this.ends = parts.ends
    this.frames = parts.frames
    this.lists = parts.operations
  }

  get client() {
    return this.ends.at(this.keys[this.at * 4])
  }

  get server() {
    return this.ends.at(this.keys[this.at * 4 + 1])
  }

  get vlan() {
    const vlan = this.senders.vlanOf(this.keys[this.at * 4])
    return vlan === 0 ? undefined : vlan & 0xfff
  }

  get transport() {
    return transports[this.keys[this.at * 4 + 3]]
  }

  get service() {
    return this.keys[this.at * 4 + 2]
  }

  get protocol() {
    return this.decodedName() ?? this.portName()
  }

  get protocolBasis() {
    if (this.decodedName() !== undefined) return protocolBases[this.table.ranks[this.at]]
    if (this.portName() !== undefined) return 'port'
    return protocolBases[this.table.ranks[this.at]]
  }

  get directionBasis() {
    return directionBases[this.table.directionBasis[this.at]]
  }

  get connections() {
    return this.table.connections[this.at]
  }

  get unanswered() {
    return this.table.unanswered[this.at]
  }

  get packetsToServer() {
    return this.table.toServer[this.at]
  }

  get packetsToClient() {
    return this.table.toClient[this.at]
  }

  get bytesToServer() {
    return this.table.bytesToServer[this.at]
  }

  get bytesToClient() {
    return this.table.bytesToClient[this.at]
  }

  get firstS() {
    return finite(this.table.first[this.at])
  }

  get lastS() {
    return finite(this.table.last[this.at])
  }

  get seen() {
    return this.frames.seen(this.table.frames[this.at])
  }

  get operations() {
    return this.lists.of(this.at)
  }

  get starts() {
    const begun = this.table.starts.of(this.at)
    return begun.map(({ first, frame }) => ({ timeS: first, seen: this.frames.seen(frame) }))
  }

  private decodedName(): string | undefined {
    const { ranks, protocols } = this.table
    return ranks[this.at] === 0 ? undefined : this.layers.nameOf(protocols[this.at])
  }

  private portName(): string | undefined {
    return portNames[this.keys[this.at * 4 + 3]]?.get(this.service)
  }
}
