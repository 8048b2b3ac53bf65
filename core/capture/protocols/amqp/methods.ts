// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, textAt } from '../wire.ts'

const connection = 10
const start = 10
const startOk = 11
// Brokers send some ten properties, with a table of abilities among them.
const maxFields = 64

/** Bytes of values whose kind says how long they are. */
const fixed: Readonly<Record<string, number>> = {
  t: 1,
  b: 1,
  B: 1,
  s: 2,
  u: 2,
  I: 4,
  i: 4,
  f: 4,
  D: 5,
  l: 8,
  L: 8,
  d: 8,
  T: 8,
  V: 0,
}

/** A method of 0-9-1: its class, its number, its arguments. */
export function recordMethod(cursor: Cursor, recorder: Recorder): void {
  if (cursor.u16() !== connection) return
  const method = cursor.u16()
  if (method !== start && method !== startOk) return
  // The version stands before a broker's properties.
  if (method === start) cursor.skip(2)
  const properties = textsIn(cursor)
  const product = `${properties.get('product') ?? ''} ${properties.get('version') ?? ''}`
  recorder.fact(method === start ? 'server_software' : 'user_agent', product)
  recorder.fact('amqp.cluster', properties.get('cluster_name') ?? '')
  if (method === startOk) {
    const mechanism = cursor.text(cursor.u8())
    const answer = cursor.skip(cursor.u32())
    if (answer !== undefined) recordLogin(mechanism, cursor, answer, recorder)
  }
  if (cursor.isShort) recorder.oddity('truncated')
}

/** RFC 4616: an identity, a user, a password, each behind a zero; the password is not read. */
export function recordLogin(
  mechanism: string,
  { bytes, at: to }: Cursor,
  from: number,
  recorder: Recorder,
): void {
  if (mechanism !== 'PLAIN') return
  let at = from
  while (at < to && bytes[at] !== 0) at += 1
  recorder.event('cleartext_login', { user: textAt(bytes, at + 1, to) })
}

/** The texts of a table of fields. */
function textsIn(cursor: Cursor): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const table = cursor.upTo(cursor.u32())
  for (let count = 0; count < maxFields && table.left > 0; count += 1) {
    const name = table.text(table.u8())
    const kind = String.fromCharCode(table.u8())
    if (kind === 'S') texts.set(name, table.text(table.u32()))
    else table.skip(fixed[kind] ?? table.u32())
    if (table.isShort) break
  }
  return texts
}
