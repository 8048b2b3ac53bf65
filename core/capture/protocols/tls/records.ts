// SPDX-License-Identifier: EUPL-1.2
import { Cursor } from '../wire.ts'

/** The record layer of SSL 3.0 to TLS 1.3 (RFC 5246, section 6.2; RFC 8446, section 5). */
export const recordHeaderBytes = 5
export const handshakeRecord = 22

// 2^14 bytes of plain text and 2048 that compression and encryption may add.
const maxRecordBytes = 16_384 + 2048

/** Whether a record can begin here. Allocates nothing. */
export function isRecordAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + recordHeaderBytes > to) return false
  const type = bytes[at]
  const length = (bytes[at + 3] << 8) | bytes[at + 4]
  const isKnown = type >= 20 && type <= 24 && bytes[at + 1] === 3 && bytes[at + 2] <= 4
  return isKnown && length > 0 && length <= maxRecordBytes
}

/** Whether a record other than of a handshake begins here and has content. */
export function isSealedAt(view: DataView, at: number, to: number): boolean {
  if (at + recordHeaderBytes > to || view.getUint8(at + 1) !== 3 || view.getUint8(at + 2) > 4) {
    return false
  }
  const type = view.getUint8(at)
  const length = view.getUint16(at + 3)
  const isKnown = type >= 20 && type <= 24 && type !== handshakeRecord
  return isKnown && length > 0 && length <= maxRecordBytes
}

/** Whether an SSL 2.0 style ClientHello (RFC 5246, appendix E.2) can begin here. */
export function isOldHelloAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 11 > to || bytes[at] < 0x80 || bytes[at + 2] !== 1) return false
  const length = ((bytes[at] & 0x7f) << 8) | bytes[at + 1]
  const version = (bytes[at + 3] << 8) | bytes[at + 4]
  if (version !== 2 && (version < 0x0300 || version > 0x0303)) return false
  const parts = (index: number) => (bytes[at + index] << 8) | bytes[at + index + 1]
  return parts(5) % 3 === 0 && parts(5) > 0 && length === 9 + parts(5) + parts(7) + parts(9)
}

/** One past the record that begins here, which may lie beyond the bytes. */
export function recordEnd(bytes: Uint8Array, at: number): number {
  return at + recordHeaderBytes + ((bytes[at + 3] << 8) | bytes[at + 4])
}

/** Handshake records one after the other, as far as a message runs on from one into the next. */
export interface Run {
  readonly content: Cursor
  /** How much of the content is whole messages. */
  readonly wholeBytes: number
  /** Where the first record after the run begins, or the end of the bytes. */
  readonly next: number
  /** The bytes end before the run does: more of them may finish it. */
  readonly isOpen: boolean
}

/** The run that begins with the handshake record at `at`. Takes time linear in its length. */
export function runAt(bytes: Uint8Array, at: number, to: number): Run {
  let next = recordEnd(bytes, at)
  let content = bytes.subarray(at + recordHeaderBytes, Math.min(next, to))
  let wholeBytes = afterWhole(content, 0)
  let room: Uint8Array | undefined
  while (wholeBytes < content.length && next < to) {
    const end = isRecordAt(bytes, next, to) ? recordEnd(bytes, next) : to + 1
    if (bytes[next] !== handshakeRecord || end > to) break
    if (room === undefined) {
      room = new Uint8Array(to - at)
      room.set(content)
    }
    const piece = bytes.subarray(next + recordHeaderBytes, end)
    room.set(piece, content.length)
    content = room.subarray(0, content.length + piece.length)
    wholeBytes = afterWhole(content, wholeBytes)
    next = end
  }
  const isUnfinished = next > to || wholeBytes < content.length
  const isBlocked = next + recordHeaderBytes <= to && bytes[next] !== handshakeRecord
  return {
    content: cursorOver(content),
    wholeBytes,
    next: Math.min(next, to),
    isOpen: isUnfinished && !isBlocked,
  }
}

/** Where the first message that is not whole begins; the length when all are. */
function afterWhole(content: Uint8Array, from: number): number {
  let at = from
  while (at + 4 <= content.length) {
    const end = at + 4 + ((content[at + 1] << 16) | (content[at + 2] << 8) | content[at + 3])
    if (end > content.length) return at
    at = end
  }
  return at
}

function cursorOver(bytes: Uint8Array): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Cursor({ bytes, view }, 0, bytes.length)
}
