// SPDX-License-Identifier: EUPL-1.2
import type { Cursor } from '../wire.ts'

const none = 0xffffffff

/** Length (−1 is none) and bytes. */
export function text(cursor: Cursor): string {
  const length = cursor.u32le()
  return length === none ? '' : cursor.text(length)
}

/** Offsets of a byte string; `undefined` where there is none. */
export function byteString(cursor: Cursor): { from: number; to: number } | undefined {
  const length = cursor.u32le()
  if (length === none || length === 0) return undefined
  const from = cursor.skip(length)
  return from === undefined ? undefined : { from, to: from + length }
}

/** Bit 0: a locale, bit 1: a text. */
export function localizedText(cursor: Cursor): string {
  const mask = cursor.u8()
  if ((mask & 1) !== 0) text(cursor)
  return (mask & 2) !== 0 ? text(cursor) : ''
}

/** Returns a number of namespace 0 where it is one, else −1. */
export function nodeId(cursor: Cursor): number {
  const form = cursor.u8() & 0x3f
  if (form === 0) return cursor.u8()
  if (form === 1) {
    const namespace = cursor.u8()
    const id = cursor.u16le()
    return namespace === 0 ? id : -1
  }
  const namespace = cursor.u16le()
  if (form === 2) {
    const id = cursor.u32le()
    return namespace === 0 ? id : -1
  }
  if (form === 4) cursor.skip(16)
  else text(cursor)
  return -1
}

/** Reads as many as are announced and there; `read` gets the cursor for each. */
export function list(cursor: Cursor, read: (cursor: Cursor) => void): void {
  const count = cursor.u32le()
  if (count === none) return
  for (let index = 0; index < count && cursor.left > 0 && !cursor.isShort; index += 1) read(cursor)
}

/** Type and body; without a body −1 and an empty window. */
export function extensionObject(cursor: Cursor): { type: number; body: Cursor } {
  const type = nodeId(cursor)
  const form = cursor.u8()
  return { type, body: form === 0 ? cursor.part(0) : cursor.part(cursor.u32le()) }
}

/** Token, time, handle, diagnostics, audit, timeout, header of its own. */
export function skipRequestHeader(cursor: Cursor): void {
  nodeId(cursor)
  cursor.skip(16)
  text(cursor)
  cursor.skip(4)
  extensionObject(cursor)
}

/** Time, handle, result, diagnostics (only none is read on), texts, header of its own. */
export function skipResponseHeader(cursor: Cursor): boolean {
  cursor.skip(12)
  const result = cursor.u32le()
  if (cursor.u8() !== 0 || result >>> 30 !== 0) return false
  list(cursor, text)
  extensionObject(cursor)
  return !cursor.isShort
}
