// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { recordToken } from '../gss/index.ts'
import { Cursor, textAt, utf16At } from '../wire.ts'

// [MS-TDS], section 2.2.6.4: the fixed part ends before the list of offsets and lengths.
const fixedBytes = 36

/**
 * A LOGIN7 that can be read was not encrypted. Its password is hidden by swapped half bytes and a
 * constant: that is clear text, so the login is one; it is never read.
 */
export function recordLogin(body: Cursor, recorder: Recorder): void {
  const start = body.at
  const fixed = body.upTo(fixedBytes)
  const next = (): Cursor => {
    const from = start + body.u16le()
    const characters = body.u16le()
    const to = from + characters * 2
    if (to > body.to) body.isShort = true
    return new Cursor(body, Math.min(from, body.to), Math.min(to, body.to))
  }
  const text = () => {
    const part = next()
    return utf16At(part.bytes, part.at, part.to)
  }
  const host = text()
  const user = text()
  const password = next()
  const application = text()
  const server = text()
  next()
  const library = text()
  next()
  const database = text()
  body.skip(6)
  const tokenFrom = start + body.u16le()
  const tokenTo = tokenFrom + body.u16le()
  if (fixed.isShort) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('hostname', host)
  recorder.fact('tds.user', user)
  recorder.fact('tds.application', application)
  recorder.fact('tds.library', library)
  recorder.fact('tds.server_name', server, 'receiver')
  recorder.fact('tds.database', database, 'receiver')
  if (user !== '' && password.left > 0) recorder.event('cleartext_login', { user, application })
  if (tokenTo > tokenFrom && tokenTo <= body.to) {
    recordToken(body.bytes, tokenFrom, tokenTo, recorder)
  }
  if (body.isShort) recorder.oddity('truncated')
}

/** Fields of fixed width, each with its length behind it (TDS 4.2 and 5.0). */
const oldFields = { host: 0, user: 31, password: 62, application: 140, server: 171 } as const
const oldFieldBytes = 30
const oldLoginBytes = 171 + 31

/** The login of TDS before 7: the password stands in it as it is. */
export function recordOldLogin(body: Cursor, recorder: Recorder): void {
  const { bytes, at, to } = body
  if (to - at < oldLoginBytes) {
    recorder.oddity('truncated')
    return
  }
  const lengthOf = (offset: number) => bytes[at + offset + oldFieldBytes]
  const text = (offset: number) => {
    const length = Math.min(lengthOf(offset), oldFieldBytes)
    return textAt(bytes, at + offset, at + offset + length)
  }
  const user = text(oldFields.user)
  recorder.fact('hostname', text(oldFields.host))
  recorder.fact('tds.user', user)
  recorder.fact('tds.application', text(oldFields.application))
  recorder.fact('tds.server_name', text(oldFields.server), 'receiver')
  if (user !== '' && lengthOf(oldFields.password) > 0) recorder.event('cleartext_login', { user })
}
