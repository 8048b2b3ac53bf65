// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'

const hostNameAttribute = 6

/**
 * The TCP/IP interface object states the name of the device, alone or, with `attribute` 0, behind
 * the others: three words of 32 bits, a path, five addresses and the domain.
 */
export function recordInterface(cursor: Cursor, attribute: number, recorder: Recorder): void {
  if (attribute !== 0 && attribute !== hostNameAttribute) return
  if (attribute === 0) {
    cursor.skip(12)
    cursor.skip(2 * cursor.u16le())
    cursor.skip(20)
    const domain = paddedText(cursor)
    if (!cursor.isShort) recorder.fact('domain', domain)
  }
  const name = paddedText(cursor)
  if (!cursor.isShort) recorder.fact('hostname', name)
}

function paddedText(cursor: Cursor): string {
  const length = cursor.u16le()
  const text = cursor.text(length)
  if (length % 2 === 1 && cursor.left > 0) cursor.skip(1)
  return text
}
