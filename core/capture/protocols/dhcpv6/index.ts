// SPDX-License-Identifier: EUPL-1.2
/** DHCPv6 (RFC 8415): names, identifiers and addresses of IPv6 clients, also through relays. */
import type { Operation, Payload, Protocol, Recorder, Subject } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { labelsAt } from '../dhcp/client.ts'
import { hexBytes, ipv6At, textAt } from '../wire.ts'

export const dhcpv6: Protocol = {
  name: 'dhcpv6',
  carrier: 'udp',
  ports: [546, 547],
  recognises: ({ view, from, to }) => isDhcpv6(view, from, to),
  scan(view, from, to, _isFromServer, tally) {
    if (!isDhcpv6(view, from, to)) return scan.foreign
    tally.add(view.getUint8(from))
    return scan.decode
  },
  operation: (code): Operation => ({
    name: operationNames[code] ?? `message_${code}`,
    effect: 'other',
  }),
  volatile: [1, 4],
  decode(payload, recorder) {
    readMessage(payload, payload.from, payload.to, recorder, undefined)
    return undefined
  },
}

// RFC 8415 section 7.3 numbers them from 1.
const operationNames: readonly (string | undefined)[] = [
  undefined,
  'solicit',
  'advertise',
  'request',
  'confirm',
  'renew',
  'rebind',
  'reply',
  'release',
  'decline',
  'reconfigure',
  'information_request',
  'relay_forward',
  'relay_reply',
]
const advertise = 2
const reply = 7
const reconfigure = 10
const relayForward = 12
const relayReply = 13

/** IANA has assigned message types up to 36. */
const lastMessageType = 36

function isDhcpv6(view: DataView, from: number, to: number): boolean {
  if (to - from < 4) return false
  const type = view.getUint8(from)
  if (type < 1 || type > lastMessageType) return false
  // The first option, where there is one, has to fit. A cut frame may end anywhere.
  const isRelay = type === relayForward || type === relayReply
  const at = from + (isRelay ? relayHeaderBytes : 4)
  return at + 4 > to || view.getUint16(at + 2) <= maxOptionBytes
}

/** No option in use comes near it, but for a relayed message, which is a datagram itself. */
const maxOptionBytes = 1500

const option = {
  clientId: 1,
  serverId: 2,
  nonTemporary: 3,
  temporary: 4,
  address: 5,
  requestedOptions: 6,
  relayed: 9,
  userClass: 15,
  vendorClass: 16,
  interfaceId: 18,
  nameServers: 23,
  domains: 24,
  fqdn: 39,
} as const

// HOP_COUNT_LIMIT of RFC 8415 section 7.6.
const maxRelays = 8
const relayHeaderBytes = 34

/** What the message at hand tells its options. */
interface Context {
  readonly payload: Payload
  readonly recorder: Recorder
  readonly isFromServer: boolean
  readonly type: number
  /** The client. */
  readonly about: Subject
  readonly relays: number
}

/** `client` is the address behind the relay that sent this message on. */
function readMessage(
  payload: Payload,
  from: number,
  to: number,
  recorder: Recorder,
  client: { readonly ip: string; readonly relays: number } | undefined,
): void {
  if (to - from < 4) {
    recorder.oddity('truncated')
    return
  }
  const type = payload.view.getUint8(from)
  const isRelay = type === relayForward || type === relayReply
  if (isRelay && to - from < relayHeaderBytes) {
    recorder.oddity('truncated')
    return
  }
  const isFromServer =
    type === advertise || type === reply || type === reconfigure || type === relayReply
  const direct: Subject = isFromServer ? 'receiver' : 'sender'
  // The peer of the relay nearest to the client is the client.
  const peer = isRelay ? { ip: ipv6At(payload.bytes, from + 18) } : client && { ip: client.ip }
  const context: Context = {
    payload,
    recorder,
    isFromServer,
    type,
    about: peer ?? direct,
    relays: (client?.relays ?? 0) + (isRelay ? 1 : 0),
  }
  if (isRelay) recorder.fact('role_hint', 'dhcp-relay', isFromServer ? 'receiver' : 'sender')
  else if (isFromServer && client === undefined) recorder.fact('role_hint', 'dhcp-server')
  readOptions(context, from + (isRelay ? relayHeaderBytes : 4), to)
}

