// SPDX-License-Identifier: EUPL-1.2
import { ascii, concat } from '../bytes/index.ts'
import { type Slot, saltBytes } from '../entries/index.ts'

/** The payloads of one entry that are shown, in the order of their slots. */
export interface ShownEntry {
  readonly index: number
  readonly slots: readonly Slot[]
}

/** `undefined` for a file that is not made of whole entries in ascending order. */
export function payloadsIn(bytes: Uint8Array): readonly ShownEntry[] | undefined {
  const entries: ShownEntry[] = []
  let at = 0
  let former = -1
  const take = (length: number): Uint8Array | undefined => {
    if (length > bytes.length - at) return undefined
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const head = take(8)
    if (head === undefined) return undefined
    const index = numberIn(head.subarray(0, 6))
    const count = numberIn(head.subarray(6))
    if (index <= former || count === 0) return undefined
    former = index
    const slots: Slot[] = []
    for (let one = 0; one < count; one += 1) {
      const name = take(numberIn(take(1) ?? Uint8Array.of(0)))
      const salt = take(saltBytes)
      const length = take(4)
      const payload = length === undefined ? undefined : take(numberIn(length))
      if (name === undefined || name.length === 0) return undefined
      if (salt === undefined || payload === undefined) return undefined
      const slot = String.fromCharCode(...name)
      if (slots.some((other) => other.slot >= slot)) return undefined
      slots.push({ slot, salt, bytes: payload })
    }
    entries.push({ index, slots })
  }
  return entries
}

/** Index in six bytes, count in two; of each slot its name, its salt, its length in four, its bytes. */
export function payloadBytes(entries: readonly ShownEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  for (const { index, slots } of entries) {
    if (slots.length === 0) continue
    parts.push(number(index, 6), number(slots.length, 2))
    for (const { slot, salt, bytes } of slots) {
      parts.push(number(slot.length, 1), ascii(slot), salt, number(bytes.length, 4), bytes)
    }
  }
  return concat(parts)
}

/** Each with its length in two bytes before it, as in an entry bundle; from entry 0 on. */
export function headersIn(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const headers: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const from = at + 2
    const to = from + numberIn(bytes.subarray(at, from))
    if (to > bytes.length || to === from || from > bytes.length) return undefined
    headers.push(bytes.subarray(from, to))
    at = to
  }
  return headers
}

export function headersFile(headers: readonly Uint8Array[]): Uint8Array {
  return concat(headers.flatMap((header) => [number(header.length, 2), header]))
}

function number(value: number, width: number): Uint8Array {
  return Uint8Array.from(
    { length: width },
    (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256,
  )
}

function numberIn(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = value * 256 + byte
  return value
}
