// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { form } from './forms.ts'
import type { Network } from './network-stage.ts'

/** An IP packet between the network and the transport stage. */
export interface Datagram {
  version: number
  protocol: number
  /** IPv4 address, or number of the IPv6 address. */
  source: number
  destination: number
  /** Offset of the transport header. */
  at: number
  /** One past the last byte the capture holds. */
  end: number
  /** Where it ends on the wire. */
  wireEnd: number
  /** "More fragments" bit and offset; 0 for a whole datagram. */
  fragment: number
  fragmentOffset: number
  id: number
}

export function datagram(): Datagram {
  return {
    version: 0,
    protocol: 0,
    source: 0,
    destination: 0,
    at: 0,
    end: 0,
    wireEnd: 0,
    fragment: 0,
    fragmentOffset: 0,
    id: 0,
  }
}

/** Finds ports and payload and writes the key of the flow. */
export function readTransport(network: Network, index: number): void {
  const { batch, view, datagram, layers } = network
  const { protocol, source, destination, at, end } = datagram
  let sourcePort = 0
  let destinationPort = 0
  let from = at < end ? at : end
  let to = end
  let wireEnd = datagram.wireEnd
  if (datagram.fragment !== 0) {
    const ports = fragmentPorts(network, index)
    sourcePort = ports >>> 16
    destinationPort = ports & 0xffff
    if (datagram.fragmentOffset === 0) from = afterHeader(network, index, from)
    else wireEnd = to = from
    batch.isCut[index] = 1
  } else if (protocol === 6) {
    layers.count(layerOf.tcp, network.frame + index, batch.wire[index] as number)
    if (at + 4 <= end) {
      sourcePort = view.getUint16(at)
      destinationPort = view.getUint16(at + 2)
    }
    from = afterHeader(network, index, from)
  } else if (protocol === 17) {
    layers.count(layerOf.udp, network.frame + index, batch.wire[index] as number)
    if (at + 8 <= end) {
      sourcePort = view.getUint16(at)
      destinationPort = view.getUint16(at + 2)
      const length = view.getUint16(at + 4)
      // 0 stands for a jumbogram.
      if (length >= 8 && at + length < wireEnd) {
        wireEnd = at + length
        if (wireEnd < to) to = wireEnd
      }
    }
    from = afterHeader(network, index, from)
  } else otherProtocol(network, index)
  if (wireEnd > to) batch.isCut[index] = 1
  batch.version[index] = datagram.version
  batch.protocol[index] = protocol
  batch.from[index] = from
  batch.to[index] = to
  batch.length[index] = wireEnd - from
  batch.source[index] = source
  const isForward =
    source < destination || (source === destination && sourcePort <= destinationPort)
  batch.direction[index] = isForward ? 0 : 1
  batch.key0[index] = isForward ? source : destination
  batch.key1[index] = isForward ? destination : source
  batch.key2[index] = isForward
    ? (sourcePort << 16) | destinationPort
    : (destinationPort << 16) | sourcePort
  batch.key3[index] =
    ((batch.vlan[index] as number) << 19) |
    (protocol << 3) |
    (datagram.version === 4 ? form.ipv4 : form.ipv6)
}

/** Offset of the payload; the end where the header is not whole. */
function afterHeader(network: Network, index: number, at: number): number {
  const { batch, view, datagram } = network
  const { end, protocol } = datagram
  if (protocol === 17) {
    if (at + 8 <= end) return at + 8
    network.oddities.add('udp-truncated')
    return end
  }
  if (protocol !== 6) return at
  if (at + 20 > end) {
    network.oddities.add('tcp-truncated')
    return end
  }
  const headerBytes = (view.getUint8(at + 12) >>> 4) << 2
  if (headerBytes < 20) {
    network.oddities.add('tcp-header-invalid')
    return end
  }
  batch.tcp[index] = at
  return at + headerBytes < end ? at + headerBytes : end
}

/** Ports of the datagram that this is a piece of, 0 while its first piece is missing. */
function fragmentPorts(network: Network, index: number): number {
  const { view, datagram, layers, oddities } = network
  const { at, end, protocol, fragmentOffset } = datagram
  const hasPorts = (protocol === 6 || protocol === 17) && fragmentOffset === 0 && at + 4 <= end
  const note = network.fragments.note({
    source: datagram.source,
    destination: datagram.destination,
    protocol,
    id: datagram.id,
    from: fragmentOffset,
    to: fragmentOffset + Math.max(0, datagram.wireEnd - at),
    ports: hasPorts ? view.getInt32(at) : undefined,
  })
  oddities.add('ip-fragment')
  if (note.overlaps) oddities.add('ip-fragment-overlap')
  if (fragmentOffset === 0) {
    const wire = network.batch.wire[index] as number
    if (protocol === 6) layers.count(layerOf.tcp, network.frame + index, wire)
    else if (protocol === 17) layers.count(layerOf.udp, network.frame + index, wire)
    else otherProtocol(network, index)
  } else if (note.ports === undefined && (protocol === 6 || protocol === 17)) {
    oddities.add('ip-fragment-without-first')
  }
  return note.ports ?? 0
}

/** An ICMP error quotes the packet that it is about: IP header and first eight bytes at least. */
const icmpErrors: ReadonlySet<number> = new Set([3, 4, 5, 11, 12])

const layerOfProtocol: ReadonlyMap<number, number> = new Map([
  [1, layerOf.icmp],
  [2, layerOf.igmp],
  [4, layerOf.ipip],
  [41, layerOf.ipv6],
  [47, layerOf.gre],
  [50, layerOf.esp],
  [51, layerOf.ah],
  [58, layerOf.icmpv6],
  [88, layerOf.eigrp],
  [89, layerOf.ospf],
  [103, layerOf.pim],
  [112, layerOf.vrrp],
  [132, layerOf.sctp],
])

function otherProtocol(network: Network, index: number): void {
  const { batch, layers, datagram } = network
  const id = layerOfProtocol.get(datagram.protocol) ?? layers.idOf(`ip_${datagram.protocol}`)
  layers.count(id, network.frame + index, batch.wire[index] as number)
  if (datagram.protocol === 1) countQuoted(network, index)
}

/** The shared answers count a protocol at any depth, quotations included. */
function countQuoted(network: Network, index: number): void {
  const { batch, view, layers, datagram } = network
  const { at, end } = datagram
  if (at + 28 > end || !icmpErrors.has(view.getUint8(at))) return
  if (view.getUint8(at + 8) >>> 4 !== 4) return
  const protocol = view.getUint8(at + 17)
  const layer = protocol === 6 ? layerOf.tcp : protocol === 17 ? layerOf.udp : -1
  if (layer >= 0) layers.count(layer, network.frame + index, batch.wire[index] as number)
}
