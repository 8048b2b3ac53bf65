// SPDX-License-Identifier: EUPL-1.2

/** FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of cube roots of primes. */
const roundConstants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
])

const blockBytes = 64

/** FIPS 180-4, section 5.3.3: the first 32 bits of the fractional parts of square roots. */
const start = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const

// Working space, shared: a compression runs to its end before another can begin.
const schedule = new Int32Array(64)

/** SHA-256, fed in pieces of any size. After `digest` it takes no more. */
export class Sha256 {
  readonly #state = Int32Array.from(start)
  readonly #block = new Uint8Array(blockBytes)
  #filled = 0
  #lengthBytes = 0

  update(bytes: Uint8Array): this {
    this.#lengthBytes += bytes.length
    let at = 0
    if (this.#filled > 0) {
      at = Math.min(blockBytes - this.#filled, bytes.length)
      this.#block.set(bytes.subarray(0, at), this.#filled)
      this.#filled += at
      if (this.#filled < blockBytes) return this
      compress(this.#state, this.#block, 0)
      this.#filled = 0
    }
    for (; at + blockBytes <= bytes.length; at += blockBytes) compress(this.#state, bytes, at)
    this.#block.set(bytes.subarray(at))
    this.#filled = bytes.length - at
    return this
  }

  /** 32 bytes. */
  digest(): Uint8Array {
    return finished(this.#state, this.#block.subarray(0, this.#filled), this.#lengthBytes)
  }
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(start)
  let at = 0
  for (; at + blockBytes <= bytes.length; at += blockBytes) compress(state, bytes, at)
  return finished(state, bytes.subarray(at), bytes.length)
}

/** Pads what is left of a message of that length, and gives the digest. */
function finished(state: Int32Array, rest: Uint8Array, lengthBytes: number): Uint8Array {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128)
  tail.set(rest)
  tail[rest.length] = 0x80
  let left = lengthBytes * 8
  for (let at = tail.length - 1; left > 0; at -= 1) {
    tail[at] = left % 256
    left = Math.floor(left / 256)
  }
  for (let at = 0; at < tail.length; at += blockBytes) compress(state, tail, at)
  const out = new Uint8Array(32)
  for (let i = 0; i < 8; i += 1) {
    const word = state[i]
    out[i * 4] = word >>> 24
    out[i * 4 + 1] = word >>> 16
    out[i * 4 + 2] = word >>> 8
    out[i * 4 + 3] = word
  }
  return out
}

/** FIPS 180-4, section 6.2.2. Turns are written out: a call for each would cost three times as much. */
function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
  const w = schedule
  for (let i = 0; i < 16; i += 1) {
    const at = from + i * 4
    w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
  }
  for (let i = 16; i < 64; i += 1) {
    const early = w[i - 15]
    const late = w[i - 2]
    const s0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)
    const s1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0
  }
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let d = state[3]
  let e = state[4]
  let f = state[5]
  let g = state[6]
  let h = state[7]
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i]) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
  state[4] += e
  state[5] += f
  state[6] += g
  state[7] += h
}

/** Two lower-case digits a byte. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16)
  return text
}
