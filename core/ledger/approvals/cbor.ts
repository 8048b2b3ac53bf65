// SPDX-License-Identifier: EUPL-1.2
import { utf8Text } from '../bytes/index.ts'
import { cborDepth, cborLengthBytes } from '../limits.ts'

export type Cbor = number | string | boolean | null | Uint8Array | readonly Cbor[] | CborMap

/** Keys are numbers and texts only, as CTAP2 has them. */
export type CborMap = ReadonlyMap<number | string, Cbor>

/**
 * One value of RFC 8949 and how many bytes it took. Definite lengths, shortest heads, no key
 * twice, no tags and no fractions: what authenticators send. `undefined` for anything else.
 */
export function readCbor(
  bytes: Uint8Array,
  from = 0,
): { readonly value: Cbor; readonly end: number } | undefined {
  if (bytes.length > cborLengthBytes) return undefined
  const reader = new Reader(bytes, from)
  const value = reader.value(0)
  return value === undefined ? undefined : { value, end: reader.at }
}

class Reader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, from: number) {
    this.bytes = bytes
    this.at = from
  }

  value(depth: number): Cbor | undefined {
    if (depth > cborDepth || this.at >= this.bytes.length) return undefined
    const first = this.bytes[this.at]
    if (first === 0xf4 || first === 0xf5 || first === 0xf6) {
      this.at += 1
      return first === 0xf6 ? null : first === 0xf5
    }
    const count = this.#count(first & 0x1f)
    if (count === undefined) return undefined
    switch (first >> 5) {
      case 0:
        return count
      case 1:
        return -1 - count
      case 2:
        return this.#take(count)
      case 3: {
        const text = this.#take(count)
        return text === undefined ? undefined : utf8Text(text)
      }
      case 4:
        return this.#list(count, depth)
      case 5:
        return this.#map(count, depth)
      default:
        return undefined
    }
  }

  #count(short: number): number | undefined {
    this.at += 1
    if (short < 24) return short
    if (short > 26) return undefined
    const width = 2 ** (short - 24)
    const bytes = this.#take(width)
    if (bytes === undefined) return undefined
    const count = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    const least = short === 24 ? 24 : 256 ** (width / 2)
    return count < least ? undefined : count
  }

  #take(count: number): Uint8Array | undefined {
    if (count > this.bytes.length - this.at) return undefined
    const taken = this.bytes.subarray(this.at, this.at + count)
    this.at += count
    return taken
  }

  #list(count: number, depth: number): readonly Cbor[] | undefined {
    if (count > this.bytes.length - this.at) return undefined
    const items: Cbor[] = []
    for (let i = 0; i < count; i += 1) {
      const item = this.value(depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }

  #map(count: number, depth: number): CborMap | undefined {
    if (count * 2 > this.bytes.length - this.at) return undefined
    const map = new Map<number | string, Cbor>()
    for (let i = 0; i < count; i += 1) {
      const key = this.value(depth + 1)
      if ((typeof key !== 'number' && typeof key !== 'string') || map.has(key)) return undefined
      const value = this.value(depth + 1)
      if (value === undefined) return undefined
      map.set(key, value)
    }
    return map
  }
}

export function isMap(value: Cbor | undefined): value is CborMap {
  return value instanceof Map
}

export function isBytes(value: Cbor | undefined): value is Uint8Array {
  return value instanceof Uint8Array
}