function readOptions(context: Context, from: number, to: number): void {
  const { view } = context.payload
  let at = from
  while (at < to) {
    if (at + 4 > to || at + 4 + view.getUint16(at + 2) > to) {
      context.recorder.oddity('truncated')
      return
    }
    const end = at + 4 + view.getUint16(at + 2)
    recordOption(context, view.getUint16(at), at + 4, end)
    at = end
  }
}

function recordOption(context: Context, code: number, from: number, to: number): void {
  const { payload, recorder, about } = context
  const { bytes } = payload
  const length = to - from
  switch (code) {
    case option.clientId:
      recorder.fact('dhcpv6.duid', hexBytes(bytes, from, to), about)
      break
    case option.serverId:
      if (context.isFromServer && context.relays === 0) {
        recorder.fact('dhcpv6.duid', hexBytes(bytes, from, to))
      }
      break
    case option.nonTemporary:
      if (length >= 12) readOptions(context, from + 12, to)
      break
    case option.temporary:
      if (length >= 4) readOptions(context, from + 4, to)
      break
    case option.address:
      if (length >= 24) recordAddress(context, ipv6At(bytes, from))
      break
    case option.requestedOptions:
      recorder.fact('dhcpv6.requested_options', numbersIn(payload, from, to), about)
      break
    case option.userClass:
      recordClasses(context, 'dhcpv6.user_class', from, to)
      break
    case option.vendorClass:
      if (length >= 4) recordClasses(context, 'dhcpv6.vendor_class', from + 4, to)
      break
    case option.interfaceId:
      recorder.fact('dhcpv6.relay_interface', textAt(bytes, from, to), about)
      break
    case option.nameServers:
      for (let at = from; at + 16 <= to; at += 16) {
        recorder.fact('role_hint', 'dns-server', { ip: ipv6At(bytes, at) })
      }
      break
    case option.domains:
      if (context.isFromServer) recorder.fact('dhcpv6.domain', labelsAt(bytes, from, to))
      break
    case option.fqdn:
      // RFC 4704: flags, then labels whose closing root may be left out.
      if (length > 1) recorder.fact('hostname', labelsAt(bytes, from + 1, to), about)
      break
    case option.relayed:
      recordRelayed(context, from, to)
      break
  }
}

function recordRelayed(context: Context, from: number, to: number): void {
  const { payload, recorder, about, relays } = context
  if (relays > maxRelays) recorder.oddity('too-many-relays')
  else if (typeof about === 'object' && 'ip' in about && about.ip !== undefined) {
    readMessage(payload, from, to, recorder, { ip: about.ip, relays })
  }
}

/** Only a reply grants an address, and only without a relay is its receiver the client. */
function recordAddress(context: Context, ip: string): void {
  const { payload, recorder, type, relays, about } = context
  if (type !== reply) return
  recorder.fact('dhcpv6.address', ip, about)
  const mac = payload.destination.mac
  if (relays === 0 && mac !== undefined && !isGroup(mac)) recorder.binding(mac, ip)
}

function isGroup(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) !== 0
}

function recordClasses(
  { payload, recorder, about }: Context,
  name: 'dhcpv6.user_class' | 'dhcpv6.vendor_class',
  from: number,
  to: number,
): void {
  let at = from
  while (at + 2 <= to) {
    const end = at + 2 + payload.view.getUint16(at)
    if (end > to) {
      recorder.oddity('truncated')
      return
    }
    recorder.fact(name, textAt(payload.bytes, at + 2, end), about)
    at = end
  }
}

function numbersIn({ view }: Payload, from: number, to: number): string {
  const numbers: number[] = []
  for (let at = from; at + 2 <= to; at += 2) numbers.push(view.getUint16(at))
  return numbers.join(',')
}
