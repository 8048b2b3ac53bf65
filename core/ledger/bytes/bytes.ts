// SPDX-License-Identifier: EUPL-1.2

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const out = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Not constant in time: only for bytes that anybody may know. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}

export function bigintOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  let digits = '0x'
  for (const byte of bytes) digits += (byte < 16 ? '0' : '') + byte.toString(16)
  return BigInt(digits)
}

/** Big-endian, filled up with zeroes in front; `undefined` where the number does not fit. */
export function bytesOfBigint(value: bigint, length: number): Uint8Array | undefined {
  const digits = value.toString(16)
  if (value < 0n || digits.length > length * 2) return undefined
  return fromHex(digits.padStart(length * 2, '0'))
}

/** Two digits a byte, either case; `undefined` for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined
  const out = new Uint8Array(text.length / 2)
  for (let i = 0; i < out.length; i += 1) out[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16)
  return out
}
