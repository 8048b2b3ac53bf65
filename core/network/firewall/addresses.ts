// SPDX-License-Identifier: EUPL-1.2
import { addressBytes } from '@schouw/core/kernel/addresses'

/**
 * Addresses of both families on one line of 128 bits, both ends included. IPv4 stands where RFC 4291,
 * section 2.5.5.2, maps it.
 */
export type AddressSpan = readonly [from: bigint, to: bigint]

/** The version of the Internet Protocol. */
export type Family = 4 | 6

const mapped = 0xffff_0000_0000n
const mappedEnd = mapped + 0xffff_ffffn
const last = (1n << 128n) - 1n

export const everywhere: readonly AddressSpan[] = [[0n, last]]

/** Every address of a family. */
export const whole: Readonly<Record<Family, readonly AddressSpan[]>> = {
  4: [[mapped, mappedEnd]],
  6: [
    [0n, mapped - 1n],
    [mappedEnd + 1n, last],
  ],
}

export function familyOf(address: bigint): Family {
  return address >= mapped && address <= mappedEnd ? 4 : 6
}

/** RFC 4291, section 2.5.6: no router forwards it. */
export function isLinkLocal(address: bigint): boolean {
  return address >> 118n === 0xfe80n >> 6n
}

/** `10.0.0.1`, `2001:db8::1`; undefined for other text. */
export function addressOf(text: string): bigint | undefined {
  const bytes = addressBytes(text)
  if (bytes === undefined) return undefined
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return bytes.length === 4 ? mapped + value : value
}

/** `10.0.0.1`, `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `10.0.0.1-10.0.0.9`, `2001:db8::/32`. */
export function spanOf(text: string): AddressSpan | undefined {
  const [first = '', end, more] = text.split('-')
  if (more !== undefined) return undefined
  if (end !== undefined) return rangeOf(first, end)
  const [address = '', length, rest] = text.split('/')
  const from = addressOf(address)
  if (from === undefined || rest !== undefined) return undefined
  if (length === undefined) return [from, from]
  if (length.includes('.')) return masked(from, addressOf(length))
  const size = familyOf(from) === 4 ? 32 : 128
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : size + 1
  return bits > size ? undefined : around(from, BigInt(size - bits))
}

/** Of one family, the lower first. */
export function rangeOf(first: string, end: string): AddressSpan | undefined {
  const [from, to] = [addressOf(first), addressOf(end)]
  if (from === undefined || to === undefined || from > to) return undefined
  return familyOf(from) === familyOf(to) ? [from, to] : undefined
}

/** An IPv4 address and a mask; undefined for masks with holes. */
export function masked(address: bigint, mask: bigint | undefined): AddressSpan | undefined {
  if (mask === undefined || familyOf(address) !== 4 || familyOf(mask) !== 4) return undefined
  const size = mappedEnd - mask + 1n
  return (size & (size - 1n)) === 0n
    ? around(address, BigInt(size.toString(2).length - 1))
    : undefined
}

/** The mask that a wildcard of IOS is, turned round. */
export function turned(wildcard: bigint | undefined): bigint | undefined {
  return wildcard === undefined || familyOf(wildcard) !== 4
    ? undefined
    : mapped + (mappedEnd - wildcard)
}

function around(address: bigint, free: bigint): AddressSpan {
  const from = (address >> free) << free
  return [from, from + (1n << free) - 1n]
}
