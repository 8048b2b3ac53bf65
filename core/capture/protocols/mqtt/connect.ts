// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, textAt } from '../wire.ts'

const versions: Readonly<Record<number, string>> = { 3: '3.1', 4: '3.1.1', 5: '5' }
const version5 = 5

const flag = { will: 0x04, password: 0x40, user: 0x80 } as const

/** The payload of CONNECT. The password is skipped: that there is one is all we say. */
export function recordConnect(cursor: Cursor, recorder: Recorder): void {
  cursor.text(cursor.u16())
  const level = cursor.u8()
  const flags = cursor.u8()
  cursor.u16()
  if (level === version5) skipProperties(cursor)
  const clientId = textIn(cursor)
  let willTopic = ''
  if ((flags & flag.will) !== 0) {
    if (level === version5) skipProperties(cursor)
    willTopic = textIn(cursor)
    cursor.skip(cursor.u16())
  }
  const user = (flags & flag.user) !== 0 ? textIn(cursor) : ''
  if ((flags & flag.password) !== 0) cursor.skip(cursor.u16())
  if (cursor.isShort) recorder.oddity('length-out-of-range')
  recorder.fact('mqtt.client_id', clientId)
  recorder.fact('mqtt.user', user)
  recorder.fact('mqtt.topic', willTopic)
  recorder.fact('mqtt.version', versions[level & 0x7f] ?? `level ${level}`)
  if ((flags & flag.password) !== 0) {
    recorder.event('cleartext_login', { method: 'password', user, client_id: clientId })
  } else if ((flags & flag.user) === 0) {
    recorder.event('weak_authentication', { method: 'anonymous', client_id: clientId })
  }
}

/** A text with its length before it. */
export function textIn(cursor: Cursor): string {
  const length = cursor.u16()
  const from = cursor.skip(length)
  return from === undefined ? '' : textAt(cursor.bytes, from, from + length)
}

/** Version 5 section 2.2.2: a length of up to four bytes and as much of properties. */
export function skipProperties(cursor: Cursor): void {
  let length = 0
  for (let index = 0; index < 4; index += 1) {
    const byte = cursor.u8()
    length += (byte & 0x7f) * 128 ** index
    if (byte < 0x80) break
  }
  cursor.skip(length)
}
