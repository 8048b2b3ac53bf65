// SPDX-License-Identifier: EUPL-1.2

/** A block of IPv4 or IPv6 addresses. */
export interface AddressRange {
  /** As written. */
  readonly text: string
  /** 4 or 16 bytes. */
  readonly bytes: readonly number[]
  /** Leading bits that count. */
  readonly bits: number
}

/** `10.1.0.0/16`, `fd00::/8` or a single address; undefined when it is neither. */
export function addressRange(text: string): AddressRange | undefined {
  const [address, length, rest] = text.trim().split('/')
  const bytes = addressBytes(address)
  if (bytes === undefined || rest !== undefined) return undefined
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined
  const bits = length === undefined ? bytes.length * 8 : Number(length)
  return bits > bytes.length * 8 ? undefined : { text: text.trim(), bytes, bits }
}

/** False for a text that is no address. */
export function isWithin(address: string, range: AddressRange): boolean {
  const bytes = addressBytes(address)
  if (bytes === undefined || bytes.length !== range.bytes.length) return false
  return range.bytes.every((wanted, index) => {
    const kept = Math.max(0, Math.min(8, range.bits - index * 8))
    const mask = (0xff00 >> kept) & 0xff
    return (bytes[index] & mask) === (wanted & mask)
  })
}

// RFC 1918, 6598, 3927, 1122, 4193, 4291. Networks for documentation are not here: whoever writes an
// example means the internet by them.
const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1',
].flatMap((text) => addressRange(text) ?? [])

/** Whether the address can be reached over the internet. */
export function isPublic(address: string): boolean {
  return addressRange(address) !== undefined && !privateRanges.some((r) => isWithin(address, r))
}

function addressBytes(text: string): number[] | undefined {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text)
}

function ipv4Bytes(text: string): number[] | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte < 256) ? bytes : undefined
}

/** RFC 4291, section 2.2, with at most one `::` and an IPv4 tail. */
function ipv6Bytes(text: string): number[] | undefined {
  const halves = text.toLowerCase().split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => groupBytes(half))
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined
  if (halves.length === 1) return head.length === 16 ? head : undefined
  const missing = 16 - head.length - (tail?.length ?? 0)
  return missing < 2 ? undefined : [...head, ...new Array<number>(missing).fill(0), ...(tail ?? [])]
}

function groupBytes(half: string): number[] | undefined {
  if (half === '') return []
  const bytes: number[] = []
  const groups = half.split(':')
  for (const [index, group] of groups.entries()) {
    const isLast = index === groups.length - 1
    const tail = isLast && group.includes('.') ? ipv4Bytes(group) : undefined
    if (tail !== undefined) bytes.push(...tail)
    else if (!/^[0-9a-f]{1,4}$/.test(group)) return undefined
    else bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff)
  }
  return bytes
}
