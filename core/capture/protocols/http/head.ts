// SPDX-License-Identifier: EUPL-1.2
// The head of an HTTP message (RFC 9112 section 2): a start line, fields, an empty line.
import { textAt } from '../wire.ts'

export interface Head {
  /** Three words of the start line: method, target and version, or version, code and reason. */
  readonly start: readonly [string, string, string]
  /** Names in lower case; values of a repeated field with commas between (RFC 9110). */
  readonly fields: ReadonlyMap<string, string>
  /** Where the body begins; undefined while the empty line is missing. */
  readonly bodyAt: number | undefined
}

// Servers accept some hundred fields of some kilobytes; we keep what names somebody.
const maxFields = 128
const maxLineBytes = 2048

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Reads whole lines only: a field that continues in another segment is left out. */
export function readHead(bytes: Uint8Array, from: number, to: number): Head {
  const fields = new Map<string, string>()
  let start: Head['start'] = ['', '', '']
  let at = from
  let isFirst = true
  while (at < to) {
    const feed = bytes.subarray(at, to).indexOf(lineFeed)
    if (feed < 0) break
    const next = at + feed + 1
    let end = next - 1
    if (end > at && bytes[end - 1] === carriageReturn) end -= 1
    if (end === at) return { start, fields, bodyAt: next }
    const line = textAt(bytes, at, Math.min(end, at + maxLineBytes))
    if (isFirst) start = wordsOf(line)
    else if (fields.size < maxFields) keepField(line, fields)
    isFirst = false
    at = next
  }
  return { start, fields, bodyAt: undefined }
}

function wordsOf(line: string): Head['start'] {
  const first = line.indexOf(' ')
  if (first < 0) return [line, '', '']
  const second = line.indexOf(' ', first + 1)
  if (second < 0) return [line.slice(0, first), line.slice(first + 1), '']
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)]
}

function keepField(line: string, fields: Map<string, string>): void {
  const colon = line.indexOf(':')
  if (colon <= 0) return
  const name = line.slice(0, colon).trim().toLowerCase()
  const value = line.slice(colon + 1).trim()
  const before = fields.get(name)
  fields.set(name, before === undefined ? value : `${before}, ${value}`)
}
