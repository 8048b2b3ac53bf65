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

/** Cannot be reached over the internet: RFC 1918, 6598, 4193, link-local, loopback, test nets. */
export function isPrivate(ip: string): boolean {
  if (isLinkLocal(ip) || isLoopback(ip)) return true
  const bytes = addressBytes(ip)
  return (
    bytes !== undefined && privateRanges.some((range) => matches(bytes, range.bytes, range.bits))
  )
}

export function isWithin(ip: string, range: AddressRange): boolean {
  const bytes = addressBytes(ip)
  return bytes !== undefined && matches(bytes, range.bytes, range.bits)
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
  if (bytes === undefined) return false
  const octets = mac.split(':').map((octet) => Number.parseInt(octet, 16))
  const [a, b, c, d, e, f] = octets
  if (a === undefined || b === undefined || c === undefined) return false
  const made = [a ^ 2, b, c, 0xff, 0xfe, d, e, f]
  return made.every((byte, index) => bytes[index + 8] === byte)
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

function ipv4Bytes(text: string): AddressBytes | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  return bytes.some((byte) => byte > 255) ? undefined : bytes
}

function ipv6Bytes(text: string): AddressBytes | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map(groups)
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 0 : missing !== 0) return undefined
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...tail]
  if (all.some((group) => Number.isNaN(group))) return undefined
  return all.flatMap((group) => [group >> 8, group & 255])
}

function groups(text: string): number[] {
  if (text === '') return []
  return text.split(':').map((group) => {
    return /^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN
  })
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
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  'fc00::/7',
  '2001:db8::/32',
]
  .map(addressRange)
  .filter((range) => range !== undefined)
