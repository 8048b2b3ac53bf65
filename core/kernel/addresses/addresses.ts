// SPDX-License-Identifier: EUPL-1.2

/** Bytes of an address in network order: 4 or 16 of them. */
export type AddressBytes = readonly number[]

export interface AddressRange {
  /** As given or learned: `10.1.0.0/16`. */
  readonly text: string
  readonly bytes: AddressBytes
  /** Leading bits that count. */
  readonly bits: number
}

/** Undefined for text that is no address. */
export function addressBytes(text: string): AddressBytes | undefined {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text, 0)
}

/** `10.1.0.0/16`, `fd00::/8` or a single address; undefined when it is neither. */
export function addressRange(text: string): AddressRange | undefined {
  const [address = '', length, rest] = text.trim().split('/')
  const bytes = addressBytes(address)
  if (bytes === undefined || rest !== undefined) return undefined
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined
  const bits = length === undefined ? bytes.length * 8 : Number(length)
  return bits > bytes.length * 8 ? undefined : { text: text.trim(), bytes, bits }
}

/** The range of `bits` around an address, written with its host bits cleared. */
export function rangeAround(address: string, bits: number): AddressRange | undefined {
  const bytes = addressBytes(address)
  if (bytes === undefined || bits > bytes.length * 8) return undefined
  const kept = cleared(bytes, bits)
  return { text: `${addressText(kept)}/${bits}`, bytes: kept, bits }
}

/** With every bit after the first so many set to nothing. */
export function cleared(bytes: AddressBytes, bits: number): AddressBytes {
  return bytes.map((byte, index) => byte & maskAt(index, bits))
}

/** False for a text that is no address. */
export function isWithin(address: string, range: AddressRange): boolean {
  const bytes = addressBytes(address)
  return bytes !== undefined && isIn(bytes, range)
}

/** The same for an address that has been read already. */
export function isIn(bytes: AddressBytes, { bytes: prefix, bits }: AddressRange): boolean {
  if (bytes.length !== prefix.length) return false
  for (let index = 0; index * 8 < bits; index += 1) {
    const mask = maskAt(index, bits)
    if (((bytes[index] ?? 0) & mask) !== ((prefix[index] ?? 0) & mask)) return false
  }
  return true
}

function maskAt(index: number, bits: number): number {
  const kept = Math.max(0, Math.min(8, bits - index * 8))
  return (0xff00 >> kept) & 0xff
}

/** IPv4 in dots; IPv6 as RFC 5952: the longest run of two or more zero groups becomes `::`. */
export function addressText(bytes: AddressBytes): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from(
    { length: 8 },
    (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0),
  )
  let best = { at: -1, length: 1 }
  for (let at = 0; at < 8; at += 1) {
    let end = at
    while (end < 8 && groups[end] === 0) end += 1
    // The first of equals.
    if (end - at > best.length) best = { at, length: end - at }
  }
  const text = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':')
  if (best.at < 0) return text(groups)
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`
}

const dot = 0x2e
const zero = 0x30
const nine = 0x39
const colon = 0x3a

// Letter by letter: inventories of recordings read millions of these.
function ipv4Bytes(text: string, from: number): number[] | undefined {
  const bytes: number[] = []
  let value = 0
  let digits = 0
  for (let at = from; at <= text.length; at += 1) {
    const code = at === text.length ? dot : text.charCodeAt(at)
    if (code === dot) {
      if (digits === 0) return undefined
      bytes.push(value)
      value = 0
      digits = 0
    } else {
      value = value * 10 + code - zero
      digits += 1
      if (code < zero || code > nine || digits > 3 || value > 255) return undefined
    }
  }
  return bytes.length === 4 ? bytes : undefined
}

/** RFC 4291, section 2.2: at most one `::`, for one group at least, and perhaps an IPv4 tail. */
function ipv6Bytes(text: string): number[] | undefined {
  const head = groupsFrom(text, 0)
  const gap = head.end
  if (gap === text.length) return head.words.length === 8 ? octets(head.words) : undefined
  if (!text.startsWith('::', gap)) return undefined
  const tail = groupsFrom(text, gap + 2)
  const missing = 8 - head.words.length - tail.words.length
  if (tail.end !== text.length || missing < 1) return undefined
  for (let zeros = missing; zeros > 0; zeros -= 1) head.words.push(0)
  return octets([...head.words, ...tail.words])
}

/** Groups with single colons between them; `end` is where they end, or stop making sense. */
function groupsFrom(
  text: string,
  from: number,
): { readonly words: number[]; readonly end: number } {
  const words: number[] = []
  for (let at = from; ; at += 1) {
    let value = 0
    const start = at
    for (; at < text.length && at < start + 4; at += 1) {
      const digit = hexDigit(text.charCodeAt(at))
      if (digit < 0) break
      value = value * 16 + digit
    }
    if (text.charCodeAt(at) === dot) {
      const tail = ipv4Bytes(text, start)
      if (tail === undefined) return { words, end: start }
      const [a = 0, b = 0, c = 0, d = 0] = tail
      words.push((a << 8) | b, (c << 8) | d)
      return { words, end: text.length }
    }
    if (at === start) return { words, end: words.length === 0 ? from : start - 1 }
    words.push(value)
    if (text.charCodeAt(at) !== colon || text.charCodeAt(at + 1) === colon)
      return { words, end: at }
  }
}

function hexDigit(code: number): number {
  if (code >= zero && code <= nine) return code - zero
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function octets(words: readonly number[]): number[] {
  const bytes: number[] = []
  for (const word of words) bytes.push(word >> 8, word & 255)
  return bytes
}
