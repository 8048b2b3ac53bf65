// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowShift } from '../readers/batch.ts'
import type { Network } from './network.ts'

/** An ICMP error quotes the packet that it is about. */
const icmpErrors: ReadonlySet<number> = new Set([3, 4, 5, 11, 12])

/** Packets in packets in packets: no network needs more, an attacker might. */
const maxDepth = 8

/** The packet that is looked into: where to count, and which layers its own headers counted. */
interface Inside {
  readonly network: Network
  readonly frame: number
  readonly wire: number
  /** IP protocol of the outermost header. */
  readonly outer: number
  readonly end: number
}

/**
 * Counts the layers below a tunnel or in an ICMP quotation: packets hold a protocol at any depth.
 * Hosts and conversations are those of the outermost headers alone; what an attacker puts into a
 * tunnel must not become an asset.
 */
export function countTunnelled(
  network: Network,
  row: number,
  protocol: number,
  at: number,
  end: number,
): void {
  const frame = network.frame + (row >>> rowShift)
  const wire = network.cells[row + cell.wire]
  carried({ network, frame, wire, outer: protocol, end }, protocol, at, 0)
}

/** The registered port, that of the generic extension, and the one that Linux used before. */
export function isVxlanPort(port: number): boolean {
  return port === 4789 || port === 4790 || port === 8472
}

/** VXLAN: a header of eight bytes in UDP, then an Ethernet frame (RFC 7348). */
export function countVxlan(network: Network, row: number): void {
  const { cells } = network
  const frame = network.frame + (row >>> rowShift)
  const wire = cells[row + cell.wire]
  const inside = { network, frame, wire, outer: 17, end: cells[row + cell.to] }
  vxlan(inside, cells[row + cell.from], 0)
}

function count({ network, frame, wire }: Inside, layer: number): void {
  network.layers.count(layer, frame, wire)
}

function carried(inside: Inside, protocol: number, at: number, depth: number): void {
  const { network, end } = inside
  if (depth > maxDepth) return
  if (protocol === 47) gre(inside, at, depth)
  else if (protocol === 4) ipv4(inside, at, depth)
  else if (protocol === 41) ipv6(inside, at, depth)
  else if (protocol === 1 && at + 28 <= end && icmpErrors.has(network.view.getUint8(at))) {
    ipv4(inside, at + 8, depth)
  } else if (protocol === 17 && at + 8 <= end && isVxlanPort(network.view.getUint16(at + 2))) {
    vxlan(inside, at + 8, depth)
  }
}

/** RFC 2784 and 2890, and ERSPAN, which carries Ethernet frames behind a header of its own. */
function gre(inside: Inside, at: number, depth: number): void {
  const { view } = inside.network
  if (at + 4 > inside.end) return
  const flags = view.getUint16(at)
  const type = view.getUint16(at + 2)
  const options = ((flags >>> 15) & 1) + ((flags >>> 13) & 1) + ((flags >>> 12) & 1)
  const next = at + 4 + options * 4
  // Without a sequence number ERSPAN has no header either (type I).
  const hasSequence = (flags & 0x1000) !== 0
  if (type === 0x88be) ethernet(inside, hasSequence ? next + 8 : next, depth + 1)
  else if (type === 0x22eb) {
    const hasTrailer = next + 12 <= inside.end && (view.getUint8(next + 11) & 1) === 1
    ethernet(inside, next + (hasTrailer ? 20 : 12), depth + 1)
  } else if (type === 0x6558) ethernet(inside, next, depth + 1)
  else inner(inside, type, next, depth + 1)
}

function vxlan(inside: Inside, at: number, depth: number): void {
  count(inside, layerOf.vxlan)
  ethernet(inside, at + 8, depth + 1)
}

function ethernet(inside: Inside, at: number, depth: number): void {
  if (at + 14 <= inside.end) {
    inner(inside, inside.network.view.getUint16(at + 12), at + 14, depth)
  }
}

function inner(inside: Inside, first: number, from: number, depth: number): void {
  const { view } = inside.network
  let type = first
  let at = from
  while ((type === 0x8100 || type === 0x88a8) && at + 4 <= inside.end) {
    count(inside, layerOf.vlan)
    type = view.getUint16(at + 2)
    at += 4
  }
  if (type === 0x0800) ipv4(inside, at, depth)
  else if (type === 0x86dd) ipv6(inside, at, depth)
  else if (type === 0x0806) count(inside, layerOf.arp)
}

function ipv4(inside: Inside, at: number, depth: number): void {
  const { view } = inside.network
  if (at + 20 > inside.end || view.getUint8(at) >>> 4 !== 4) return
  const protocol = view.getUint8(at + 9)
  transport(inside, protocol, at + ((view.getUint8(at) & 15) << 2), depth)
}

function ipv6(inside: Inside, at: number, depth: number): void {
  const { view } = inside.network
  if (at + 40 > inside.end || view.getUint8(at) >>> 4 !== 6) return
  count(inside, layerOf.ipv6)
  transport(inside, view.getUint8(at + 6), at + 40, depth)
}

/** The outermost header counted its own protocol already. */
function transport(inside: Inside, protocol: number, at: number, depth: number): void {
  if (protocol !== inside.outer) {
    const layer = layers.get(protocol)
    if (layer !== undefined) count(inside, layer)
  }
  carried(inside, protocol, at, depth + 1)
}

const layers: ReadonlyMap<number, number> = new Map([
  [1, layerOf.icmp],
  [6, layerOf.tcp],
  [17, layerOf.udp],
  [47, layerOf.gre],
  [58, layerOf.icmpv6],
])
