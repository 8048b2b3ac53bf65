// SPDX-License-Identifier: EUPL-1.2
// Conversations between devices: what several addresses of one device did is one line.
import type { AssetConversation, FrameRef } from '../asset.ts'
import type { Conversation, Observations, Seen } from '../observations.ts'
import type { Effect } from '../protocol.ts'
import type { Devices } from './devices.ts'
import type { Dealing } from './evidence.ts'
import { instantText } from './instants.ts'

// Published lists stay readable; detections carry their own frames.
const framesPerOperation = 5

interface Line {
  from: string
  to: string
  first: Conversation
  firstS: number
  lastS: number
  seen: Seen
  connections: number
  unanswered: number
  packetsToServer: number
  packetsToClient: number
  bytesToServer: number
  bytesToClient: number
  operations: Map<string, { name: string; effect: string; count: number; frames: Seen[] }>
}

/** Group and broadcast traffic has no second device and is left to the protocol figures. */
export function assetConversations(
  observations: Observations,
  devices: Devices,
): AssetConversation[] {
  const lines = new Map<string, Line>()
  for (const conversation of observations.conversations) {
    const from = devices.find(conversation.client)?.id
    const to = devices.find(conversation.server)?.id
    if (from === undefined || to === undefined) continue
    const { transport, service, protocol } = conversation
    const key = [from, to, transport, service, protocol ?? ''].join(' ')
    const line = lines.get(key)
    if (line === undefined) lines.set(key, newLine(from, to, conversation))
    else addTo(line, conversation)
  }
  const names = observations.captures.map(({ file }) => file)
  return [...lines.values()].sort(compareLines).map((line) => published(line, names))
}

export function dealings(observations: Observations, devices: Devices): Dealing[] {
  const found: Dealing[] = []
  for (const conversation of observations.conversations) {
    const client = devices.find(conversation.client)?.id
    const server = devices.find(conversation.server)?.id
    if (client === undefined || client === server) continue
    if (server === undefined && !isIoSetUp(conversation)) continue
    const effects = new Set<Effect>()
    let requests = 0
    for (const { effect, isFromServer, count } of conversation.operations) {
      if (isFromServer) continue
      effects.add(effect)
      requests += count
    }
    const { transport, service, protocol, packetsToClient } = conversation
    found.push({
      client,
      // EtherCAT telegrams go to nobody in particular.
      server: server ?? '',
      service: { transport, port: service, protocol: protocol ?? null },
      isAnswered: packetsToClient > 0 && !isRefused(conversation),
      effects,
      requests,
      isIoSetUp: isIoSetUp(conversation),
    })
  }
  return found
}

const etherCatType = 0x88a4
const profinetManagerPort = 34964

function isIoSetUp({ transport, service, operations }: Conversation): boolean {
  if (transport === 'ethernet') return service === etherCatType
  return (
    transport === 'udp' &&
    service === profinetManagerPort &&
    operations.some(({ name, isFromServer }) => name === 'connect' && !isFromServer)
  )
}

/** Every connection was refused or left unanswered. */
export function isRefused({ transport, connections, unanswered }: Conversation): boolean {
  return transport === 'tcp' && connections > 0 && unanswered >= connections
}

function newLine(from: string, to: string, first: Conversation): Line {
  const line: Line = {
    from,
    to,
    first,
    firstS: first.firstS,
    lastS: first.lastS,
    seen: first.seen,
    connections: 0,
    unanswered: 0,
    packetsToServer: 0,
    packetsToClient: 0,
    bytesToServer: 0,
    bytesToClient: 0,
    operations: new Map(),
  }
  addTo(line, first)
  return line
}

function addTo(line: Line, conversation: Conversation): void {
  if (isEarlier(conversation.seen, line.seen)) line.seen = conversation.seen
  line.firstS = Math.min(line.firstS, conversation.firstS)
  line.lastS = Math.max(line.lastS, conversation.lastS)
  line.connections += conversation.connections
  line.unanswered += conversation.unanswered
  line.packetsToServer += conversation.packetsToServer
  line.packetsToClient += conversation.packetsToClient
  line.bytesToServer += conversation.bytesToServer
  line.bytesToClient += conversation.bytesToClient
  for (const operation of conversation.operations) {
    // What a server sends under the same code is the answer, not another command.
    if (operation.isFromServer) continue
    const key = `${operation.name} ${operation.effect}`
    const known = line.operations.get(key)
    if (known === undefined) {
      const { name, effect, count, frames } = operation
      line.operations.set(key, { name, effect, count, frames: [...frames] })
    } else {
      known.count += operation.count
      known.frames.push(...operation.frames)
    }
  }
}

function published(line: Line, names: readonly string[]): AssetConversation {
  const refer = ({ capture, frame }: Seen): FrameRef => ({ capture: names[capture] ?? '', frame })
  const { first } = line
  return {
    from: line.from,
    to: line.to,
    transport: first.transport,
    port: first.service,
    protocol: first.protocol ?? null,
    protocol_basis: first.protocolBasis,
    direction_basis: first.directionBasis,
    connections: line.connections,
    unanswered: line.unanswered,
    packets_to_server: line.packetsToServer,
    packets_to_client: line.packetsToClient,
    bytes_to_server: line.bytesToServer,
    bytes_to_client: line.bytesToClient,
    first: instantText(line.firstS),
    last: instantText(line.lastS),
    frame: refer(line.seen),
    operations: [...line.operations.values()]
      .sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
      .map(({ name, effect, count, frames }) => ({
        name,
        effect,
        count,
        frames: frames.sort(compareSeen).slice(0, framesPerOperation).map(refer),
      })),
  }
}

export function compareSeen(left: Seen, right: Seen): number {
  return left.capture - right.capture || left.frame - right.frame
}

function isEarlier(left: Seen, right: Seen): boolean {
  return compareSeen(left, right) < 0
}

function compareLines(left: Line, right: Line): number {
  return (
    compareTexts(left.from, right.from) ||
    compareTexts(left.to, right.to) ||
    compareTexts(left.first.transport, right.first.transport) ||
    left.first.service - right.first.service ||
    compareTexts(left.first.protocol ?? '', right.first.protocol ?? '')
  )
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
