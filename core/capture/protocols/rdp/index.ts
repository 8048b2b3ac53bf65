// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { tls } from '../tls/index.ts'
import { isRecordAt } from '../tls/records.ts'
import { recordConference } from './conference.ts'
import { isNegotiationAt, recordNegotiation } from './negotiation.ts'

// TPKT (RFC 2126, section 4.3): version 3, reserved 0, length in network order. Then COTP: its
// length and type (ISO 8073): connect request, connect confirm, data.
const tpktBytes = 4
const cotpAt = 5
const cotp = { request: 0xe0, confirm: 0xd0, data: 0xf0 } as const
const ownPort = 3389
const maxStreamBytes = 65_536

// The innermost comes last: a session inside TLS is still a session of this protocol.
const layer = { tls: 0, tpkt: 1, cotp: 2, t125: 3, rdp: 4 } as const

// T.125: data of a session as the server indicates them, tag 26 of the domain's messages.
const sendDataIndication = 26

/** Remote Desktop: who opens it from which machine, and how it is protected ([MS-RDPBCGR]). */
export const rdp: Protocol = {
  name: 'rdp',
  carrier: 'tcp',
  ports: [ownPort],
  roams: true,
  layers: ['tls', 'tpkt', 'cotp', 't125', 'rdp'],
  deepPackets: 24,
  streamBytes: maxStreamBytes,
  recognises(payload) {
    const { bytes, from, to, source, destination } = payload
    if (source.port !== ownPort && destination.port !== ownPort) {
      return isTpktAt(bytes, from, to) && isNegotiationAt(bytes, from, to)
    }
    return (
      isTpktAt(bytes, from, to) || isRecordAt(bytes, from, to) || fastPathBytes(bytes, from, to) > 0
    )
  },
  scan(view, from, to, _isFromServer, tally): Scan {
    const size = to - from
    if (size < 2) return scan.foreign
    const first = view.getUint8(from)
    if (size > cotpAt && first === 3 && view.getUint8(from + 1) === 0) {
      tally.layer(layer.tpkt)
      tally.layer(layer.cotp)
      const kind = view.getUint8(from + cotpAt) & 0xf0
      if (kind !== cotp.data) {
        tally.layer(layer.rdp)
        return scan.decode
      }
      tally.layer(layer.t125)
      const isData = size > 7 && view.getUint8(from + 7) >> 2 === sendDataIndication
      if (isData) tally.layer(layer.rdp)
      return scan.seen
    }
    if (first >= 20 && first <= 23 && view.getUint8(from + 1) === 3) {
      tally.layer(layer.tls)
      return scan.seen
    }
    // Fast path, or the rest of a message that began in an earlier segment.
    tally.layer(layer.tpkt)
    if ((first & 3) === 0 && isFastPathWhole(view, from, to)) tally.layer(layer.rdp)
    return scan.seen
  },
  decode: decodeMessages,
}

function isTpktAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + cotpAt + 2 > to || bytes[at] !== 3 || bytes[at + 1] !== 0) return false
  const length = (bytes[at + 2] << 8) | bytes[at + 3]
  const kind = bytes[at + cotpAt]
  return length >= 7 && (kind === cotp.request || kind === cotp.confirm || kind === cotp.data)
}

/** The length that a fast-path message (section 2.2.9.1.2) gives itself; 0 when none begins. */
function fastPathBytes(bytes: Uint8Array, at: number, to: number): number {
  if (at + 3 > to || (bytes[at] & 3) !== 0) return 0
  const short = bytes[at + 1]
  const length = short < 0x80 ? short : ((short & 0x7f) << 8) | bytes[at + 2]
  return length >= 3 ? length : 0
}

function isFastPathWhole(view: DataView, from: number, to: number): boolean {
  const short = view.getUint8(from + 1)
  if (short < 0x80) return short >= 3 && from + short <= to
  return to - from >= 3 && from + (((short & 0x7f) << 8) | view.getUint8(from + 2)) <= to
}

function decodeMessages(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to, isCut } = payload
  let at = from
  while (at < to) {
    if (isRecordAt(bytes, at, to)) {
      const inner = tls.decode({ ...payload, from: at }, recorder) ?? to - at
      return at - from + inner
    }
    const isTpkt = bytes[at] === 3
    if (to - at < tpktBytes && isTpkt) {
      if (!isCut) return at - from
      recorder.oddity('truncated')
      break
    }
    const length = isTpkt ? (bytes[at + 2] << 8) | bytes[at + 3] : fastPathBytes(bytes, at, to)
    if (length < 3) {
      if (!isTpkt && to - at < 3 && !isCut && (bytes[at] & 3) === 0) return at - from
      recorder.oddity('no-message')
      break
    }
    const end = at + length
    if (end > to && !isCut) return at - from
    const message = { ...payload, from: at, to: Math.min(end, to) }
    if (isTpkt) decodeTpkt(message, recorder)
    if (end > to) recorder.oddity('truncated')
    at = end
  }
  return to - from
}

function decodeTpkt(payload: Payload, recorder: Recorder): void {
  const { bytes, from, to } = payload
  const kind = from + cotpAt < to ? bytes[from + cotpAt] & 0xf0 : 0
  if (kind === cotp.data) recordConference(payload, recorder)
  else if (kind === cotp.request || kind === cotp.confirm) recordNegotiation(payload, recorder)
  else recorder.oddity('no-message')
}
