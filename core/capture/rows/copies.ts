// SPDX-License-Identifier: EUPL-1.2
import type {
  Binding,
  Conversation,
  End,
  Observations,
  Observed,
  Sender,
  SightedFact,
} from '../observations.ts'

/** Every row as an object of its own, which may be kept. */
export function copies(observed: Observed): Observations {
  const ends: End[] = []
  const endOf = (end: End) => {
    const { number } = end
    if (number === undefined) return plainEnd(end)
    ends[number] ??= plainEnd(end)
    return ends[number]
  }
  return {
    ...observed,
    senders: Array.from(observed.senders, senderOf),
    bindings: Array.from(observed.bindings, bindingOf),
    conversations: Array.from(observed.conversations, (row) => conversationOf(row, endOf)),
    facts: Array.from(observed.facts, factOf),
  }
}

function plainEnd({ mac, ip }: End): End {
  return { ...(mac === undefined ? {} : { mac }), ...(ip === undefined ? {} : { ip }) }
}

function senderOf(row: Sender): Sender {
  const { vlan, packets, bytes, firstS, lastS, seen, ttl } = row
  return {
    ...plainEnd(row),
    ...(vlan === undefined ? {} : { vlan }),
    packets,
    bytes,
    firstS,
    lastS,
    seen,
    ...(ttl === undefined ? {} : { ttl }),
  }
}

function bindingOf({ mac, ip, protocol, packets, firstS, lastS, seen }: Binding): Binding {
  return { mac, ip, protocol, packets, firstS, lastS, seen }
}

function factOf(row: SightedFact): SightedFact {
  const { subject, name, value, protocol, packets, firstS, lastS, seen } = row
  return { subject, name, value, protocol, packets, firstS, lastS, seen }
}

function conversationOf(row: Conversation, endOf: (end: End) => End): Conversation {
  const { vlan, protocol, starts = [] } = row
  return {
    client: endOf(row.client),
    server: endOf(row.server),
    ...(vlan === undefined ? {} : { vlan }),
    transport: row.transport,
    service: row.service,
    ...(protocol === undefined ? {} : { protocol }),
    protocolBasis: row.protocolBasis,
    directionBasis: row.directionBasis,
    connections: row.connections,
    unanswered: row.unanswered,
    packetsToServer: row.packetsToServer,
    packetsToClient: row.packetsToClient,
    bytesToServer: row.bytesToServer,
    bytesToClient: row.bytesToClient,
    firstS: row.firstS,
    lastS: row.lastS,
    seen: row.seen,
    operations: row.operations.map(({ name, effect, isFromServer, count, frames }) => ({
      name,
      effect,
      isFromServer,
      count,
      frames,
    })),
    ...(starts.length === 0 ? {} : { starts }),
  }
}
