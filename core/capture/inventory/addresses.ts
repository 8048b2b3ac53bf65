// SPDX-License-Identifier: EUPL-1.2
import { type AddressBytes, addressBytes, addressRange, isIn } from '@schouw/core/kernel/addresses'

// What an address says by itself. MAC texts are lower case with colons, IPv6 compressed.

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
  return privateRanges.some((range) => isIn(bytes, range))
}

/** Length of a mask such as `255.255.255.0`; undefined when its ones do not stand together. */
export function maskBits(mask: string): number | undefined {
  const bytes = addressBytes(mask)
  if (bytes?.length !== 4) return undefined
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return /^1+0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined
}

/** Whether an IPv6 address was made from this MAC (RFC 4291, appendix A). */
export function isMadeFromMac(ip: string, mac: string): boolean {
  const bytes = addressBytes(ip)
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

function firstByte(mac: string): number {
  return Number.parseInt(mac.slice(0, 2), 16)
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
