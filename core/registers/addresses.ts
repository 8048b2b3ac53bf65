// SPDX-License-Identifier: EUPL-1.2
import {
  type AddressBytes,
  addressBytes,
  addressText,
  cleared,
} from '@schouw/core/kernel/addresses'

/** Lower case with colons, from colons, hyphens, Cisco points or none; undefined for anything else. */
export function macText(input: string): string | undefined {
  const isSpelled =
    /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$|^[0-9a-f]{2}(-[0-9a-f]{2}){5}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$|^[0-9a-f]{12}$/i
  if (!isSpelled.test(input)) return undefined
  return input
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
    .replaceAll(/(..)(?!$)/g, '$1:')
}

/** IPv4 in dots without leading zeros, IPv6 as RFC 5952; undefined for anything else. */
export function ipText(input: string): string | undefined {
  const bytes = bytesOf(input)
  return bytes === undefined ? undefined : addressText(bytes)
}

/** A block with its host bits clear, `10.1.0.0/16`; a single address becomes a block of one. */
export function cidrText(input: string): string | undefined {
  const [address = '', length, rest] = input.split('/')
  const bytes = bytesOf(address)
  if (bytes === undefined || rest !== undefined) return undefined
  if (length !== undefined && !/^(0|[1-9][0-9]{0,2})$/.test(length)) return undefined
  const bits = length === undefined ? bytes.length * 8 : Number(length)
  if (bits > bytes.length * 8) return undefined
  const kept = cleared(bytes, bits)
  // A block that names a host inside it is a slip: which of both was meant is not ours to guess.
  if (kept.some((byte, index) => byte !== bytes[index])) return undefined
  return `${addressText(kept)}/${bits}`
}

/** A number that begins with a nought is octal to some, so nobody knows what was meant. */
function bytesOf(text: string): AddressBytes | undefined {
  return /(^|[.:])0\d+(?=\.|$)/.test(text) && text.includes('.') ? undefined : addressBytes(text)
}
