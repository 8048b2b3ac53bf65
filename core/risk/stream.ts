// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@schouw/core/kernel'

/** 128 bits from which the streams of one purpose come. */
export type StreamKey = readonly [number, number, number, number]

/**
 * The key of a purpose under a seed, such as `loss/RISK-7`. Keys go by name and not by place, so that a
 * risk draws the same numbers whatever stands beside it: two runs differ by what was changed.
 */
export function streamKey(seed: number, purpose: string): StreamKey {
  const text = `schouw-loss/1\u0000${seed}\u0000${purpose}`
  const bytes = sha256(utf8(text))
  const word = (at: number) =>
    bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24) | 0
  return [word(0), word(4), word(8), word(12)]
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna), 32 bits a step, period 2^128 - 1. The state of a block's
 * stream is its key with the number of the block mixed into every word: blocks may be drawn in any
 * order, by anybody, and overlap with a chance of about 2^-80.
 */
export class Stream {
  a = 0
  b = 0
  c = 0
  d = 0

  /** Goes to the beginning of a block's stream. */
  seek(key: StreamKey, block: number): this {
    let mixed = block | 0
    mixed = mix(mixed + 0x9e3779b9)
    this.a = mix(key[0] ^ mixed)
    mixed = mix(mixed + 0x9e3779b9)
    this.b = mix(key[1] ^ mixed)
    mixed = mix(mixed + 0x9e3779b9)
    this.c = mix(key[2] ^ mixed)
    mixed = mix(mixed + 0x9e3779b9)
    this.d = mix(key[3] ^ mixed)
    // All zeros is the one state from which it would never leave.
    if ((this.a | this.b | this.c | this.d) === 0) this.a = 1
    return this
  }

  /** 32 bits, signed. */
  next(): number {
    const { a, b, c, d } = this
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const c1 = c ^ a
    const d1 = d ^ b
    this.b = b ^ c1
    this.a = a ^ d1
    this.c = c1 ^ (b << 9)
    this.d = (d1 << 11) | (d1 >>> 21)
    return result
  }

  /** In the open interval from 0 to 1, 52 bits. */
  uniform(): number {
    const high = this.next() >>> 6
    const low = this.next() >>> 6
    return (high * 67108864 + low + 0.5) * 2.220446049250313e-16
  }
}

/** A bijection of 32 bits in which each bit depends on each (Wellons' lowbias32). */
function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63))
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    }
  }
  return Uint8Array.from(bytes)
}
