// SPDX-License-Identifier: EUPL-1.2
// Writes the table that `CardMakers` of core/capture looks up in; the layout stands there and here,
// and a test holds the two together.
//
//   0  'OUI1'
//   4  u32  number of 24-bit entries, 12 u32 of 36-bit, 8 u32 of 28-bit
//  16  entries, then names: see there

const magic = 0x4f554931
const headerBytes = 16
const offsetBytes = 3
const longestNameBytes = 255

const lengths = [
  { bits: 36, prefixBytes: 5, hexDigits: 9 },
  { bits: 28, prefixBytes: 4, hexDigits: 7 },
  { bits: 24, prefixBytes: 3, hexDigits: 6 },
] as const

/** `register` maps 6, 7 or 9 hexadecimal digits to a name; anything else in it is left out. */
export function compileRegister(register: Readonly<Record<string, string>>): Uint8Array {
  const names = nameTable(Object.values(register))
  const parts: Uint8Array[] = []
  const header = new DataView(new ArrayBuffer(headerBytes))
  header.setUint32(0, magic)
  for (const [index, { hexDigits, prefixBytes }] of [...lengths].reverse().entries()) {
    const keys = Object.keys(register)
      .filter((key) => key.length === hexDigits && /^[0-9a-f]+$/i.test(key))
      .map((key) => key.toLowerCase())
      .sort()
    const rowBytes = prefixBytes + offsetBytes
    const rows = new Uint8Array(keys.length * rowBytes)
    for (const [row, key] of keys.entries()) {
      const padded = key.padEnd(prefixBytes * 2, '0')
      for (let at = 0; at < prefixBytes; at += 1) {
        rows[row * rowBytes + at] = Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16)
      }
      const name = register[key] ?? register[key.toUpperCase()] ?? ''
      const offset = names.offsets.get(name) ?? 0
      rows.set([offset >> 16, (offset >> 8) & 255, offset & 255], row * rowBytes + prefixBytes)
    }
    header.setUint32(4 + index * 4, keys.length)
    parts.push(rows)
  }
  return join([new Uint8Array(header.buffer), ...parts, names.bytes])
}

function nameTable(names: readonly string[]): { bytes: Uint8Array; offsets: Map<string, number> } {
  const offsets = new Map<string, number>()
  const parts: Uint8Array[] = []
  let size = 0
  for (const name of [...new Set(['', ...names])].sort()) {
    const text = new TextEncoder().encode(name).subarray(0, longestNameBytes)
    offsets.set(name, size)
    parts.push(Uint8Array.of(text.length), text)
    size += text.length + 1
  }
  return { bytes: join(parts), offsets }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
