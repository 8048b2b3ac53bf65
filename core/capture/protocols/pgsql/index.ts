// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { Cursor, textAt } from '../wire.ts'

// PostgreSQL's manual, "Frontend/Backend Protocol": the first message has a length and a version,
// all others a letter and a length that counts itself.
const versionThree = 0x0003_0000
const tlsRequest = 80_877_103
const maxMessageBytes = 16_384
const code = { authentication: 0x52, parameter: 0x53 } as const
const schemes: Readonly<Record<number, string>> = { 3: 'clear text', 5: 'MD5', 6: 'SCM' }

/** PostgreSQL: who logs in to which database, the server's version, and how passwords travel. */
export const pgsql: Protocol = {
  name: 'pgsql',
  carrier: 'tcp',
  ports: [5432],
  streamBytes: maxMessageBytes,
  recognises: ({ view, from, to }) => isStart(view, from, to) || isMessage(view, from, to),
  scan: (view, from, to) =>
    isStart(view, from, to) || isMessage(view, from, to) || to - from === 1
      ? scan.seen
      : scan.foreign,
  decode: decodeMessages,
}

function isStart(view: DataView, at: number, to: number): boolean {
  if (at + 8 > to) return false
  const version = view.getUint32(at + 4)
  return (version === versionThree || version === tlsRequest) && isLength(view.getUint32(at), 8)
}

function isMessage(view: DataView, at: number, to: number): boolean {
  if (at + 5 > to) return false
  const letter = view.getUint8(at)
  const isLetter = (letter >= 0x41 && letter <= 0x5a) || (letter >= 0x61 && letter <= 0x7a)
  const length = view.getUint32(at + 1)
  return (isLetter || (letter >= 0x31 && letter <= 0x33)) && length >= 4 && length < 0x4000_0000
}

function isLength(length: number, least: number): boolean {
  return length >= least && length <= maxMessageBytes
}

function decodeMessages(payload: Payload, recorder: Recorder): number {
  const { view, from, to, isCut, isFromServer } = payload
  let at = from
  // The answer to a request for TLS is one letter.
  if (isFromServer && to - from === 1) return 1
  while (at < to) {
    const isFirst = !isFromServer && isStart(view, at, to)
    if (!isFirst && !isMessage(view, at, to)) {
      if (to - at < 8 && !isCut) return at - from
      recorder.oddity(to - at < 8 ? 'truncated' : 'no-message')
      break
    }
    const end = isFirst ? at + view.getUint32(at) : at + 1 + view.getUint32(at + 1)
    if (end > to && !isCut && end - at <= maxMessageBytes) return at - from
    const body = new Cursor(payload, at + (isFirst ? 8 : 5), Math.min(end, to))
    if (isFirst) recordStart(body, recorder)
    else if (isFromServer) recordAnswer(view.getUint8(at), body, recorder)
    if (end > to) recorder.oddity(isCut ? 'truncated' : 'message-beyond-window')
    at = end
  }
  return to - from
}

/** Pairs of a name and a value, each ended by a NUL. */
function recordStart(body: Cursor, recorder: Recorder): void {
  for (let count = 0; count < 32 && body.left > 1; count += 1) {
    const name = nextText(body)
    const value = nextText(body)
    if (name === 'user') {
      recorder.fact('pgsql.user', value)
      recorder.remember('user', value)
    } else if (name === 'application_name') recorder.fact('pgsql.application', value)
    else if (name === 'database') recorder.fact('pgsql.database', value, 'receiver')
  }
}

function recordAnswer(letter: number, body: Cursor, recorder: Recorder): void {
  if (letter === code.parameter) {
    const name = nextText(body)
    if (name === 'server_version') recorder.fact('server_software', `PostgreSQL ${nextText(body)}`)
    return
  }
  if (letter !== code.authentication) return
  const scheme = schemes[body.u32()]
  if (scheme === undefined || body.isShort) return
  const user = recorder.recall('user') ?? ''
  if (scheme === 'clear text') recorder.event('cleartext_login', { user })
  else recorder.event('weak_authentication', { scheme: `PostgreSQL ${scheme}`, user })
}

function nextText(body: Cursor): string {
  const { bytes, at, to } = body
  let end = at
  while (end < to && bytes[end] !== 0) end += 1
  body.skip(Math.min(to, end + 1) - at)
  return textAt(bytes, at, end)
}
