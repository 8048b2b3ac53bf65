// SPDX-License-Identifier: EUPL-1.2

/** FIPS 180-4, section 6.4. */
export function sha512(bytes: Uint8Array): Uint8Array {
  return digest(bytes, starts().sha512, 64)
}

/** FIPS 180-4, section 6.5: another start, and the last 16 bytes cut off. */
export function sha384(bytes: Uint8Array): Uint8Array {
  return digest(bytes, starts().sha384, 48)
}

/** Words of 64 bits as two of 32, high first. */
type Words = Int32Array

function digest(bytes: Uint8Array, start: Words, length: number): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const state = Int32Array.from(start)
  const w = new Int32Array(160)
  for (let from = 0; from < padded.length; from += 128) {
    for (let i = 0; i < 32; i += 1) w[i] = view.getInt32(from + i * 4)
    expand(w)
    compress(state, w)
  }
  const out = new Uint8Array(64)
  const words = new DataView(out.buffer)
  state.forEach((word, i) => {
    words.setInt32(i * 4, word)
  })
  return out.subarray(0, length)
}

function expand(w: Words): void {
  for (let i = 32; i < 160; i += 2) {
    const h15 = w[i - 30]
    const l15 = w[i - 29]
    const h2 = w[i - 4]
    const l2 = w[i - 3]
    const s0h = right(h15, l15, 1) ^ right(h15, l15, 8) ^ (h15 >>> 7)
    const s0l = right(l15, h15, 1) ^ right(l15, h15, 8) ^ ((l15 >>> 7) | (h15 << 25))
    const s1h = right(h2, l2, 19) ^ right(l2, h2, 29) ^ (h2 >>> 6)
    const s1l = right(l2, h2, 19) ^ right(h2, l2, 29) ^ ((l2 >>> 6) | (h2 << 26))
    const low = (w[i - 31] >>> 0) + (s0l >>> 0) + (w[i - 13] >>> 0) + (s1l >>> 0)
    w[i] = w[i - 32] + s0h + w[i - 14] + s1h + carry(low)
    w[i + 1] = low
  }
}

function compress(state: Words, w: Words): void {
  const constants = roundConstants()
  const v = Int32Array.from(state)
  for (let i = 0; i < 160; i += 2) {
    const eh = v[8]
    const el = v[9]
    const ah = v[0]
    const al = v[1]
    const s1h = right(eh, el, 14) ^ right(eh, el, 18) ^ right(el, eh, 9)
    const s1l = right(el, eh, 14) ^ right(el, eh, 18) ^ right(eh, el, 9)
    const chh = (eh & v[10]) ^ (~eh & v[12])
    const chl = (el & v[11]) ^ (~el & v[13])
    const low1 =
      (v[15] >>> 0) + (s1l >>> 0) + (chl >>> 0) + (constants[i + 1] >>> 0) + (w[i + 1] >>> 0)
    const t1h = (v[14] + s1h + chh + constants[i] + w[i] + carry(low1)) | 0
    const t1l = low1 | 0
    const s0h = right(ah, al, 28) ^ right(al, ah, 2) ^ right(al, ah, 7)
    const s0l = right(al, ah, 28) ^ right(ah, al, 2) ^ right(ah, al, 7)
    const majh = (ah & v[2]) ^ (ah & v[4]) ^ (v[2] & v[4])
    const majl = (al & v[3]) ^ (al & v[5]) ^ (v[3] & v[5])
    const low2 = (s0l >>> 0) + (majl >>> 0)
    const t2h = (s0h + majh + carry(low2)) | 0
    const t2l = low2 | 0
    v.copyWithin(2, 0, 14)
    const lowE = (v[9] >>> 0) + (t1l >>> 0)
    v[8] = v[8] + t1h + carry(lowE)
    v[9] = lowE
    const lowA = (t1l >>> 0) + (t2l >>> 0)
    v[0] = t1h + t2h + carry(lowA)
    v[1] = lowA
  }
  for (let i = 0; i < 16; i += 2) {
    const low = (state[i + 1] >>> 0) + (v[i + 1] >>> 0)
    state[i] = state[i] + v[i] + carry(low)
    state[i + 1] = low
  }
}

/** The half that `high` becomes when the pair is turned right by fewer than 32 bits. */
function right(high: number, low: number, bits: number): number {
  return (high >>> bits) | (low << (32 - bits))
}

function carry(sum: number): number {
  return Math.floor(sum / 0x1_0000_0000)
}

let constants: Words | undefined

/** Section 4.2.3: the first 64 bits of the fractional parts of cube roots of the first 80 primes. */
function roundConstants(): Words {
  constants ??= wordsOf(primes(80).map((prime) => root(BigInt(prime) << 192n, 3n)))
  return constants
}

let startWords: { readonly sha512: Words; readonly sha384: Words } | undefined

/** Sections 5.3.4 and 5.3.5: the same of square roots, of 8 primes and of the next 8. */
function starts(): { readonly sha512: Words; readonly sha384: Words } {
  if (startWords === undefined) {
    const all = wordsOf(primes(16).map((prime) => root(BigInt(prime) << 128n, 2n)))
    startWords = { sha512: all.slice(0, 16), sha384: all.slice(16) }
  }
  return startWords
}

function wordsOf(values: readonly bigint[]): Words {
  return Int32Array.from(
    values.flatMap((value) => [
      Number(BigInt.asIntN(32, value >> 32n)),
      Number(BigInt.asIntN(32, value)),
    ]),
  )
}

function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1)
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The whole part of a square or cube root, by Newton from above. */
function root(value: bigint, degree: bigint): bigint {
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree
    if (next >= guess) return guess
    guess = next
  }
}
