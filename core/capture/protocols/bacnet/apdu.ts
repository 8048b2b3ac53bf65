// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Payload, Recorder } from '../../protocol.ts'
import { Cursor, textAt, utf16At } from '../wire.ts'
import { codeAt, serviceOffset } from './operations.ts'
import { bacnetVendor } from './vendors.ts'

const code = { iAm: 0x100, iHave: 0x101, readProperty: 0x30c, readMultiple: 0x30e } as const
const deviceType = 8
const characterString = 7

/** Properties of a device that say who it is. */
const properties: Readonly<Record<number, FactName>> = {
  12: 'bacnet.application_version',
  28: 'description',
  44: 'firmware',
  58: 'location',
  70: 'model',
  77: 'hostname',
  121: 'vendor',
  372: 'serial',
}
const objectName = 77

/** An identifier of an object: ten bits of type, the rest is its number. */
interface ObjectId {
  readonly type: number
  readonly instance: number
}

/** What carries the message, up to `to`. */
export type Part = Pick<Payload, 'bytes' | 'view' | 'to'>

export function recordApdu(part: Part, at: number, recorder: Recorder): void {
  const { view, to } = part
  const what = codeAt(view, at, to)
  const first = view.getUint8(at)
  // Parts of a long answer begin anywhere.
  const isSegmented = (first & 0x08) !== 0 && first >> 4 !== 1
  if (isSegmented) return
  const body = new Cursor(part, at + serviceOffset(first >> 4) + 1, to)
  if (what === code.iAm) recordIAm(body, recorder)
  else if (what === code.iHave) recordIHave(body, recorder)
  else if (what === code.readProperty || what === code.readMultiple) {
    recordProperties(body, what === code.readMultiple ? 2 : 1, recorder)
  }
  if (body.isShort) recorder.oddity('truncated')
}

interface Tag {
  readonly number: number
  readonly isContext: boolean
  /** 1 opens, −1 closes what others stand in. */
  readonly step: 1 | 0 | -1
  readonly value: Cursor
}

/** Four bits of number, one of class, three of length or "opening" and "closing". */
function readTag(cursor: Cursor): Tag {
  const first = cursor.u8()
  const number = first >> 4 === 15 ? cursor.u8() : first >> 4
  const isContext = (first & 0x08) !== 0
  const low = first & 0x07
  if (isContext && low >= 6) {
    return { number, isContext, step: low === 6 ? 1 : -1, value: cursor.part(0) }
  }
  let length = low
  if (low === 5) {
    length = cursor.u8()
    if (length === 254) length = cursor.u16()
    else if (length === 255) length = cursor.u32()
  }
  // A truth value has none: its length is the value.
  if (!isContext && number === 1) length = 0
  return { number, isContext, step: 0, value: cursor.part(length) }
}

function recordIAm(cursor: Cursor, recorder: Recorder): void {
  const { instance } = objectId(readTag(cursor).value)
  readTag(cursor)
  readTag(cursor)
  const vendorId = numberIn(readTag(cursor).value)
  if (cursor.isShort) return
  recorder.fact('bacnet.instance', String(instance))
  recorder.fact('bacnet.vendor_id', String(vendorId))
  recorder.fact('vendor', bacnetVendor(vendorId))
}

/** Device, object, name of the object. */
function recordIHave(cursor: Cursor, recorder: Recorder): void {
  const { instance } = objectId(readTag(cursor).value)
  const object = objectId(readTag(cursor).value)
  const name = textIn(readTag(cursor).value)
  if (cursor.isShort) return
  recorder.fact('bacnet.instance', String(instance))
  recordText(name, object, objectName, recorder)
}

/** `propertyTag` numbers the property: it differs between the two services. */
function recordProperties(cursor: Cursor, propertyTag: number, recorder: Recorder): void {
  let object: ObjectId = { type: -1, instance: -1 }
  let property = -1
  let depth = 0
  while (cursor.left > 0 && !cursor.isShort) {
    const tag = readTag(cursor)
    if (tag.step !== 0) depth += tag.step
    else if (tag.isContext && tag.number === 0 && depth === 0) object = objectId(tag.value)
    else if (tag.isContext && tag.number === propertyTag) property = numberIn(tag.value)
    else if (!tag.isContext && tag.number === characterString) {
      recordText(textIn(tag.value), object, property, recorder)
    }
  }
}

function recordText(text: string, object: ObjectId, property: number, recorder: Recorder): void {
  const name = properties[property]
  if (object.type === deviceType && name !== undefined) {
    recorder.fact('bacnet.instance', String(object.instance))
    recorder.fact(name, text)
  } else if (property === objectName) {
    recorder.fact('bacnet.object', `${object.type}:${object.instance} ${text}`)
  } else recorder.fact(`bacnet.property_${Math.max(0, property)}`, text)
}

function objectId(value: Cursor): ObjectId {
  const raw = value.u32()
  return { type: raw >>> 22, instance: raw & 0x3fffff }
}

/** One to four bytes, the highest first. */
function numberIn(value: Cursor): number {
  let number = 0
  for (let count = 0; count < 4 && value.left > 0; count += 1) number = number * 256 + value.u8()
  return number
}

/** The first byte says how it is written: 0 UTF-8, 4 UTF-16. */
function textIn(value: Cursor): string {
  const form = value.u8()
  const { bytes, at, to } = value
  if (form !== 4) return textAt(bytes, at, to)
  // The higher byte comes first here.
  const swapped = bytes.slice(at, to)
  for (let index = 0; index + 1 < swapped.length; index += 2) {
    const byte = swapped[index]
    swapped[index] = swapped[index + 1]
    swapped[index + 1] = byte
  }
  return utf16At(swapped, 0, swapped.length)
}
