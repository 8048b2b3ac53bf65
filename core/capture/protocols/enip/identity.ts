// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import { type Cursor, hex } from '../wire.ts'
import { odvaVendor } from './vendors.ts'

// A short string; no product name is longer.
const maxNameLength = 32

/**
 * The attributes 1 to 7 of the identity object, as "get attributes all" and "list identity" send
 * them. False where they are not all there.
 */
export function recordIdentity(cursor: Cursor, recorder: Recorder, about: Subject): boolean {
  const vendorId = cursor.u16le()
  const deviceType = cursor.u16le()
  const productCode = cursor.u16le()
  const major = cursor.u8()
  const minor = cursor.u8()
  const status = cursor.u16le()
  const serial = cursor.u32le()
  const name = cursor.text(cursor.u8())
  if (cursor.isShort) return false
  recordVendor(vendorId, recorder, about)
  recorder.fact('device_type', hex(deviceType, 4), about)
  recorder.fact('cip.product_code', String(productCode), about)
  recorder.fact('firmware', revision(major, minor), about)
  recorder.fact('cip.status', hex(status, 4), about)
  recorder.fact('serial', hex(serial, 8), about)
  recorder.fact('model', name, about)
  return true
}

/**
 * An answer does not say which class it is from. Whether it can only be an identity: its length
 * is told by a name that reads as one, and the numbers are in range.
 */
export function looksLikeIdentity(cursor: Cursor): boolean {
  const { bytes, view, at, to } = cursor
  if (to - at < 16) return false
  const length = bytes[at + 14] ?? 0
  const left = to - at - 15 - length
  // Newer devices append state, languages and a time stamp.
  if (length === 0 || length > maxNameLength || left < 0 || left > 24) return false
  for (let index = at + 15; index < at + 15 + length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte < 0x20 || byte > 0x7e) return false
  }
  return view.getUint16(at, true) !== 0 && view.getUint16(at + 2, true) < 0x200
}

export function recordVendor(id: number, recorder: Recorder, about: Subject): void {
  recorder.fact('cip.vendor_id', hex(id, 4), about)
  recorder.fact('vendor', odvaVendor(id), about)
}

/** The highest bit of the major revision is not part of it. */
export function revision(major: number, minor: number): string {
  return `${major & 0x7f}.${minor}`
}

/** One attribute of the identity object. */
export function recordAttribute(
  attribute: number,
  cursor: Cursor,
  recorder: Recorder,
  about: Subject,
): void {
  if (attribute === 1) recordVendor(cursor.u16le(), recorder, about)
  else if (attribute === 2) recorder.fact('device_type', hex(cursor.u16le(), 4), about)
  else if (attribute === 3) recorder.fact('cip.product_code', String(cursor.u16le()), about)
  else if (attribute === 4) recorder.fact('firmware', revision(cursor.u8(), cursor.u8()), about)
  else if (attribute === 5) recorder.fact('cip.status', hex(cursor.u16le(), 4), about)
  else if (attribute === 6) recorder.fact('serial', hex(cursor.u32le(), 8), about)
  else if (attribute === 7) recorder.fact('model', cursor.text(cursor.u8()), about)
}
