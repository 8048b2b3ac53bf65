// SPDX-License-Identifier: EUPL-1.2
// What an address says by itself. MAC texts are lower case with colons, IPv6 compressed.

/** Bytes of an address in network order: 4 or 16 of them. */
export type AddressBytes = readonly number[]

export interface AddressRange {
  /** As given or learned: `10.1.0.0/16`. */
  readonly text: string
  readonly bytes: AddressBytes
  readonly bits: number
}

/** A MAC that can belong to one device: not a group, not all zeros (loopback, cooked captures). */
export function isDeviceMac(mac: string | undefined): mac is string {
  if (mac === undefined || mac.length !== 17) return false
  if ((firstByte(mac) & 1) === 1) return false
  return mac !== '00:00:00:00:00:00'
}

/** Not handed out by a register: virtual machines, randomised phones, returning EtherCAT frames. */
export function isLocallyAdministered(mac: string): boolean {
  return (firstByte(mac) & 2) === 2
}

/** The address the register would have handed out: the locally administered bit cleared. */
export function universalTwin(mac: string): string {
  const cleared = (firstByte(mac) & ~2).toString(16).padStart(2, '0')
  return cleared + mac.slice(2)
}

// VRRP and CARP (RFC 5798, 7.3), HSRP version 1, version 2 and for IPv6, GLBP.
const virtualRouterPrefixes = [
  '00:00:5e:00:01:',
  '00:00:5e:00:02:',
  '00:00:0c:07:ac:',
  '00:00:0c:9f:f',
  '00:05:73:a0:0',
  '00:07:b4:00:',
] as const

/** An address that several routers share and that moves between them by design. */
export function isVirtualRouterMac(mac: string): boolean {
  return virtualRouterPrefixes.some((prefix) => mac.startsWith(prefix))
}

/** `undefined` for text that is no address. */
export function addressBytes(ip: string): AddressBytes | undefined {
  return ip.includes(':') ? ipv6Bytes(ip) : ipv4Bytes(ip)
}

/** An address one host can have: no group, no broadcast, not *unspecified*. Loopback counts. */
export function isHostAddress(ip: string | undefined): ip is string {
  if (ip === undefined) return false
  const bytes = addressBytes(ip)
  if (bytes === undefined) return false
  if (bytes.length === 16) return bytes[0] !== 0xff && bytes.some((byte) => byte !== 0)
  return bytes[0] !== 0 && bytes[0] < 224
}

/** Never crosses a router (RFC 3927, RFC 4291). */
export function isLinkLocal(ip: string): boolean {
  return ip.startsWith('169.254.') || /^fe[89ab]/.test(ip)
}

export function isLoopback(ip: string): boolean {
  return ip.startsWith('127.') || ip === '::1'
}

/**
 * Cannot be reached over the internet: RFC 1918, 6598, 4193, 2544, link-local, loopback. Addresses
 * of examples (RFC 5737) are nobody's, and whoever sends to them sends out.
 */
export function isPrivate(ip: string): boolean {
  if (isLinkLocal(ip) || isLoopback(ip)) return true
  const bytes = addressBytes(ip)
  return bytes !== undefined && isPrivateRange(bytes)
}

export function isPrivateRange(bytes: AddressBytes): boolean {
  return privateRanges.some((range) => matches(bytes, range.bytes, range.bits))
}

export function isWithin(ip: string, range: AddressRange): boolean {
  const bytes = addressBytes(ip)
  return bytes !== undefined && isIn(bytes, range)
}

/** The same for an address that has been read already. */
export function isIn(bytes: AddressBytes, range: AddressRange): boolean {
  return matches(bytes, range.bytes, range.bits)
}

/** `10.1.0.0/16`, or a single address; undefined when it is neither. */
export function addressRange(text: string): AddressRange | undefined {
  const [address = '', length, rest] = text.trim().split('/')
  const bytes = addressBytes(address)
  if (bytes === undefined || rest !== undefined) return undefined
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined
  const bits = length === undefined ? bytes.length * 8 : Number(length)
  if (bits > bytes.length * 8) return undefined
  return { text: text.trim(), bytes, bits }
}

