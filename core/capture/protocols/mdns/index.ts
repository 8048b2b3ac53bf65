// SPDX-License-Identifier: EUPL-1.2
/** Multicast DNS (RFC 6762) and service discovery (RFC 6763): hosts introduce themselves. */
import type { Protocol, Recorder } from '../../protocol.ts'
import { dnsOperation, isDnsMessage, scanDns } from '../dns/framing.ts'
import { type DnsMessage, type ResourceRecord, readMessage } from '../dns/message.ts'
import { addressIn, recordType, reversedAddress, stringsIn, targetIn } from '../dns/records.ts'
import { recordAttributes } from './attributes.ts'

export const mdns: Protocol = {
  name: 'mdns',
  carrier: 'udp',
  volatile: [0, 2],
  ports: [5353],
  recognises: isDnsMessage,
  scan: scanDns,
  operation: dnsOperation,
  decode(payload, recorder) {
    const message = readMessage(payload, payload.from, payload.to)
    for (const oddity of message.oddities) recorder.oddity(oddity)
    if (message.isResponse) {
      for (const record of message.records) recordStatement(message, record, recorder)
    } else {
      for (const question of message.questions) recorder.fact('mdns.query', question.name)
      // RFC 6762 section 8.2: a probing host puts the records it is about to claim in the
      // authority section. Answers in a query are what it heard from others.
      for (const record of message.records) {
        if (record.section === 'authority') recordStatement(message, record, recorder)
      }
    }
    return undefined
  },
}

function recordStatement(message: DnsMessage, record: ResourceRecord, recorder: Recorder): void {
  const ip = addressIn(message, record)
  if (ip !== undefined) {
    recorder.fact('hostname', record.name, { ip })
  } else if (record.type === recordType.ptr) {
    recordPointer(record.name, targetIn(message, record), recorder)
  } else if (record.type === recordType.srv) {
    recorder.fact('mdns.service', record.name)
    const host = targetIn(message, record)
    if (host !== undefined) recorder.fact('mdns.target', host)
  } else if (record.type === recordType.txt) {
    recorder.fact('mdns.service', record.name)
    for (const text of stringsIn(message, record)) {
      recorder.fact('mdns.txt', text)
      recordAttributes(text, recorder)
    }
  } else if (record.type === recordType.hinfo) {
    const [hardware, system] = stringsIn(message, record)
    if (hardware !== undefined) recorder.fact('hardware', hardware)
    if (system !== undefined) recorder.fact('operating_system', system)
  }
}

/** `_services._dns-sd._udp.local` lists kinds of services; a reverse name leads to a host. */
function recordPointer(name: string, target: string | undefined, recorder: Recorder): void {
  if (target === undefined) return
  const ip = reversedAddress(name)
  if (ip !== undefined) recorder.fact('hostname', target, { ip })
  else if (name.startsWith('_services._dns-sd.')) recorder.fact('mdns.service_type', target)
  else {
    recorder.fact('mdns.service_type', name)
    recorder.fact('mdns.service', target)
  }
}
