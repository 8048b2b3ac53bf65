// SPDX-License-Identifier: EUPL-1.2
// Observations written by hand, for tests of the inventory and of detections.
import type {
  Binding,
  Conversation,
  Observations,
  Seen,
  Sender,
  SightedEvent,
  SightedFact,
  SightedOperation,
} from '../observations.ts'

const startS = 1_750_000_000

export function seen(frame: number, capture = 0): Seen {
  return { capture, frame }
}

export function sender(
  mac: string | undefined,
  ip: string | undefined,
  rest: Partial<Sender> = {},
): Sender {
  return {
    ...(mac === undefined ? {} : { mac }),
    ...(ip === undefined ? {} : { ip }),
    packets: 10,
    bytes: 1000,
    firstS: startS,
    lastS: startS + 60,
    seen: seen(1),
    ...rest,
  }
}

export function binding(mac: string, ip: string, rest: Partial<Binding> = {}): Binding {
  return {
    mac,
    ip,
    protocol: 'arp',
    packets: 2,
    firstS: startS,
    lastS: startS + 60,
    seen: seen(2),
    ...rest,
  }
}

export function fact(
  subject: SightedFact['subject'],
  name: SightedFact['name'],
  value: string,
  rest: Partial<SightedFact> = {},
): SightedFact {
  return {
    subject,
    name,
    value,
    protocol: 'lldp',
    packets: 1,
    firstS: startS,
    lastS: startS,
    seen: seen(3),
    ...rest,
  }
}

export function conversation(
  client: Conversation['client'],
  server: Conversation['server'],
  rest: Partial<Conversation> = {},
): Conversation {
  return {
    client,
    server,
    transport: 'tcp',
    service: 502,
    protocol: 'modbus',
    protocolBasis: 'decoded',
    directionBasis: 'handshake',
    connections: 1,
    unanswered: 0,
    packetsToServer: 10,
    packetsToClient: 10,
    bytesToServer: 800,
    bytesToClient: 900,
    firstS: startS,
    lastS: startS + 60,
    seen: seen(4),
    operations: [],
    ...rest,
  }
}

export function operation(
  name: string,
  effect: SightedOperation['effect'],
  count = 1,
  frame = 5,
): SightedOperation {
  return { name, effect, isFromServer: false, count, frames: [seen(frame)] }
}

export function event(
  name: SightedEvent['name'],
  protocol: string,
  rest: Partial<SightedEvent> = {},
): SightedEvent {
  return {
    name,
    protocol,
    detail: {},
    client: { ip: '10.0.0.1' },
    server: { ip: '10.0.0.2' },
    service: 0,
    count: 1,
    frames: [seen(6)],
    ...rest,
  }
}

export function observed(parts: Partial<Observations>): Observations {
  return {
    captures: [
      {
        file: 'line.pcap',
        format: 'pcap',
        packets: 100,
        bytes: 10_000,
        first: '2025-06-15T15:06:40Z',
        last: '2025-06-15T15:07:40Z',
        oddities: {},
      },
      { file: 'day2.pcap', format: 'pcapng', packets: 0, bytes: 0, oddities: {} },
    ],
    protocols: {},
    senders: [],
    bindings: [],
    conversations: [],
    facts: [],
    events: [],
    moves: [],
    leftOut: [],
    ...parts,
  }
}
