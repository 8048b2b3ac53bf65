// SPDX-License-Identifier: EUPL-1.2
import { type Protocol, scan } from '../../protocol.ts'
import { message, recordMessage } from '../tls/handshake.ts'
import { Cursor, hex } from '../wire.ts'
import { clientHelloIn } from './initial.ts'

// RFC 8999: the first bit marks a long header, which holds a version and two identifiers; RFC 9000
// makes the second bit always one and the identifiers at most 20 bytes.
const longForm = 0x80
const fixedBit = 0x40
const maxIdentifierBytes = 20
const names: Readonly<Record<number, string>> = { 1: 'QUIC 1', 1798521807: 'QUIC 2' }

/** QUIC: its version, and whom a client asks for: its first packets are encrypted in name only. */
export const quic: Protocol = {
  name: 'quic',
  carrier: 'udp',
  // Found by its first packets only: short headers on a port prove nothing.
  roams: true,
  deepPackets: 4,
  recognises: ({ view, from, to }) => isLong(view, from, to),
  scan: (view, from, to) =>
    to - from > 20 && (view.getUint8(from) & fixedBit) !== 0 ? scan.seen : scan.foreign,
  decode({ bytes, view, from, to, isFromServer }, recorder) {
    if (!isLong(view, from, to)) return undefined
    const version = view.getUint32(from + 1)
    recorder.fact('quic.version', names[version] ?? hex(version, 8))
    const stream = isFromServer ? undefined : clientHelloIn(bytes, from, to)
    if (stream === undefined || stream[0] !== message.clientHello) return undefined
    const whole = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
    const hello = new Cursor({ bytes: stream, view: whole }, 1, stream.length)
    const body = hello.upTo(hello.u24())
    recorder.layer('tls')
    recordMessage({ type: message.clientHello, body, transport: 'q' }, recorder)
    return undefined
  },
}

/** A long header of a version that is in use, drafts included. Allocates nothing. */
function isLong(view: DataView, from: number, to: number): boolean {
  if (to - from < 24 || (view.getUint8(from) & (longForm | fixedBit)) !== (longForm | fixedBit)) {
    return false
  }
  const version = view.getUint32(from + 1)
  const isKnown = names[version] !== undefined || version >>> 8 === 0xff_0000
  const first = view.getUint8(from + 5)
  if (!isKnown || first > maxIdentifierBytes || from + 6 + first >= to) return false
  return view.getUint8(from + 6 + first) <= maxIdentifierBytes
}
