// SPDX-License-Identifier: EUPL-1.2
/**
 * DTLS: TLS over UDP (RFC 6347, RFC 9147), as CIP Security, SSL tunnels and remote desktops use it.
 * Handshake messages in pieces are not put together; their names are read piece by piece.
 */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { nameStrings } from '../tls/certificate.ts'
import { isRead, recordMessage } from '../tls/handshake.ts'
import { Cursor } from '../wire.ts'

// Type, version, epoch, number of 48 bits, length; then in handshakes type, length, number of the
// message, offset and length of the piece.
const recordBytes = 13
const pieceBytes = 12
const handshake = 22
const maxRecordBytes = 16_384 + 2048

export const dtls: Protocol = {
  name: 'dtls',
  carrier: 'udp',
  ports: [2221, 4433, 5684],
  roams: true,
  deepPackets: 16,
  recognises: ({ view, from, to }) => isRecord(view, from, to),
  scan: (view, from, to) => (isRecord(view, from, to) ? scan.seen : scan.foreign),
  decode(payload, recorder) {
    const { view, from, to } = payload
    let at = from
    while (at < to) {
      if (!isRecord(view, at, to)) {
        recorder.oddity(to - at < recordBytes ? 'truncated' : 'no-record')
        return undefined
      }
      const end = at + recordBytes + view.getUint16(at + 11)
      if (end > to) recorder.oddity('truncated')
      // From epoch 1 on records are encrypted.
      const isPlain = view.getUint16(at + 3) === 0 && view.getUint8(at) === handshake
      if (isPlain) recordPieces(payload, at + recordBytes, Math.min(end, to), recorder)
      at = end
    }
    return undefined
  },
}

/** Known type, one of the versions (DTLS 1.3 shows itself as 1.2), a length that can be. */
function isRecord(view: DataView, at: number, to: number): boolean {
  if (at + recordBytes > to) return false
  const type = view.getUint8(at)
  const version = view.getUint16(at + 1)
  const length = view.getUint16(at + 11)
  const isVersion = version === 0xfeff || version === 0xfefd
  return type >= 20 && type <= 25 && isVersion && length > 0 && length <= maxRecordBytes
}

function recordPieces(payload: Payload, from: number, to: number, recorder: Recorder): void {
  const content = new Cursor(payload, from, to)
  while (content.left >= pieceBytes) {
    const type = content.u8()
    const length = content.u24()
    content.skip(2)
    const offset = content.u24()
    const piece = content.upTo(content.u24())
    if (!isRead(type)) continue
    if (offset === 0 && piece.left === length) {
      recordMessage({ type, body: piece, transport: 'd' }, recorder)
      continue
    }
    for (const name of nameStrings(piece.bytes, piece.at, piece.to)) {
      recorder.fact('tls.certificate_string', name)
    }
  }
}
