// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, textAt } from '../wire.ts'

/** The text has 64 bytes with a trailing zero. */
const textBytes = 63

/**
 * Answer of the end point mapper: kind of device (25), order number (20), hardware (5), a letter
 * and three numbers of software, with blanks between. Newer stacks fill up with blanks.
 */
const fields = /^(.{25}) (.{20}) (.{5}) ([VRPUT ])(.{3})(.{3})(.{3})/

/** Looks for the text: what stands before it depends on how the sender aligns. */
export function recordAnnotation(body: Cursor, recorder: Recorder): void {
  const { bytes, to } = body
  let from = body.at
  for (let at = from; at <= to; at += 1) {
    const byte = at < to ? (bytes[at] ?? 0) : 0
    if (byte >= 0x20 && byte < 0x7f) continue
    if (at - from >= textBytes - 6 && record(textAt(bytes, from, at), recorder)) return
    from = at + 1
  }
}

function record(text: string, recorder: Recorder): boolean {
  const found = fields.exec(text.slice(0, textBytes))
  if (found === null) return false
  const [, model = '', orderNumber = '', hardware = '', letter = '', ...numbers] = found
  recorder.fact('model', model)
  recorder.fact('order_number', orderNumber)
  recorder.fact('hardware', hardware)
  const version = numbers.map((number) => number.trim())
  if (version.every((number) => /^\d+$/.test(number))) {
    recorder.fact('firmware', `${letter.trim()}${version.join('.')}`)
  }
  return true
}
