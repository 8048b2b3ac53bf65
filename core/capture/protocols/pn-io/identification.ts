// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { piVendor } from '../pn-dcp/vendors.ts'
import { type Cursor, hex } from '../wire.ts'

/**
 * I&M0 (PROFIBUS & PROFINET profile guideline 1), from the vendor id on. Software revision: a
 * letter (V released, R revision, P prototype …) and three numbers.
 */
export function recordIdentification(cursor: Cursor, recorder: Recorder): void {
  const vendorId = cursor.u16()
  const orderNumber = cursor.text(20)
  const serial = cursor.text(16)
  const hardware = cursor.u16()
  const letter = cursor.u8()
  const numbers = `${cursor.u8()}.${cursor.u8()}.${cursor.u8()}`
  if (cursor.isShort) return
  recorder.fact('vendor', piVendor(vendorId) ?? '')
  recorder.fact('pn_io.vendor_id', hex(vendorId, 4))
  recorder.fact('order_number', orderNumber)
  recorder.fact('serial', serial)
  recorder.fact('hardware', String(hardware))
  const isLetter = letter >= 0x41 && letter <= 0x5a
  if (isLetter) recorder.fact('firmware', `${String.fromCharCode(letter)}${numbers}`)
}
