// SPDX-License-Identifier: EUPL-1.2

/** The polynomial of zip, its bits from the lowest on. */
const polynomial = 0xedb88320

/** `tables[n][byte]`: what a byte comes to with n bytes of nothing behind it. */
const tables = tablesFor(4)

/** What a zip says of each file; it finds accidents, not people. Four bytes at a time. */
export function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = tables
  const whole = bytes.length - (bytes.length % 4)
  let value = -1
  let at = 0
  for (; at < whole; at += 4) {
    value ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
    value =
      four[value & 0xff] ^
      three[(value >>> 8) & 0xff] ^
      two[(value >>> 16) & 0xff] ^
      one[value >>> 24]
  }
  for (; at < bytes.length; at += 1) value = (value >>> 8) ^ one[(value ^ bytes[at]) & 0xff]
  return (value ^ -1) >>> 0
}

function tablesFor(count: number): readonly Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) {
      value = (value & 1) === 1 ? (value >>> 1) ^ polynomial : value >>> 1
    }
    return value
  })
  const made = [first]
  while (made.length < count) {
    const former = made.at(-1) ?? first
    made.push(former.map((value) => (value >>> 8) ^ first[value & 0xff]))
  }
  return made
}
