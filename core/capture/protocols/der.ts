// SPDX-License-Identifier: EUPL-1.2
import { textAt } from './wire.ts'

/** One element of DER (X.690): its tag and where its content lies, clamped to what is there. */
export interface Element {
  readonly tag: number
  readonly from: number
  readonly to: number
  /** One past the element as its length says, which may lie beyond the bytes. */
  readonly next: number
}

export const tag = { integer: 2, bits: 3, octets: 4, oid: 6, sequence: 0x30, set: 0x31 } as const

// Lengths of up to four bytes; nothing in a certificate or a directory message is longer.
const maxLengthBytes = 4

/** Undefined for forms that DER forbids or certificates do not use: long tags, open lengths. */
export function elementAt(bytes: Uint8Array, at: number, to: number): Element | undefined {
  if (at + 2 > to || to > bytes.length) return undefined
  const kind = bytes[at]
  if ((kind & 0x1f) === 0x1f) return undefined
  const first = bytes[at + 1]
  let length = first
  let from = at + 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > maxLengthBytes || from + count > to) return undefined
    length = 0
    for (let index = 0; index < count; index += 1) length = length * 256 + bytes[from + index]
    from += count
  }
  return { tag: kind, from, to: Math.min(to, from + length), next: from + length }
}

/** The elements side by side in a window, at most `limit` of them. */
export function elementsIn(bytes: Uint8Array, from: number, to: number, limit = 256): Element[] {
  const found: Element[] = []
  let at = from
  while (at < to && found.length < limit) {
    const element = elementAt(bytes, at, to)
    if (element === undefined) break
    found.push(element)
    at = element.next
  }
  return found
}

/** Dotted decimal; empty for an identifier with an arc above 2^31. */
export function oidText(bytes: Uint8Array, from: number, to: number): string {
  const arcs: number[] = []
  let value = 0
  for (let at = from; at < to; at += 1) {
    value = value * 128 + (bytes[at] & 0x7f)
    if (value > 0x7fff_ffff) return ''
    if (bytes[at] >= 0x80) continue
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(value / 40)))
    arcs.push(arcs.length === 1 ? value - 40 * arcs[0] : value)
    value = 0
  }
  return arcs.join('.')
}

/** A directory string of any of its types; undefined for a tag that is no text. */
export function stringIn(bytes: Uint8Array, element: Element): string | undefined {
  switch (element.tag) {
    case 12: // UTF8String
    case 18: // NumericString
    case 19: // PrintableString
    case 20: // TeletexString
    case 22: // IA5String
    case 26: // VisibleString
    case 27: // GeneralString
      return textAt(bytes, element.from, element.to)
    case 30: // BMPString
      return bigEndian(bytes, element.from, element.to)
    default:
      return undefined
  }
}

/** UTCTime or GeneralizedTime as ISO 8601 in UTC; undefined when it is neither. */
export function timeIn(bytes: Uint8Array, element: Element): string | undefined {
  if (element.tag !== 23 && element.tag !== 24) return undefined
  const text = textAt(bytes, element.from, element.to)
  const parts = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(text)
  if (parts === null || (parts[1].length === 2) !== (element.tag === 23)) return undefined
  const [, years, month, day, hour, minute, second = '00'] = parts
  // RFC 5280, section 4.1.2.5.1: 50 and above is the twentieth century.
  const century = years.length === 4 ? '' : Number(years) >= 50 ? '19' : '20'
  return `${century}${years}-${month}-${day}T${hour}:${minute}:${second}Z`
}

function bigEndian(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at + 1 < to; at += 2) {
    text += String.fromCharCode((bytes[at] << 8) | bytes[at + 1])
  }
  return text
}

/** The content of the context-tagged field `[number]` of a sequence. */
export function fieldOf(bytes: Uint8Array, within: Element, number: number): Element | undefined {
  const wrapper = elementsIn(bytes, within.from, within.to, 32).find(
    (element) => element.tag === (0xa0 | number),
  )
  return wrapper && elementAt(bytes, wrapper.from, wrapper.to)
}

/** An integer of up to four bytes; undefined for anything else. */
export function integerIn(bytes: Uint8Array, element: Element | undefined): number | undefined {
  if (element === undefined || (element.tag !== tag.integer && element.tag !== 10)) return undefined
  if (element.to === element.from || element.to - element.from > 4) return undefined
  let value = bytes[element.from] >= 0x80 ? -1 : 0
  for (let at = element.from; at < element.to; at += 1) value = value * 256 + bytes[at]
  return value
}
