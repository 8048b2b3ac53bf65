// SPDX-License-Identifier: EUPL-1.2

/** RFC 1321. Here only to name a fingerprint that is defined with it; it protects nothing. */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((bytes.length + 8) >>> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, (bytes.length << 3) >>> 0, true)
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 0x2000_0000), true)
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476])
  for (let at = 0; at < padded.length; at += 64) compress(state, view, at)
  const out = new Uint8Array(16)
  const words = new DataView(out.buffer)
  state.forEach((word, index) => {
    words.setUint32(index * 4, word, true)
  })
  return out
}

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const sines = Uint32Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 0x1_0000_0000),
)

function compress(state: Uint32Array, view: DataView, at: number): void {
  let [a, b, c, d] = state
  for (let i = 0; i < 64; i += 1) {
    const round = i >> 4
    const mixed =
      round === 0
        ? (b & c) | (~b & d)
        : round === 1
          ? (d & b) | (~d & c)
          : round === 2
            ? b ^ c ^ d
            : c ^ (b | ~d)
    const word =
      round === 0
        ? i
        : round === 1
          ? (5 * i + 1) & 15
          : round === 2
            ? (3 * i + 5) & 15
            : (7 * i) & 15
    const sum = (a + mixed + sines[i] + view.getUint32(at + word * 4, true)) | 0
    const shift = shifts[round * 4 + (i & 3)]
    a = d
    d = c
    c = b
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
}
