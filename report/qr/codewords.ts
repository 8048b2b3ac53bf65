// SPDX-License-Identifier: EUPL-1.2
import { type Capacity, capacity, largestVersion, type QrLevel } from './sizes.ts'

/** The smallest version that holds so many bytes; undefined when none up to 20 does. */
export function versionFor(lengthBytes: number, level: QrLevel): number | undefined {
  for (let version = 1; version <= largestVersion; version += 1) {
    const bits = 4 + lengthDigits(version) + lengthBytes * 8
    if (bits <= capacity(version, level).data * 8) return version
  }
  return undefined
}

/** Bits of the count of bytes: table 3. */
function lengthDigits(version: number): number {
  return version < 10 ? 8 : 16
}

/** Data with its correction, in the order in which it is laid out. */
export function codewords(bytes: Uint8Array, version: number, level: QrLevel): Uint8Array {
  const room = capacity(version, level)
  return interleaved(padded(bytes, version, room.data), room)
}

/** Byte mode, the count, the bytes, an end, and the two pad codewords in turn. */
function padded(bytes: Uint8Array, version: number, length: number): Uint8Array {
  const bits: number[] = []
  const push = (value: number, digits: number) => {
    for (let at = digits - 1; at >= 0; at -= 1) bits.push((value >> at) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, lengthDigits(version))
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, length * 8 - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const filled = bits.length / 8
  return Uint8Array.from({ length }, (_, at) => {
    if (at >= filled) return (at - filled) % 2 === 0 ? 0xec : 0x11
    return bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0)
  })
}

/** Column by column over the blocks, of which the later ones may hold one codeword more. */
function interleaved(data: Uint8Array, room: Capacity): Uint8Array {
  const shortest = Math.floor(data.length / room.blocks)
  const longer = data.length % room.blocks
  const blocks = Array.from({ length: room.blocks }, (_, at) => {
    const from = at * shortest + Math.max(0, at - (room.blocks - longer))
    return data.subarray(from, from + shortest + (at >= room.blocks - longer ? 1 : 0))
  })
  const divisor = generator(room.correction)
  const checks = blocks.map((block) => remainder(block, divisor))
  const laid: number[] = []
  for (const set of [blocks, checks]) {
    const length = Math.max(...set.map((one) => one.length))
    for (let at = 0; at < length; at += 1) {
      for (const one of set) {
        const value = one[at]
        if (value !== undefined) laid.push(value)
      }
    }
  }
  return Uint8Array.from(laid)
}

/** In GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
export function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

/** (x - 1)(x - 2)(x - 4)…, its leading one left out, highest power first. */
export function generator(degree: number): Uint8Array {
  const result = new Uint8Array(degree)
  result[degree - 1] = 1
  let root = 1
  for (let round = 0; round < degree; round += 1) {
    for (let at = 0; at < degree; at += 1) {
      result[at] = times(result[at] ?? 0, root) ^ (result[at + 1] ?? 0)
    }
    root = times(root, 2)
  }
  return result
}

/** What is left of the data, times x to the degree, after division: the codewords of correction. */
export function remainder(data: Uint8Array, divisor: Uint8Array): Uint8Array {
  const result = new Uint8Array(divisor.length)
  for (const byte of data) {
    const factor = byte ^ (result[0] ?? 0)
    result.copyWithin(0, 1)
    result[result.length - 1] = 0
    for (const [at, coefficient] of divisor.entries()) {
      result[at] = (result[at] ?? 0) ^ times(coefficient, factor)
    }
  }
  return result
}
