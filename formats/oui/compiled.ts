// SPDX-License-Identifier: EUPL-1.2
// The compiled register: one buffer, searched in place, so that a look-up costs no objects.
//
//   0  'OUI1'
//   4  u32  number of 24-bit entries, 12 u32 of 36-bit, 8 u32 of 28-bit
//  16  entries of 24 bits: 3 bytes prefix, 3 bytes offset of the name
//      entries of 28 bits: 4 bytes prefix (left aligned), 3 bytes offset
//      entries of 36 bits: 5 bytes prefix (left aligned), 3 bytes offset
//      names: 1 byte length, UTF-8
// Entries ascend by prefix within a length; offsets count from the start of the names.

const magic = 0x4f554931
const headerBytes = 16
const offsetBytes = 3
const longestNameBytes = 255

/** Register lengths, longest first: a part of a block that was sold on belongs to its buyer. */
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

/** Looks up in what `compileRegister` wrote; throws when the buffer is something else. */
export class CompiledRegister {
  readonly #bytes: Uint8Array
  readonly #tables: readonly { from: number; count: number; prefixBytes: number; bits: number }[]
  readonly #names: number
  /** Read so far, by offset: the cards of a site come from few makers. */
  readonly #texts = new Map<number, string>()
  readonly #decoder = new TextDecoder()

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < headerBytes || view.getUint32(0) !== magic) {
      throw Object.assign(new Error('not a compiled vendor register'), { code: 'oui-format' })
    }
    this.#bytes = bytes
    let from = headerBytes
    const tables = []
    for (const [index, { bits, prefixBytes }] of [...lengths].reverse().entries()) {
      const count = view.getUint32(4 + index * 4)
      tables.push({ from, count, prefixBytes, bits })
      from += count * (prefixBytes + offsetBytes)
    }
    if (from > bytes.length) {
      throw Object.assign(new Error('vendor register is cut short'), { code: 'oui-format' })
    }
    this.#tables = tables.reverse()
    this.#names = from
  }

  /** `digits` are the twelve hexadecimal digits of an address. */
  name(digits: string): string | undefined {
    for (const table of this.#tables) {
      const wanted = digits.slice(0, table.bits / 4).padEnd(table.prefixBytes * 2, '0')
      const found = this.#search(table, Number.parseInt(wanted, 16))
      if (found !== undefined) return found
    }
    return undefined
  }

  #search(
    table: { from: number; count: number; prefixBytes: number },
    wanted: number,
  ): string | undefined {
    const rowBytes = table.prefixBytes + offsetBytes
    let low = 0
    let high = table.count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = table.from + middle * rowBytes
      const prefix = this.#number(at, table.prefixBytes)
      if (prefix === wanted) return this.#text(this.#number(at + table.prefixBytes, offsetBytes))
      if (prefix < wanted) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  #number(at: number, count: number): number {
    let value = 0
    for (let index = at; index < at + count; index += 1) value = value * 256 + this.#bytes[index]
    return value
  }

  #text(offset: number): string | undefined {
    const known = this.#texts.get(offset)
    if (known !== undefined) return known
    const at = this.#names + offset
    const length = this.#bytes[at]
    if (length === undefined || length === 0) return undefined
    const text = this.#decoder.decode(this.#bytes.subarray(at + 1, at + 1 + length))
    this.#texts.set(offset, text)
    return text
  }
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
