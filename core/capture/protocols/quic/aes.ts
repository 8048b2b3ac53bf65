// SPDX-License-Identifier: EUPL-1.2

/**
 * AES-128, encryption of single blocks (FIPS 197). Only to read what anyone on the line can read:
 * the first packets of QUIC are encrypted with a key that stands in the packet itself. It takes no
 * care to hide its timing, so it must never hold a secret.
 */
export function blockCipher(key: Uint8Array): (block: Uint8Array) => Uint8Array {
  const keys = expanded(key)
  return (block) => {
    const state = Uint8Array.from(block.subarray(0, 16))
    addKey(state, keys, 0)
    for (let round = 1; round <= rounds; round += 1) {
      substituteAndShift(state)
      if (round < rounds) mixColumns(state)
      addKey(state, keys, round)
    }
    return state
  }
}

const rounds = 10
const box = substitutions()

/** The inverse in the field of 256 elements, then the affine map; walked by powers of 3. */
function substitutions(): Uint8Array {
  const table = new Uint8Array(256)
  let power = 1
  let inverse = 1
  do {
    power ^= double(power)
    // Division by 3.
    inverse ^= inverse << 1
    inverse ^= inverse << 2
    inverse ^= inverse << 4
    inverse &= 0xff
    if ((inverse & 0x80) !== 0) inverse ^= 0x09
    const turned = [1, 2, 3, 4].map((bits) => (inverse << bits) | (inverse >> (8 - bits)))
    table[power] = (turned.reduce((sum, value) => sum ^ value, inverse) & 0xff) ^ 0x63
  } while (power !== 1)
  table[0] = 0x63
  return table
}

function double(value: number): number {
  return ((value << 1) ^ (value >= 0x80 ? 0x11b : 0)) & 0xff
}

function expanded(key: Uint8Array): Uint8Array {
  const keys = new Uint8Array(16 * (rounds + 1))
  keys.set(key.subarray(0, 16))
  let constant = 1
  for (let at = 16; at < keys.length; at += 4) {
    let word = [...keys.subarray(at - 4, at)]
    if (at % 16 === 0) {
      word = [word[1], word[2], word[3], word[0]].map((byte) => box[byte])
      word[0] ^= constant
      constant = double(constant)
    }
    for (let index = 0; index < 4; index += 1)
      keys[at + index] = keys[at + index - 16] ^ word[index]
  }
  return keys
}

function addKey(state: Uint8Array, keys: Uint8Array, round: number): void {
  for (let index = 0; index < 16; index += 1) state[index] ^= keys[round * 16 + index]
}

/** Row r of the four columns moves r places to the left. */
function substituteAndShift(state: Uint8Array): void {
  const before = Uint8Array.from(state)
  for (let index = 0; index < 16; index += 1) state[index] = box[before[(index * 5) & 15]]
}

function mixColumns(state: Uint8Array): void {
  for (let at = 0; at < 16; at += 4) {
    const [a, b, c, d] = state.subarray(at, at + 4)
    const all = a ^ b ^ c ^ d
    state[at] ^= all ^ double(a ^ b)
    state[at + 1] ^= all ^ double(b ^ c)
    state[at + 2] ^= all ^ double(c ^ d)
    state[at + 3] ^= all ^ double(d ^ a)
  }
}
