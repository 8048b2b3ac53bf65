// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Protocol, Recorder, Scan } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { recordRemoteAccessPort } from '../remote-access/names.ts'
import type { Cursor } from '../wire.ts'
import { isRead, message, recordMessage, versionName } from './handshake.ts'
import {
  handshakeRecord,
  isOldHelloAt,
  isRecordAt,
  isSealedAt,
  recordEnd,
  recordHeaderBytes,
  runAt,
} from './records.ts'
import { volatileSpans } from './volatile.ts'

// A certificate chain fits; a handshake message may claim 16 MB, which nobody sends.
const maxStreamBytes = 65_536

/** TLS and SSL over TCP: who is asked for, who answers with which certificate, how old it is. */
export const tls: Protocol = {
  name: 'tls',
  carrier: 'tcp',
  // HTTPS, mail, LDAP, DNS, CIP Security, ADS, MQTT, AMQP over TLS; AnyDesk; OPC UA over HTTPS.
  ports: [
    443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 2221, 3269, 4843, 5061, 5671, 5986, 6568,
    7070, 8016, 8443, 8883, 9443,
  ],
  roams: true,
  // Long certificate chains arrive in many segments, from both sides.
  deepPackets: 32,
  streamBytes: maxStreamBytes,
  volatile: volatileSpans,
  recognises(payload) {
    const { bytes, from, to } = payload
    return isConversationAt(bytes, from, to) || isOldHelloAt(bytes, from, to)
  },
  scan(view, from, to): Scan {
    // Only the header of the first record: what follows is encrypted or seen by `decode`.
    if (to - from < recordHeaderBytes) return scan.foreign
    const type = view.getUint8(from)
    const version = view.getUint16(from + 1)
    if (type >= 20 && type <= 24 && version >= 0x0300 && version <= 0x0304) {
      return isSealed(view, from, to) ? scan.silent : scan.seen
    }
    return type >= 0x80 && view.getUint8(from + 2) === message.clientHello
      ? scan.seen
      : scan.foreign
  },
  decode(payload, recorder) {
    const consumed = decodeRecords(payload, recorder)
    // The packet that completes a record carries TLS as much as the one that began it.
    if (consumed > 0) recorder.layer('tls')
    return consumed
  },
}

/** Whether these are whole records, as many as are usual, and none of a handshake. */
function isSealed(view: DataView, from: number, to: number): boolean {
  let at = from
  for (let count = 0; count < 4 && isSealedAt(view, at, to); count += 1) {
    at += recordHeaderBytes + view.getUint16(at + 3)
    if (at === to) return true
  }
  return false
}

function decodeRecords(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to } = payload
  let at = from
  if (isOldHelloAt(bytes, at, to)) at = decodeOldHello(payload, recorder)
  while (at < to) {
    if (!isRecordAt(bytes, at, to)) {
      if (to - at < recordHeaderBytes && !payload.isCut) return at - from
      recorder.oddity(to - at < recordHeaderBytes ? 'truncated' : 'no-record')
      return to - from
    }
    // Waiting for the rest of a record keeps us in step with where the next one begins.
    if (recordEnd(bytes, at) > to && !payload.isCut) return at - from
    if (bytes[at] !== handshakeRecord) {
      if (recordEnd(bytes, at) > to) recorder.oddity('truncated')
      at = Math.min(recordEnd(bytes, at), to)
      continue
    }
    const next = decodeHandshake(payload, at, recorder)
    if (next === undefined) return at - from
    at = next
  }
  return to - from
}

/** Where the next record begins; undefined to wait for the rest of a message. */
function decodeHandshake(payload: Payload, at: number, recorder: Recorder): number | undefined {
  const { bytes, to } = payload
  const run = runAt(bytes, at, to)
  const { content } = run
  const isWaiting = run.isOpen && !payload.isCut && to - at < maxStreamBytes
  if (isWaiting && promises(content, run.wholeBytes)) return undefined
  if (run.isOpen && payload.isCut) recorder.oddity('truncated')
  if (isClientHelloAt(content)) recordRemoteAccessPort(payload.destination.port, recorder)
  while (content.left >= 4) {
    const type = content.u8()
    const length = content.u24()
    const isWhole = length <= content.left
    // After the keys have changed these bytes are encrypted and their type and length are noise.
    if (!isWhole && !(payload.isCut && isRead(type) && length < maxStreamBytes)) break
    const body = content.upTo(length)
    body.isShort = false
    if (isRead(type)) recordMessage({ type, body, transport: 't' }, recorder)
  }
  return run.next
}

/** Whether the unfinished message is one that we would read, of a size that can be. */
function promises(content: Cursor, wholeBytes: number): boolean {
  const at = wholeBytes
  if (content.to - at < 4) return content.to - at > 0
  const { bytes } = content
  const length = (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
  return isRead(bytes[at]) && length < maxStreamBytes
}

function isClientHelloAt(content: Cursor): boolean {
  return content.left > 4 && content.bytes[content.at] === message.clientHello
}

/** A handshake, or a record of a conversation whose beginning is not in the capture. */
function isConversationAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (!isRecordAt(bytes, from, to) || bytes[from + 2] > 3) return false
  if (bytes[from] !== handshakeRecord) return true
  const message = from + recordHeaderBytes
  return message < to && (bytes[message] <= 24 || recordEnd(bytes, from) === to)
}

function decodeOldHello(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to } = payload
  const version = (bytes[from + 3] << 8) | bytes[from + 4]
  recorder.fact('tls.client_version', versionName(version))
  recorder.fact('tls.hello', 'SSL 2.0')
  if (version < 0x0303) {
    recorder.event('old_version', { version: versionName(version), how: 'offered' })
  }
  const end = from + 2 + (((bytes[from] & 0x7f) << 8) | bytes[from + 1])
  if (end > to && payload.isCut) recorder.oddity('truncated')
  return Math.min(end, to)
}