/** The range of `bits` around an address, written with its host bits cleared. */
export function rangeAround(ip: string, bits: number): AddressRange | undefined {
  const bytes = addressBytes(ip)
  if (bytes === undefined || bits > bytes.length * 8) return undefined
  const cleared = bytes.map((byte, index) => {
    const kept = Math.max(0, Math.min(8, bits - index * 8))
    return byte & (0xff00 >> kept) & 0xff
  })
  return { text: `${addressText(cleared)}/${bits}`, bytes: cleared, bits }
}

/** Length of a mask such as `255.255.255.0`; undefined when its ones do not stand together. */
export function maskBits(mask: string): number | undefined {
  const bytes = ipv4Bytes(mask)
  if (bytes === undefined) return undefined
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return /^1+0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined
}

/** Whether an IPv6 address was made from this MAC (RFC 4291, appendix A). */
export function isMadeFromMac(ip: string, mac: string): boolean {
  const bytes = ip.includes(':') ? ipv6Bytes(ip) : undefined
  return bytes?.[11] === 0xff && bytes[12] === 0xfe && madeFrom(mac).every(isAt(bytes))
}

const isAt = (bytes: AddressBytes) => (byte: number, index: number) => bytes[index + 8] === byte

function madeFrom(mac: string): number[] {
  const [a = 0, b, c, d, e, f] = mac.split(':').map((octet) => Number.parseInt(octet, 16))
  return [a ^ 2, b ?? -1, c ?? -1, 0xff, 0xfe, d ?? -1, e ?? -1, f ?? -1]
}

/** Orders by version, then by number: 10.0.0.9 before 10.0.0.10. */
export function compareAddresses(left: string, right: string): number {
  const a = addressBytes(left) ?? []
  const b = addressBytes(right) ?? []
  if (a.length !== b.length) return a.length - b.length
  for (const [index, byte] of a.entries()) {
    const other = b[index] ?? 0
    if (byte !== other) return byte - other
  }
  return left < right ? -1 : left > right ? 1 : 0
}

function matches(bytes: AddressBytes, prefix: AddressBytes, bits: number): boolean {
  if (bytes.length !== prefix.length) return false
  for (let index = 0; index * 8 < bits; index += 1) {
    const kept = Math.min(8, bits - index * 8)
    const mask = (0xff00 >> kept) & 0xff
    if (((bytes[index] ?? 0) & mask) !== ((prefix[index] ?? 0) & mask)) return false
  }
  return true
}

function firstByte(mac: string): number {
  return Number.parseInt(mac.slice(0, 2), 16)
}

function ipv4Bytes(text: string): number[] | undefined {
  const bytes: number[] = []
  let value = 0
  let digits = 0
  for (let at = 0; at <= text.length; at += 1) {
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

const dot = 0x2e
const zero = 0x30
const nine = 0x39
const colon = 0x3a

function ipv6Bytes(text: string): number[] | undefined {
  const head = groupsFrom(text, 0)
  const gap = head.end
  if (gap === text.length) return head.words.length === 8 ? octets(head.words) : undefined
  if (!text.startsWith('::', gap)) return undefined
  const tail = groupsFrom(text, gap + 2)
  const missing = 8 - head.words.length - tail.words.length
  if (tail.end !== text.length || missing < 0) return undefined
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

function addressText(bytes: AddressBytes): string {
  if (bytes.length === 4) return bytes.join('.')
  const words = Array.from({ length: 8 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  )
  // Only ranges are written here, and their host part is zero: the tail is what `::` stands for.
  const tail = words.findLastIndex((word) => word !== '0') + 1
  return tail >= 7 ? words.join(':') : `${words.slice(0, tail).join(':')}::`
}

const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  'fc00::/7',
  '2001:db8::/32',
]
  .map(addressRange)
  .filter((range) => range !== undefined)
