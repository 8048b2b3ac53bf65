// SPDX-License-Identifier: EUPL-1.2

/** FIPS 180-4, section 6.1. Broken against collisions: names a certificate, never content. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const w = new Uint32Array(80)
  for (let from = 0; from < padded.length; from += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(from + i * 4)
    for (let i = 16; i < 80; i += 1) w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1)
    compress(state, w)
  }
  const out = new Uint8Array(20)
  state.forEach((word, i) => {
    new DataView(out.buffer).setUint32(i * 4, word)
  })
  return out
}

function compress(state: Uint32Array, w: Uint32Array): void {
  let [a, b, c, d, e] = state
  for (let i = 0; i < 80; i += 1) {
    const stage = Math.floor(i / 20)
    const mixed =
      stage === 0 ? (b & c) | (~b & d) : stage === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d
    const next = (rotate(a, 5) + mixed + e + stageConstants[stage] + w[i]) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  const worked = [a, b, c, d, e]
  for (let i = 0; i < 5; i += 1) state[i] += worked[i]
}

const stageConstants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
