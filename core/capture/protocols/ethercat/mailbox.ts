// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder, Subject } from '../../protocol.ts'
import { type Cursor, hex } from '../wire.ts'
import { mailbox } from './scan-datagrams.ts'
import { recordProduct, recordVendor } from './vendors.ts'

/** Texts of CANopen (CiA 301), by index. */
const texts: Readonly<Record<number, FactName>> = {
  4104: 'model',
  4105: 'hardware',
  4106: 'firmware',
}

/** An answer to "read an object" in a mailbox: index and subindex stand in it. */
export function recordMailbox(data: Cursor, about: Subject, recorder: Recorder): void {
  const length = data.u16le()
  data.skip(3)
  const type = data.u8() & 0x0f
  const content = data.part(Math.min(length, data.left))
  if (data.isShort || type !== mailbox.objects) return
  const service = content.u16le() >> 12
  const specifier = content.u8()
  const index = content.u16le()
  const subindex = content.u8()
  // Answer to an upload; the bit below says that the value is in the header itself.
  if (content.isShort || service !== 3 || specifier >> 5 !== 2) return
  const isShort = (specifier & 2) !== 0
  const size = isShort ? 4 - ((specifier >> 2) & 3) : content.u32le()
  const value = content.part(Math.min(size, content.left))
  const text = texts[index]
  if (text !== undefined) recorder.fact(text, value.text(value.left), about)
  else if (index === 0x1000) recorder.fact('device_type', hex(value.u32le(), 8), about)
  else if (index === 0x1018) recordIdentity(subindex, value, about, recorder)
}

function recordIdentity(subindex: number, value: Cursor, about: Subject, recorder: Recorder): void {
  const number = value.u32le()
  if (value.isShort) return
  if (subindex === 1) recordVendor(number, about, recorder)
  else if (subindex === 2) recordProduct(number, about, recorder)
  else if (subindex === 3) recorder.fact('ecat.revision', hex(number, 8), about)
  else if (subindex === 4 && number !== 0) recorder.fact('serial', hex(number, 8), about)
}
