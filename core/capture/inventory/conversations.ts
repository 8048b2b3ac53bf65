// SPDX-License-Identifier: EUPL-1.2
// Conversations between devices as they are published.
import type { AssetConversation, FrameRef } from '../asset.ts'
import type { Conversation, Observed, Seen } from '../observations.ts'
import type { Device } from './device-list.ts'
import { Clock } from './instants.ts'
import type { Lines } from './lines.ts'

// Published lists stay readable; detections carry their own frames.
const framesPerOperation = 5

/** Those of the chosen lines, in order of their ends, service and protocol. */
export function publishedConversations(
  { conversations, captures }: Observed,
  devices: readonly Device[],
  lines: Lines,
  chosen: Uint8Array,
): AssetConversation[] {
  const names = captures.map(({ file }) => file)
  const clock = new Clock()
  const inOrder: number[] = []
  for (let line = 0; line < lines.count; line += 1) if (chosen[line] === 1) inOrder.push(line)
  inOrder.sort((left, right) => compareLines(lines, left, right))
  return inOrder.flatMap((line) => {
    const first = conversations.at(lines.first[line])
    if (first === undefined) return []
    const talk = new Talk(first)
    for (let at = lines.nextOfLine[lines.first[line]]; at !== 0; at = lines.nextOfLine[at]) {
      const next = conversations.at(at)
      if (next !== undefined) talk.add(next)
    }
    const ends = { from: devices[lines.from(line)].id, to: devices[lines.to(line)].id }
    return [talk.published(ends, names, clock)]
  })
}

function compareLines(lines: Lines, left: number, right: number): number {
  return (
    lines.from(left) - lines.from(right) ||
    lines.to(left) - lines.to(right) ||
    compareTexts(lines.service(left).use.transport, lines.service(right).use.transport) ||
    lines.service(left).use.port - lines.service(right).use.port ||
    compareTexts(lines.service(left).use.protocol ?? '', lines.service(right).use.protocol ?? '')
  )
}

interface Summed {
  readonly name: string
  readonly effect: string
  count: number
  frames: Seen[]
}

/** One line while its conversations are added up. */
class Talk {
  readonly #transport: Conversation['transport']
  readonly #service: number
  readonly #protocol: string | null
  readonly #protocolBasis: Conversation['protocolBasis']
  readonly #directionBasis: Conversation['directionBasis']
  #connections: number
  #unanswered: number
  #packetsToServer: number
  #packetsToClient: number
  #bytesToServer: number
  #bytesToClient: number
  #firstS: number
  #lastS: number
  #seen: Seen
  #operations: Summed[] = none

  constructor(first: Conversation) {
    this.#transport = first.transport
    this.#service = first.service
    this.#protocol = first.protocol ?? null
    this.#protocolBasis = first.protocolBasis
    this.#directionBasis = first.directionBasis
    this.#connections = first.connections
    this.#unanswered = first.unanswered
    this.#packetsToServer = first.packetsToServer
    this.#packetsToClient = first.packetsToClient
    this.#bytesToServer = first.bytesToServer
    this.#bytesToClient = first.bytesToClient
    this.#firstS = first.firstS
    this.#lastS = first.lastS
    this.#seen = first.seen
    this.#addOperations(first)
  }

  add(part: Conversation): void {
    this.#connections += part.connections
    this.#unanswered += part.unanswered
    this.#packetsToServer += part.packetsToServer
    this.#packetsToClient += part.packetsToClient
    this.#bytesToServer += part.bytesToServer
    this.#bytesToClient += part.bytesToClient
    this.#firstS = Math.min(this.#firstS, part.firstS)
    this.#lastS = Math.max(this.#lastS, part.lastS)
    if (compareSeen(part.seen, this.#seen) < 0) this.#seen = part.seen
    this.#addOperations(part)
  }

  published(
    { from, to }: Pick<AssetConversation, 'from' | 'to'>,
    names: readonly string[],
    clock: Clock,
  ): AssetConversation {
    const refer = ({ capture, frame }: Seen): FrameRef => ({ capture: names[capture] ?? '', frame })
    return {
      from,
      to,
      transport: this.#transport,
      port: this.#service,
      protocol: this.#protocol,
      protocol_basis: this.#protocolBasis,
      direction_basis: this.#directionBasis,
      connections: this.#connections,
      unanswered: this.#unanswered,
      packets_to_server: this.#packetsToServer,
      packets_to_client: this.#packetsToClient,
      bytes_to_server: this.#bytesToServer,
      bytes_to_client: this.#bytesToClient,
      first: clock.text(this.#firstS),
      last: clock.text(this.#lastS),
      frame: refer(this.#seen),
      operations: this.#operations.sort(compareOperations).map((operation) => ({
        name: operation.name,
        effect: operation.effect,
        count: operation.count,
        frames: operation.frames.sort(compareSeen).slice(0, framesPerOperation).map(refer),
      })),
    }
  }

  #addOperations({ operations }: Conversation): void {
    for (const { name, effect, isFromServer, count, frames } of operations) {
      // What a server sends under the same code is the answer, not another command.
      if (isFromServer) continue
      const known = this.#operations.find((one) => one.name === name && one.effect === effect)
      if (known === undefined) {
        if (this.#operations === none) this.#operations = []
        this.#operations.push({ name, effect, count, frames: [...frames] })
      } else {
        known.count += count
        known.frames.push(...frames)
      }
    }
  }
}

const none: Summed[] = []

function compareOperations(left: Summed, right: Summed): number {
  return right.count - left.count || compareTexts(left.name, right.name)
}

function compareSeen(left: Seen, right: Seen): number {
  return left.capture - right.capture || left.frame - right.frame
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
