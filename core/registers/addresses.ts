// SPDX-License-Identifier: EUPL-1.2

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
  if (!input.includes(':')) return ipv4Bytes(input)?.join('.')
  const groups = ipv6Groups(input)
  return groups === undefined ? undefined : ipv6Text(groups)
}

/** A block with its host bits clear, `10.1.0.0/16`; a single address becomes a block of one. */
export function cidrText(input: string): string | undefined {
  const [address, length, rest] = input.split('/')
  if (address === undefined || rest !== undefined) return undefined
  if (length !== undefined && !/^(0|[1-9][0-9]{0,2})$/.test(length)) return undefined
  const isIpv6 = address.includes(':')
  const units = isIpv6 ? ipv6Groups(address) : ipv4Bytes(address)
  if (units === undefined) return undefined
  const width = isIpv6 ? 16 : 8
  const bits = length === undefined ? units.length * width : Number(length)
  if (bits > units.length * width) return undefined
  const kept = units.map((unit, index) => {
    const open = Math.max(0, Math.min(width, (index + 1) * width - bits))
    return (unit >> open) << open
  })
  // A block that names a host inside it is a slip: which of both was meant is not ours to guess.
  if (kept.some((unit, index) => unit !== units[index])) return undefined
  return `${isIpv6 ? ipv6Text(kept) : kept.join('.')}/${bits}`
}

function ipv4Bytes(text: string): number[] | undefined {
  const parts = text.split('.')
  const isSpelled = parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))
  const bytes = parts.map(Number)
  return isSpelled && bytes.every((byte) => byte < 256) ? bytes : undefined
}

/** Eight groups of 16 bits; RFC 4291, section 2.2. */
function ipv6Groups(text: string): number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const head = groupsOf(halves[0] ?? '', halves.length === 1)
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '', true) : []
  if (head === undefined || tail === undefined) return undefined
  if (halves.length === 1) return head.length === 8 ? head : undefined
  const missing = 8 - head.length - tail.length
  return missing < 1 ? undefined : [...head, ...new Array<number>(missing).fill(0), ...tail]
}

function groupsOf(half: string, canEndInIpv4: boolean): number[] | undefined {
  if (half === '') return []
  const parts = half.split(':')
  const groups: number[] = []
  for (const [index, part] of parts.entries()) {
    const bytes =
      canEndInIpv4 && index === parts.length - 1 && part.includes('.') ? ipv4Bytes(part) : undefined
    if (bytes !== undefined) {
      const [a, b, c, d] = bytes as [number, number, number, number]
      groups.push(a * 256 + b, c * 256 + d)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** RFC 5952: the longest run of two or more zero groups, the first of equals, becomes `::`. */
function ipv6Text(groups: readonly number[]): string {
  let best = { at: -1, length: 1 }
  for (let at = 0; at < 8; at += 1) {
    let end = at
    while (end < 8 && groups[end] === 0) end += 1
    if (end - at > best.length) best = { at, length: end - at }
  }
  const text = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':')
  if (best.at < 0) return text(groups)
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`
}
