// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { recordToken } from '../gss/index.ts'
import { recordFragment } from '../tls/fragment.ts'
import { isRecordAt } from '../tls/records.ts'
import { Cursor } from '../wire.ts'
import { recordLogin, recordOldLogin } from './login.ts'
import { recordPrelogin, recordTokens } from './server.ts'

// [MS-TDS], section 2.2.3: type, status, length in network order, process, packet, window.
const headerBytes = 8
const maxPacketBytes = 32_767
const type = { oldLogin: 2, answer: 4, login: 16, security: 17, prelogin: 18 } as const

/** TDS, spoken by Microsoft SQL Server and Sybase: who logs in from where to which server. */
export const tds: Protocol = {
  name: 'tds',
  carrier: 'tcp',
  ports: [1433, 2433],
  roams: true,
  deepPackets: 12,
  streamBytes: maxPacketBytes,
  recognises({ bytes, view, from, to, source, destination }) {
    if (!isHeader(view, from, to)) return false
    const kind = bytes[from]
    const end = from + view.getUint16(from + 2)
    if (source.port === 1433 || destination.port === 1433) return true
    // Elsewhere only an opening is sign enough.
    return end === to && (kind === type.prelogin || kind === type.login)
  },
  scan: (view, from, to) => (isHeader(view, from, to) ? scan.seen : scan.foreign),
  decode: decodePackets,
}

/** Types 1 to 18 but for the unused, a status of known bits, window 0. Allocates nothing. */
function isHeader(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes > to) return false
  const kind = view.getUint8(at)
  const length = view.getUint16(at + 2)
  const isKind =
    (kind >= 1 && kind <= 8) || kind === 14 || kind === 15 || (kind >= 16 && kind <= 18)
  return (
    isKind &&
    (view.getUint8(at + 1) & 0xe0) === 0 &&
    length >= headerBytes &&
    length <= maxPacketBytes &&
    view.getUint8(at + 7) === 0
  )
}

function decodePackets(payload: Payload, recorder: Recorder): number {
  const { view, from, to, isCut } = payload
  let at = from
  while (at < to) {
    if (at + headerBytes > to) {
      if (!isCut) return at - from
      recorder.oddity('truncated')
      break
    }
    if (!isHeader(view, at, to)) {
      recorder.oddity('no-packet')
      break
    }
    const end = at + view.getUint16(at + 2)
    if (end > to && !isCut) return at - from
    const body = new Cursor(payload, at + headerBytes, Math.min(end, to))
    decodePacket(view.getUint8(at), body, payload.isFromServer, recorder)
    if (end > to) recorder.oddity('truncated')
    at = end
  }
  return to - from
}

function decodePacket(kind: number, body: Cursor, isFromServer: boolean, recorder: Recorder): void {
  // While it sets up encryption a TLS handshake travels inside the packets ([MS-TDS], 2.2.6.5).
  if (isRecordAt(body.bytes, body.at, body.to) && (kind === type.prelogin || isFromServer)) {
    recordFragment(body.bytes, body.at, body.to, recorder)
    return
  }
  if (kind === type.login) recordLogin(body, recorder)
  else if (kind === type.oldLogin) recordOldLogin(body, recorder)
  else if (kind === type.prelogin) recordPrelogin(body, recorder)
  else if (kind === type.security) recordToken(body.bytes, body.at, body.to, recorder)
  else if (kind === type.answer && isFromServer) {
    // The answer to the prelogin has the prelogin's form: its first option is the version, 0.
    if (body.left > 0 && body.bytes[body.at] === 0) recordPrelogin(body, recorder)
    else recordTokens(body, recorder)
  }
}
