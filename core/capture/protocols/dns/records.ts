// SPDX-License-Identifier: EUPL-1.2
// The data of the record types that name devices.
import { ipv4At, ipv6At, textAt } from '../wire.ts'
import { type DnsMessage, type ResourceRecord, readName } from './message.ts'

/** IANA's numbers of resource record types. */
export const recordType = {
  a: 1,
  cname: 5,
  ptr: 12,
  hinfo: 13,
  txt: 16,
  aaaa: 28,
  srv: 33,
  any: 255,
} as const

/** The address that an A or AAAA record gives; undefined for others and for wrong lengths. */
export function addressIn(message: DnsMessage, record: ResourceRecord): string | undefined {
  const length = record.to - record.from
  if (record.type === recordType.a && length === 4) return ipv4At(message.bytes, record.from)
  if (record.type === recordType.aaaa && length === 16) return ipv6At(message.bytes, record.from)
  return undefined
}

/** The name that a CNAME, PTR or SRV record leads to. */
export function targetIn(message: DnsMessage, record: ResourceRecord): string | undefined {
  const isService = record.type === recordType.srv
  if (!isService && record.type !== recordType.cname && record.type !== recordType.ptr) {
    return undefined
  }
  // RFC 2782: priority, weight and port, then the target.
  const at = record.from + (isService ? 6 : 0)
  if (at >= record.to) return undefined
  const name = readName({ ...message, to: record.to }, at)
  return typeof name === 'string' ? undefined : name.text
}

/** The character-strings of a TXT or HINFO record. */
export function stringsIn(message: DnsMessage, record: ResourceRecord): readonly string[] {
  const strings: string[] = []
  let at = record.from
  while (at < record.to) {
    const end = at + 1 + (message.bytes[at] as number)
    if (end > record.to) break
    strings.push(textAt(message.bytes, at + 1, end))
    at = end
  }
  return strings
}

/** The address that a name under `in-addr.arpa` or `ip6.arpa` stands for (RFC 1035, RFC 3596). */
export function reversedAddress(name: string): string | undefined {
  const labels = name.toLowerCase().split('.')
  const suffix = labels.slice(-2).join('.')
  const digits = labels.slice(0, -2).reverse()
  if (suffix === 'in-addr.arpa' && digits.length === 4) {
    return digits.every((digit) => /^\d{1,3}$/.test(digit) && Number(digit) < 256)
      ? digits.map(Number).join('.')
      : undefined
  }
  if (suffix !== 'ip6.arpa' || digits.length !== 32) return undefined
  if (!digits.every((digit) => /^[0-9a-f]$/.test(digit))) return undefined
  const bytes = new Uint8Array(16)
  for (let index = 0; index < 16; index += 1) {
    bytes[index] = Number.parseInt(`${digits[2 * index]}${digits[2 * index + 1]}`, 16)
  }
  return ipv6At(bytes, 0)
}
