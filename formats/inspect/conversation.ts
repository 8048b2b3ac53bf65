// SPDX-License-Identifier: EUPL-1.2
import { list, member, type SightedConversation, text, textOf } from '../sightings/index.ts'
import { instant } from './facts.ts'

const transports = ['tcp', 'udp', 'icmp', 'ip', 'ethernet'] as const
/** Of one conversation; more say nothing new. */
const mostOperations = 40

/** Undefined for what has not the shape of one. */
export function conversationOf(
  one: unknown,
  from: number,
  to: number,
): SightedConversation | undefined {
  const transport = transports.find((name) => name === text(one, 'transport'))
  const port = count(member(one, 'port'))
  if (transport === undefined || port === undefined || port > 65_535) return undefined
  const frame = member(one, 'frame')
  const figure = (name: string) => count(member(one, name)) ?? 0
  return {
    from,
    to,
    transport,
    port,
    protocol: textOf(member(one, 'protocol'))?.slice(0, 40) ?? null,
    isGuess: text(one, 'protocol_basis') !== 'decoded',
    isDirectionSure: text(one, 'direction_basis') !== 'first',
    connections: figure('connections'),
    unanswered: figure('unanswered'),
    packetsToServer: figure('packets_to_server'),
    packetsToClient: figure('packets_to_client'),
    bytesToServer: figure('bytes_to_server'),
    bytesToClient: figure('bytes_to_client'),
    first: instant(text(one, 'first')) ?? null,
    last: instant(text(one, 'last')) ?? null,
    capture: textOf(member(frame, 'capture')) ?? null,
    frame: count(member(frame, 'frame')) ?? null,
    operations: list(one, 'operations')
      .slice(0, mostOperations)
      .flatMap((operation) => {
        const name = textOf(member(operation, 'name'))?.slice(0, 80)
        const effect = textOf(member(operation, 'effect'))?.slice(0, 20)
        if (name === undefined || effect === undefined) return []
        return [{ name, effect, count: count(member(operation, 'count')) ?? 0 }]
      }),
  }
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined
}
