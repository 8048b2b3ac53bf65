// SPDX-License-Identifier: EUPL-1.2
// Who made a network card: the registers of address blocks compiled into one buffer, searched in
// place, so that a look-up costs no objects. Whoever runs us brings the buffer.
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

/** Longest first: a part of a block that was sold on belongs to its buyer. */
const lengths = [
  { bits: 36, prefixBytes: 5 },
  { bits: 28, prefixBytes: 4 },
  { bits: 24, prefixBytes: 3 },
] as const

/** Throws when the buffer is something else. */
export class CardMakers {
  readonly #bytes: Uint8Array
  readonly #decode: (name: Uint8Array) => string
  readonly #tables: readonly { from: number; count: number; prefixBytes: number; bits: number }[]
  readonly #names: number
  /** Read so far, by offset: the cards of a site come from few makers. */
  readonly #texts = new Map<number, string>()

  /** `decode` makes text of UTF-8. */
  constructor(bytes: Uint8Array, decode: (name: Uint8Array) => string) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < headerBytes || view.getUint32(0) !== magic) {
      throw Object.assign(new Error('not a table of prefixes'), { code: 'oui-format' })
    }
    this.#bytes = bytes
    this.#decode = decode
    let from = headerBytes
    const tables = []
    for (const [index, { bits, prefixBytes }] of [...lengths].reverse().entries()) {
      const count = view.getUint32(4 + index * 4)
      tables.push({ from, count, prefixBytes, bits })
      from += count * (prefixBytes + offsetBytes)
    }
    if (from > bytes.length) {
      throw Object.assign(new Error('table of prefixes is cut short'), { code: 'oui-format' })
    }
    this.#tables = tables.reverse()
    this.#names = from
  }

  /**
   * The registered owner of the block that `mac` is in, as the register spells it. Undefined for
   * locally administered and group addresses, which no register hands out, and for text that is no
   * address.
   */
  makerOf(mac: string): string | undefined {
    const digits = usual.test(mac) ? withoutColons(mac) : anyDigits(mac)
    if (digits.length !== 12) return undefined
    return (Number.parseInt(digits.slice(0, 2), 16) & 3) !== 0 ? undefined : this.name(digits)
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
    const text = this.#decode(this.#bytes.subarray(at + 1, at + 1 + length))
    this.#texts.set(offset, text)
    return text
  }
}

const usual = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/

function withoutColons(mac: string): string {
  return (
    mac.slice(0, 2) +
    mac.slice(3, 5) +
    mac.slice(6, 8) +
    mac.slice(9, 11) +
    mac.slice(12, 14) +
    mac.slice(15)
  )
}

function anyDigits(mac: string): string {
  return mac.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
}
