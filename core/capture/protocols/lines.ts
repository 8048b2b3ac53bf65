// SPDX-License-Identifier: EUPL-1.2
// What FTP, SMTP, POP and IMAP have in common: lines of text, answered in turn.
import type { Payload } from '../protocol.ts'
import { textAt } from './wire.ts'

/** RFC 5321 allows 512 bytes a line, RFC 2449 as many; extensions take some more. */
export const maxLineBytes = 2048

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Gives the whole lines of a payload and returns how many bytes they took. A line without end
 * stays for the next segment, unless it is too long to be one.
 */
export function readLines(payload: Payload, take: (line: string) => void): number {
  const { bytes, from, to } = payload
  let at = from
  while (at < to) {
    const feed = bytes.subarray(at, to).indexOf(lineFeed)
    if (feed < 0) return to - at > maxLineBytes ? to - from : at - from
    const next = at + feed + 1
    const end = next - 1 > at && bytes[next - 2] === carriageReturn ? next - 2 : next - 1
    take(textAt(bytes, at, Math.min(end, at + maxLineBytes)))
    at = next
  }
  return to - from
}

/** Whether a reply begins here: three digits, then a blank, a hyphen or the end of the line. */
export function isReply(view: DataView, from: number, to: number): boolean {
  if (to - from < 5) return false
  for (let at = from; at < from + 3; at += 1) {
    const byte = view.getUint8(at)
    if (byte < 0x30 || byte > 0x39) return false
  }
  const next = view.getUint8(from + 3)
  return next === 0x20 || next === 0x2d || next === carriageReturn
}

/** Whether a command of letters begins here, `from` the shortest length it may have. */
export function isCommand(view: DataView, from: number, to: number, letters: number): boolean {
  if (to - from < letters + 1) return false
  for (let at = from; at < from + letters; at += 1) {
    const letter = view.getUint8(at) & 0xdf
    if (letter < 0x41 || letter > 0x5a) return false
  }
  return true
}

/** The first four letters in upper case as one number: `USER` is 0x55534552. */
export function fourLetters(view: DataView, from: number): number {
  return (view.getUint32(from) & 0xdfdfdfdf) >>> 0
}

/** A line in two: the word before the first blank, in upper case, and the rest. */
export function wordAndRest(line: string): readonly [string, string] {
  const blank = line.indexOf(' ')
  return blank < 0
    ? [line.toUpperCase(), '']
    : [line.slice(0, blank).toUpperCase(), line.slice(blank + 1).trim()]
}
