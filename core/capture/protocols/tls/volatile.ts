// SPDX-License-Identifier: EUPL-1.2
import { message } from './handshake.ts'
import { handshakeRecord, isSealedAt, recordHeaderBytes } from './records.ts'

// Record header, handshake header, version, random, length of the session's id.
const randomAt = 11
const sessionAt = 43

/** Extensions whose content differs in every hello, and of which nothing is recorded. */
const sessionTicket = 35
const preSharedKey = 41
const keyShare = 51
const encryptedHello = 65_037

/** Sealed records behind a server's hello, in the same segment. */
const maxRecords = 3

/**
 * What differs between the hellos of one program: the spans go into `spans` as offsets, from and
 * to, in order; returns how many. -1 for anything but one whole hello and sealed records.
 */
export function volatileSpans(view: DataView, from: number, to: number, spans: Int32Array): number {
  if (to - from <= sessionAt || view.getUint8(from) !== handshakeRecord) return -1
  const type = view.getUint8(from + recordHeaderBytes)
  if (type !== message.clientHello && type !== message.serverHello) return -1
  const recordEnd = from + recordHeaderBytes + view.getUint16(from + 3)
  const end = from + 9 + (view.getUint8(from + 6) << 16) + view.getUint16(from + 7)
  const session = from + sessionAt + 1
  const afterSession = session + view.getUint8(from + sessionAt)
  if (end > recordEnd || recordEnd > to || afterSession + 3 > end) return -1
  let count = put(spans, 0, from + randomAt, from + sessionAt)
  count = put(spans, count, session, afterSession)
  // Cipher and compression: one of each, or lists.
  let at = afterSession + 3
  if (type === message.clientHello) {
    at = afterSession + 2 + view.getUint16(afterSession)
    if (at < end) at += 1 + view.getUint8(at)
  }
  count = extensionSpans(view, at, end, spans, count)
  let next = recordEnd
  for (let index = 0; index < maxRecords && isSealedAt(view, next, to); index += 1) {
    const after = next + recordHeaderBytes + view.getUint16(next + 3)
    count = put(spans, count, next + recordHeaderBytes, Math.min(after, to))
    next = after
  }
  return count
}

/** `from` is the length of all extensions, `to` the end of the message. */
function extensionSpans(
  view: DataView,
  from: number,
  to: number,
  spans: Int32Array,
  before: number,
): number {
  let count = before
  for (let at = from + 2; at + 4 <= to; ) {
    const type = view.getUint16(at)
    const content = at + 4
    at = content + view.getUint16(at + 2)
    const isVolatile =
      type === keyShare ||
      type === preSharedKey ||
      type === sessionTicket ||
      type === encryptedHello
    if (isVolatile) count = put(spans, count, content, Math.min(at, to))
  }
  return count
}

/** A span for which there is no room counts like everything else. */
function put(spans: Int32Array, count: number, from: number, to: number): number {
  if (count * 2 + 2 > spans.length) return count
  spans[count * 2] = from
  spans[count * 2 + 1] = to
  return count + 1
}
