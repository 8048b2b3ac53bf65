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
    const key = `${from} ${to} ${transport} ${service} ${protocol ?? ''}`
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { from, to, parts: [conversation] })
    else line.parts.push(conversation)
  }
  const names = observations.captures.map(({ file }) => file)
  return [...lines.values()].sort(compareLines).map((line) => published(line, names))
}

/** What one device did with another by one protocol, under whatever addresses and VLANs. */
interface Line {
  readonly from: string
  readonly to: string
  readonly parts: Conversation[]
}

/** One at a time: large captures have hundreds of thousands. */
export function* dealings(observations: Observations, devices: Devices): Generator<Dealing> {
  for (const conversation of observations.conversations) {
    const client = devices.find(conversation.client)?.id
    const server = devices.find(conversation.server)?.id
    if (client === undefined || client === server) continue
    if (server === undefined && !isIoSetUp(conversation)) continue
    const effects = conversation.operations.length === 0 ? noEffects : new Set<Effect>()
    let requests = 0
    for (const { effect, isFromServer, count } of conversation.operations) {
      if (isFromServer) continue
      effects.add(effect)
      requests += count
    }
    const { transport, service, protocol, packetsToClient } = conversation
    yield {
      client,
      // EtherCAT telegrams go to nobody in particular.
      server: server ?? '',
      service: { transport, port: service, protocol: protocol ?? null },
      isAnswered: packetsToClient > 0 && !isRefused(conversation),
      effects,
      requests,
      isIoSetUp: isIoSetUp(conversation),
    }
  }
}

const noEffects: Set<Effect> = new Set()

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

function published({ from, to, parts }: Line, names: readonly string[]): AssetConversation {
  const refer = ({ capture, frame }: Seen): FrameRef => ({ capture: names[capture] ?? '', frame })
  const [first] = parts as [Conversation]
  const total = parts.length === 1 ? first : addedUp(parts)
  return {
    from,
    to,
    transport: first.transport,
    port: first.service,
    protocol: first.protocol ?? null,
    protocol_basis: first.protocolBasis,
    direction_basis: first.directionBasis,
    connections: total.connections,
    unanswered: total.unanswered,
    packets_to_server: total.packetsToServer,
    packets_to_client: total.packetsToClient,
    bytes_to_server: total.bytesToServer,
    bytes_to_client: total.bytesToClient,
    first: instantText(total.firstS),
    last: instantText(total.lastS),
    frame: refer(total.seen),
    operations: operationsOf(parts).map(({ name, effect, count, frames }) => ({
      name,
      effect,
      count,
      frames: frames.sort(compareSeen).slice(0, framesPerOperation).map(refer),
    })),
  }
}

function addedUp(parts: readonly Conversation[]): Conversation {
  const sum = (figure: (part: Conversation) => number) =>
    parts.reduce((total, part) => total + figure(part), 0)
  const [first] = parts as [Conversation]
  return {
    ...first,
    connections: sum((part) => part.connections),
    unanswered: sum((part) => part.unanswered),
    packetsToServer: sum((part) => part.packetsToServer),
    packetsToClient: sum((part) => part.packetsToClient),
    bytesToServer: sum((part) => part.bytesToServer),
    bytesToClient: sum((part) => part.bytesToClient),
    firstS: parts.reduce((least, { firstS }) => Math.min(least, firstS), first.firstS),
    lastS: parts.reduce((most, { lastS }) => Math.max(most, lastS), first.lastS),
    seen: parts.reduce((least, { seen }) => (isEarlier(seen, least) ? seen : least), first.seen),
  }
}

interface Summed {
  readonly name: string
  readonly effect: string
  count: number
  readonly frames: Seen[]
}

const none: Summed[] = []

function operationsOf(parts: readonly Conversation[]): Summed[] {
  if (parts.every(({ operations }) => operations.length === 0)) return none
  const summed = new Map<string, Summed>()
  for (const { operations } of parts) {
    for (const { name, effect, isFromServer, count, frames } of operations) {
      // What a server sends under the same code is the answer, not another command.
      if (isFromServer) continue
      const known = summed.get(`${name} ${effect}`)
      if (known === undefined) {
        summed.set(`${name} ${effect}`, { name, effect, count, frames: [...frames] })
      } else {
        known.count += count
        known.frames.push(...frames)
      }
    }
  }
  return [...summed.values()].sort(
    (left, right) => right.count - left.count || (left.name < right.name ? -1 : 1),
  )
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
    compareTexts(transportOf(left), transportOf(right)) ||
    serviceOf(left) - serviceOf(right) ||
    compareTexts(protocolOf(left), protocolOf(right))
  )
}

const transportOf = ({ parts }: Line) => parts[0]?.transport ?? ''
const serviceOf = ({ parts }: Line) => parts[0]?.service ?? 0
const protocolOf = ({ parts }: Line) => parts[0]?.protocol ?? ''

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
