// SPDX-License-Identifier: EUPL-1.2
// The message of RFC 1035 section 4, which DNS, mDNS, LLMNR and the NetBIOS name service share.
import { textAt } from '../wire.ts'

export type DnsOddity =
  | 'truncated'
  | 'compression-loop'
  | 'name-too-long'
  | 'label-type-unknown'
  | 'records-left-out'

export interface Question {
  readonly name: string
  readonly type: number
}

export interface ResourceRecord {
  readonly section: 'answer' | 'authority' | 'additional'
  readonly name: string
  readonly type: number
  /** Where its data lies in the bytes. */
  readonly from: number
  readonly to: number
}

export interface DnsMessage {
  readonly bytes: Uint8Array
  /** Offset of the header; pointers count from here. */
  readonly from: number
  readonly to: number
  readonly isResponse: boolean
  readonly opcode: number
  readonly responseCode: number
  readonly questions: readonly Question[]
  readonly records: readonly ResourceRecord[]
  readonly oddities: readonly DnsOddity[]
}

export interface Name {
  readonly text: string
  /** One past the name where it stands, not where a pointer led. */
  readonly end: number
}

export const headerBytes = 12

// RFC 1035 section 2.3.4: a name has at most 255 octets.
const maxNameBytes = 255
// Busy mDNS responders send some sixty records. Each can repeat a long name by a pointer of two
// bytes, so without a bound a small message would ask for much work.
const maxRecords = 512

/** Reads what is there; what cannot be read is named and ends the message. */
export function readMessage(
  { bytes, view }: { readonly bytes: Uint8Array; readonly view: DataView },
  from: number,
  to: number,
): DnsMessage {
  const questions: Question[] = []
  const records: ResourceRecord[] = []
  if (to - from < headerBytes) {
    const none = { isResponse: false, opcode: 0, responseCode: 0 }
    return { bytes, from, to, ...none, questions, records, oddities: ['truncated'] }
  }
  const flags = view.getUint16(from + 2)
  const message = {
    bytes,
    from,
    to,
    isResponse: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 0xf,
    responseCode: flags & 0xf,
    questions,
    records,
  }
  let at = from + headerBytes
  let left = maxRecords
  for (let count = view.getUint16(from + 4); count > 0; count -= 1) {
    const name = readName(message, at)
    if (typeof name === 'string') return { ...message, oddities: [name] }
    if (name.end + 4 > to) return { ...message, oddities: ['truncated'] }
    if (left === 0) return { ...message, oddities: ['records-left-out'] }
    left -= 1
    questions.push({ name: name.text, type: view.getUint16(name.end) })
    at = name.end + 4
  }
  for (const [index, section] of sections.entries()) {
    for (let count = view.getUint16(from + 6 + 2 * index); count > 0; count -= 1) {
      const name = readName(message, at)
      if (typeof name === 'string') return { ...message, oddities: [name] }
      if (name.end + 10 > to) return { ...message, oddities: ['truncated'] }
      const data = name.end + 10
      const end = data + view.getUint16(name.end + 8)
      if (end > to) return { ...message, oddities: ['truncated'] }
      if (left === 0) return { ...message, oddities: ['records-left-out'] }
      left -= 1
      records.push({
        section,
        name: name.text,
        type: view.getUint16(name.end),
        from: data,
        to: end,
      })
      at = end
    }
  }
  return { ...message, oddities: [] }
}

const sections = ['answer', 'authority', 'additional'] as const

/**
 * The name at an offset, labels joined by dots, empty for the root. A pointer must lead to before
 * the piece that holds it: that is what RFC 1035 section 4.1.4 means, and it excludes every loop.
 */
export function readName(
  message: { readonly bytes: Uint8Array; readonly from: number; readonly to: number },
  start: number,
): Name | DnsOddity {
  const { bytes, from, to } = message
  let text = ''
  let length = 0
  let at = start
  let pieceAt = start
  let end = -1
  while (at < to) {
    const size = bytes[at] as number
    if (size === 0) return { text, end: end < 0 ? at + 1 : end }
    if (size >= 0xc0) {
      if (at + 1 >= to) return 'truncated'
      if (end < 0) end = at + 2
      const target = from + (((size & 0x3f) << 8) | (bytes[at + 1] as number))
      if (target >= pieceAt) return 'compression-loop'
      at = target
      pieceAt = target
    } else if (size >= 0x40) {
      return 'label-type-unknown'
    } else {
      if (at + 1 + size > to) return 'truncated'
      length += size + 1
      if (length >= maxNameBytes) return 'name-too-long'
      const label = textAt(bytes, at + 1, at + 1 + size)
      text = text === '' ? label : `${text}.${label}`
      at += size + 1
    }
  }
  return 'truncated'
}
