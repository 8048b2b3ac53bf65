// SPDX-License-Identifier: EUPL-1.2
/** DNS (RFC 1035): what clients ask for, and which names lead to which addresses. */
import type { Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { recordRemoteAccess } from '../remote-access/index.ts'
import { dnsOperation, hasDnsHeader, isDnsMessage, isPlainQuestion, scanDns } from './framing.ts'
import { type DnsMessage, readMessage } from './message.ts'
import { addressIn, recordType, reversedAddress, targetIn } from './records.ts'

export const dns: Protocol = {
  name: 'dns',
  carrier: 'udp',
  volatile: [0, 2],
  ports: [53],
  // On other ports only a whole, plain question is taken for one.
  roams: true,
  recognises: (payload) =>
    hasPort(payload, 53) ? isDnsMessage(payload) : isPlainQuestion(payload),
  scan: scanDns,
  operation: dnsOperation,
  decode(payload, recorder) {
    recordMessage(readMessage(payload, payload.from, payload.to), recorder)
    return undefined
  },
}

// RFC 1035 section 4.2.2: two bytes say how long the message is.
const lengthBytes = 2
const maxMessageBytes = 65_535

/** Long answers, zone transfers and updates. */
export const dnsOverTcp: Protocol = {
  name: 'dns',
  carrier: 'tcp',
  ports: [53],
  streamBytes: lengthBytes + maxMessageBytes,
  recognises: ({ view, from, to }) =>
    to - from >= lengthBytes && hasDnsHeader(view, from + lengthBytes, to),
  // Where a message goes on in further segments these look like anything.
  scan: () => scan.decode,
  decode(payload, recorder) {
    const { view, from, to } = payload
    let at = from
    while (at + lengthBytes <= to) {
      const end = at + lengthBytes + view.getUint16(at)
      if (end > to) break
      recorder.layer('dns')
      recordMessage(readMessage(payload, at + lengthBytes, end), recorder)
      at = end
    }
    return at - from
  },
}

function recordMessage(message: DnsMessage, recorder: Recorder): void {
  for (const oddity of message.oddities) recorder.oddity(oddity)
  if (message.isResponse) recordAnswers(message, recorder)
  else if (message.opcode === update) recordUpdate(message, recorder)
  else recordQuestions(message, recorder)
}

const update = 5

// Names that lead to the addresses of one answer: the question and its aliases.
const maxAliases = 16

function recordQuestions(message: DnsMessage, recorder: Recorder): void {
  for (const question of message.questions) {
    recorder.fact('dns.query', question.name)
    recordRemoteAccess(question.name, 'dns', recorder)
    // Members of a Windows domain look for its controllers below `_msdcs`.
    const domain = /\._msdcs\.(.+)$/i.exec(question.name)?.[1]
    if (domain !== undefined) recorder.fact('domain', domain)
  }
}

/** RFC 2136: a host, or a DHCP server in its name, states under which name it is to be found. */
function recordUpdate(message: DnsMessage, recorder: Recorder): void {
  for (const record of message.records) {
    if (record.section !== 'authority') continue
    const ip = addressIn(message, record)
    if (ip !== undefined) recorder.fact('hostname', record.name, { ip })
  }
}

function recordAnswers(message: DnsMessage, recorder: Recorder): void {
  const answers = message.records.filter((record) => record.section === 'answer')
  if (answers.length > 0) recorder.fact('role_hint', 'dns-server')
  for (const name of new Set(answers.map((record) => record.name))) {
    if (reversedAddress(name) === undefined) recorder.fact('dns.answer', name)
  }
  const aliases = new Set<string>()
  for (const record of answers) {
    if (aliases.size < maxAliases && record.type === recordType.cname) aliases.add(record.name)
  }
  for (const record of answers) {
    const ip = addressIn(message, record)
    if (ip !== undefined) {
      recorder.fact('dns.name', record.name, { ip })
      for (const alias of aliases) recorder.fact('dns.name', alias, { ip })
    } else if (record.type === recordType.ptr) {
      const about = reversedAddress(record.name)
      const target = targetIn(message, record)
      if (target === undefined) continue
      if (about === undefined) recorder.fact('dns.answer', target)
      else recorder.fact('dns.name', target, { ip: about })
    }
  }
}

function hasPort({ source, destination }: Payload, port: number): boolean {
  return source.port === port || destination.port === port
}
