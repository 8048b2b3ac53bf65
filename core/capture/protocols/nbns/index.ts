// SPDX-License-Identifier: EUPL-1.2
/** NetBIOS name service (RFC 1002 section 4.2): Windows names asked for, claimed and answered. */
import type { Operation, Payload, Protocol, Recorder } from '../../protocol.ts'
import { isDnsMessage, scanDns } from '../dns/framing.ts'
import { type ResourceRecord, readMessage } from '../dns/message.ts'
import { ipv4At, macAt } from '../wire.ts'
import { netbiosNameAt, recordOwnedName, unfoldedName } from './names.ts'

export const nbns: Protocol = {
  name: 'nbns',
  carrier: 'udp',
  volatile: [0, 2],
  ports: [137],
  recognises: isDnsMessage,
  scan: scanDns,
  operation: (code): Operation => operations[code] ?? { name: `opcode_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const message = readMessage(payload, payload.from, payload.to)
    for (const oddity of message.oddities) recorder.oddity(oddity)
    if (!message.isResponse && message.opcode === query) {
      for (const question of message.questions) {
        const asked = unfoldedName(question.name)
        if (asked === undefined) recorder.oddity('name-not-netbios')
        else recorder.fact('nbns.query', asked.text)
      }
    }
    for (const record of message.records) {
      if (record.type === nodeStatus) recordStatus(payload, record, recorder)
      else if (record.type === addresses && message.responseCode === 0) {
        recordAddresses(payload, record, recorder)
      }
    }
    return undefined
  },
}

const query = 0

const operations: Readonly<Record<number, Operation>> = {
  0: { name: 'query', effect: 'read' },
  5: { name: 'registration', effect: 'other' },
  6: { name: 'release', effect: 'other' },
  7: { name: 'wait', effect: 'other' },
  8: { name: 'refresh', effect: 'other' },
  9: { name: 'refresh', effect: 'other' },
  15: { name: 'multihomed_registration', effect: 'other' },
}

// Resource record types NB and NBSTAT.
const addresses = 0x20
const nodeStatus = 0x21

const groupFlag = 0x8000

/** NB data: flags and an address, once for every owner. */
function recordAddresses(payload: Payload, record: ResourceRecord, recorder: Recorder): void {
  const owned = unfoldedName(record.name)
  if (owned === undefined) {
    recorder.oddity('name-not-netbios')
    return
  }
  for (let at = record.from; at + 6 <= record.to; at += 6) {
    const isGroup = (payload.view.getUint16(at) & groupFlag) !== 0
    recordOwnedName(owned, isGroup, recorder, { ip: ipv4At(payload.bytes, at + 2) })
  }
}

// RFC 1002 section 4.2.18: a count, entries of a name and its flags, then statistics that begin
// with the MAC address.
const entryBytes = 18

function recordStatus(payload: Payload, record: ResourceRecord, recorder: Recorder): void {
  if (record.to === record.from) return
  let at = record.from + 1
  for (let count = payload.view.getUint8(record.from); count > 0; count -= 1) {
    if (at + entryBytes > record.to) {
      recorder.oddity('truncated')
      return
    }
    const isGroup = (payload.view.getUint16(at + 16) & groupFlag) !== 0
    recordOwnedName(netbiosNameAt(payload.bytes, at), isGroup, recorder, 'sender')
    at += entryBytes
  }
  if (at + 6 > record.to) return
  const mac = macAt(payload.bytes, at)
  const ip = payload.source.ip
  // Samba sends zeros.
  if (mac === '00:00:00:00:00:00') return
  recorder.fact('nbns.mac', mac)
  if (ip !== undefined) recorder.binding(mac, ip)
}
