// SPDX-License-Identifier: EUPL-1.2
/** DHCP and BOOTP: clients say who they are, servers which address, router and names they get. */
import type { Operation, Payload, Protocol, Recorder, Subject } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { ipv4At, textAt } from '../wire.ts'
import { clientOf, noAddress, recordClientOption } from './client.ts'
import { field, messageType, type Option, optionCode, readOptions } from './message.ts'

export const dhcp: Protocol = {
  name: 'dhcp',
  carrier: 'udp',
  volatile: [4, 10],
  ports: [67, 68, 4011],
  recognises: ({ view, from, to }) => isBootp(view, from, to),
  scan(view, from, to, _isFromServer, tally) {
    if (!isBootp(view, from, to)) return scan.foreign
    tally.add(messageType(view, from, to))
    return scan.decode
  },
  operation: (code): Operation => ({
    name: operationNames[code] ?? `message_${code}`,
    effect: 'other',
  }),
  decode(payload, recorder) {
    const { from, to } = payload
    if (to - from < fixedBytes) {
      recorder.oddity('truncated')
      return undefined
    }
    if (payload.view.getUint8(from + field.hardwareLength) > 16) {
      recorder.oddity('hardware-length-out-of-range')
    }
    const { options, borrowed, oddity } = readOptions(payload)
    if (oddity !== undefined) recorder.oddity(oddity)
    recordRelayAddress(payload, recorder)
    const about = subjectOf(payload)
    for (const option of options) recordClientOption(payload, option, recorder, about)
    if (payload.view.getUint8(from) === reply) {
      recordReply(payload, options, recorder)
      recordBootFields(payload, borrowed, recorder)
    }
    return undefined
  },
}

const request = 1
const reply = 2
/** Up to and with the client's hardware address. */
const fixedBytes = 44

// RFC 2131, RFC 3203, RFC 4388 and RFC 6926.
const operationNames: readonly string[] = [
  'bootp',
  'discover',
  'offer',
  'request',
  'decline',
  'acknowledge',
  'refuse',
  'release',
  'inform',
  'force_renew',
  'lease_query',
  'lease_unassigned',
  'lease_unknown',
  'lease_active',
]
const offer = 2
const acknowledge = 5

function isBootp(view: DataView, from: number, to: number): boolean {
  if (to - from < fixedBytes) return false
  const operation = view.getUint8(from)
  return operation === request || operation === reply
}

function subjectOf(payload: Payload): Subject {
  const { mac, ip } = clientOf(payload)
  const isRequest = payload.view.getUint8(payload.from) === request
  if (mac === undefined && ip === undefined) return isRequest ? 'sender' : 'receiver'
  return { ...(mac !== undefined && { mac }), ...(ip !== undefined && { ip }) }
}

function recordRelayAddress(payload: Payload, recorder: Recorder): void {
  const relay = ipv4At(payload.bytes, payload.from + field.relayAddress)
  if (!relay.startsWith('0.')) recorder.fact('role_hint', 'dhcp-relay', { ip: relay })
}

function recordReply(payload: Payload, options: readonly Option[], recorder: Recorder): void {
  const { bytes, view, from, to } = payload
  const type = messageType(view, from, to)
  const { mac, ip } = clientOf(payload)
  if (type === acknowledge || type === 0) {
    if (mac !== undefined && ip !== undefined) recorder.binding(mac, ip)
    if (ip !== undefined) recorder.fact('dhcp.address', ip, subjectOf(payload))
  }
  if (type !== acknowledge && type !== offer && type !== 0) return
  const serverId = options.find((option) => option.code === optionCode.serverId)
  const server: Subject =
    serverId !== undefined && serverId.to - serverId.from === 4
      ? { ip: ipv4At(bytes, serverId.from) }
      : 'sender'
  recorder.fact('role_hint', 'dhcp-server', server)
  for (const option of options) recordSetting(payload, option, recorder, server)
}

function recordBootFields(payload: Payload, borrowed: number, recorder: Recorder): void {
  const { bytes, from, to } = payload
  if (to - from < field.cookie) return
  if ((borrowed & 2) === 0) {
    const name = textAt(bytes, from + field.serverName, from + field.bootFile)
    recorder.fact('dhcp.server_name', name)
  }
  if ((borrowed & 1) === 0) {
    recorder.fact('dhcp.boot_file', textAt(bytes, from + field.bootFile, from + field.cookie))
  }
}

/** The settings that a server hands out tell of the site, not of one client. */
function recordSetting(
  { bytes }: Payload,
  option: Option,
  recorder: Recorder,
  server: Subject,
): void {
  const { code, from, to } = option
  const role = rolesByOption[code]
  if (role !== undefined) {
    for (let at = from; at + 4 <= to; at += 4) {
      const ip = ipv4At(bytes, at)
      if (ip !== noAddress) recorder.fact('role_hint', role, { ip })
    }
  } else if (code === optionCode.subnetMask && to - from === 4) {
    recorder.fact('dhcp.subnet_mask', ipv4At(bytes, from), server)
  } else if (code === optionCode.domain) {
    recorder.fact('dhcp.domain', textAt(bytes, from, to), server)
  } else if (code === optionCode.tftpServer) {
    recorder.fact('dhcp.tftp_server', textAt(bytes, from, to), server)
  } else if (code === optionCode.bootFile) {
    recorder.fact('dhcp.boot_file', textAt(bytes, from, to), server)
  }
}

const rolesByOption: Readonly<Record<number, string>> = {
  [optionCode.router]: 'router',
  [optionCode.nameServer]: 'dns-server',
  [optionCode.timeServer]: 'time-server',
}
