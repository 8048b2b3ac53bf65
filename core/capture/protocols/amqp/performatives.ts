// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'
import { recordLogin } from './methods.ts'

const described = 0x00
const smallNumber = 0x53
const code = { open: 0x10, saslInit: 0x41 } as const
const list = { short: 0xc0, long: 0xd0 } as const
/** Texts, symbols and bytes with a length of one byte; with one of four the upper half differs. */
const shortForms = [0xa0, 0xa1, 0xa3]
const longForms = [0xb0, 0xb1, 0xb3]

/** What opens a connection of 1.0: who it is, and to which host; or a log-in. */
export function recordOpen(cursor: Cursor, recorder: Recorder): void {
  if (cursor.u8() !== described || cursor.u8() !== smallNumber) return
  const performative = cursor.u8()
  const form = cursor.u8()
  if (form === list.short) cursor.skip(2)
  else if (form === list.long) cursor.skip(8)
  else return
  const first = textIn(cursor)
  if (performative === code.open) {
    recorder.fact('amqp.container', first ?? '')
    recorder.fact('amqp.host', textIn(cursor) ?? '', 'receiver')
  } else if (performative === code.saslInit && first !== undefined) {
    const from = cursor.at
    const kind = cursor.u8()
    if (!shortForms.includes(kind) && !longForms.includes(kind)) return
    const answer = cursor.skip(shortForms.includes(kind) ? cursor.u8() : cursor.u32())
    if (answer !== undefined && answer > from) recordLogin(first, cursor, answer, recorder)
  } else return
  if (cursor.isShort) recorder.oddity('truncated')
}

function textIn(cursor: Cursor): string | undefined {
  const form = cursor.u8()
  if (shortForms.includes(form)) return cursor.text(cursor.u8())
  return longForms.includes(form) ? cursor.text(cursor.u32()) : undefined
}
