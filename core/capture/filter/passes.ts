// SPDX-License-Identifier: EUPL-1.2
import type { Filter, Kind, Side } from './parse.ts'

/** Where things stand in one Ethernet frame; -1 is not there. */
interface Places {
  readonly type: number
  readonly vlans: readonly number[]
  /** Offset of the IP header. */
  readonly ip: number
  readonly version: 0 | 4 | 6
  /** IP protocol number. */
  readonly protocol: number
  /** Offset of the ports. */
  readonly ports: number
}

const vlanTypes: readonly number[] = [0x8100, 0x88a8, 0x9100]
const mostVlans = 4

/** Whether an Ethernet frame, as far as it was kept, is one to look at. */
export function passes(filter: Filter, frame: Uint8Array): boolean {
  return filter.is === 'all' || judge(filter, frame, placesOf(frame))
}

function judge(filter: Filter, frame: Uint8Array, places: Places): boolean {
  switch (filter.is) {
    case 'all':
      return true
    case 'and':
      return filter.of.every((one) => judge(one, frame, places))
    case 'or':
      return filter.of.some((one) => judge(one, frame, places))
    case 'not':
      return !judge(filter.of, frame, places)
    case 'kind':
      return isKind(filter.kind, places)
    case 'vlan':
      return filter.id === null ? places.vlans.length > 0 : places.vlans.includes(filter.id)
    case 'mac':
      return sides(filter.side, [6, 0]).some((at) => isAt(frame, at, filter.bytes, 48))
    case 'net':
      return sides(filter.side, addressesOf(frame, places, filter.bytes.length)).some(
        (at) => at >= 0 && isAt(frame, at, filter.bytes, filter.bits),
      )
    case 'port':
      return sides(filter.side, [places.ports, places.ports + 2]).some((at) => {
        if (places.ports < 0 || at + 2 > frame.length) return false
        const port = word(frame, at)
        return port >= filter.from && port <= filter.to
      })
  }
}

/** Source first. */
function sides(side: Side, [source, target]: readonly [number, number]): readonly number[] {
  return side === 'src' ? [source] : side === 'dst' ? [target] : [source, target]
}

function addressesOf(
  frame: Uint8Array,
  { type, ip, version }: Places,
  length: number,
): readonly [number, number] {
  if (version === 4 && length === 4) return [ip + 12, ip + 16]
  if (version === 6 && length === 16) return [ip + 8, ip + 24]
  // ARP for IPv4 says who asks and who is asked for.
  if (type === 0x0806 && length === 4 && word(frame, ip + 2) === 0x0800) return [ip + 14, ip + 24]
  return [-1, -1]
}

function isKind(kind: Kind, { type, version, protocol }: Places): boolean {
  switch (kind) {
    case 'ip':
      return version === 4
    case 'ip6':
      return version === 6
    case 'arp':
      return type === 0x0806
    case 'tcp':
      return protocol === 6
    case 'udp':
      return protocol === 17
    case 'icmp':
      return version === 4 && protocol === 1
    case 'icmp6':
      return version === 6 && protocol === 58
  }
}

function placesOf(frame: Uint8Array): Places {
  let at = 12
  let type = word(frame, at)
  const vlans: number[] = []
  while (vlanTypes.includes(type) && vlans.length < mostVlans) {
    vlans.push(word(frame, at + 2) & 0x0fff)
    at += 4
    type = word(frame, at)
  }
  const ip = at + 2
  const first = frame[ip] ?? 0
  if (type === 0x0800 && first >> 4 === 4) {
    const protocol = frame[ip + 9] ?? -1
    const isFirstFragment = (word(frame, ip + 6) & 0x1fff) === 0
    const ports = isFirstFragment && hasPorts(protocol) ? ip + (first & 15) * 4 : -1
    return { type, vlans, ip, version: 4, protocol, ports }
  }
  if (type === 0x86dd && first >> 4 === 6) {
    const protocol = frame[ip + 6] ?? -1
    return { type, vlans, ip, version: 6, protocol, ports: hasPorts(protocol) ? ip + 40 : -1 }
  }
  return { type, vlans, ip, version: 0, protocol: -1, ports: -1 }
}

function hasPorts(protocol: number): boolean {
  return protocol === 6 || protocol === 17
}

/** What the capture did not keep is nothing. */
function word(frame: Uint8Array, at: number): number {
  return at + 1 < frame.length ? ((frame[at] ?? 0) << 8) | (frame[at + 1] ?? 0) : -1
}

function isAt(frame: Uint8Array, at: number, bytes: readonly number[], bits: number): boolean {
  if (at + bytes.length > frame.length) return false
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
    if ((((frame[at + bit / 8] ?? 0) ^ (bytes[bit / 8] ?? 0)) & mask) !== 0) return false
  }
  return true
}
