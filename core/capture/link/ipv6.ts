// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import type { Network } from './network-stage.ts'
import { readTransport } from './transport.ts'

// RFC 8200 knows a handful; a packet with more is there to make readers work.
const maxExtensions = 16

/** False when the header cannot be trusted. */
export function readIpv6(network: Network, index: number): boolean {
  const { batch, view, datagram } = network
  const at = batch.network[index] as number
  const keptEnd = (batch.at[index] as number) + (batch.kept[index] as number)
  const wire = batch.wire[index] as number
  network.layers.count(layerOf.ipv6, network.frame + index, wire)
  if (keptEnd - at < 40) {
    network.oddities.add('ipv6-truncated')
    return false
  }
  if (view.getUint8(at) >>> 4 !== 6) {
    network.oddities.add('ipv6-header-invalid')
    return false
  }
  const length = view.getUint16(at + 4)
  // 0 means a jumbogram or a card that cuts segments itself: the frame's length counts.
  const wireEnd = length === 0 ? (batch.at[index] as number) + wire : at + 40 + length
  const addresses = network.ipv6Addresses
  datagram.version = 6
  datagram.source = addresses.idAt(view, at + 8)
  datagram.destination = addresses.idAt(view, at + 24)
  datagram.fragment = 0
  datagram.wireEnd = wireEnd
  datagram.end = wireEnd < keptEnd ? wireEnd : keptEnd
  datagram.at = at + 40
  datagram.protocol = view.getUint8(at + 6)
  if (isExtension(datagram.protocol)) skipExtensions(network)
  readTransport(network, index)
  return true
}

/** Hop-by-hop, routing, fragment, authentication, destination, mobility. */
function isExtension(protocol: number): boolean {
  return (
    protocol === 0 ||
    protocol === 43 ||
    protocol === 44 ||
    protocol === 51 ||
    protocol === 60 ||
    protocol === 135
  )
}

function skipExtensions(network: Network): void {
  const { view, datagram } = network
  for (let count = 0; isExtension(datagram.protocol); count += 1) {
    const { at, end, protocol } = datagram
    if (count === maxExtensions || at + 8 > end) {
      network.oddities.add(at + 8 > end ? 'ipv6-extension-truncated' : 'ipv6-extensions-too-many')
      datagram.at = end
      return
    }
    if (protocol === 44) {
      const field = view.getUint16(at + 2)
      datagram.fragment = field & 0xfff9
      datagram.fragmentOffset = field & 0xfff8
      datagram.id = view.getInt32(at + 4)
      datagram.at = at + 8
    } else if (protocol === 51) datagram.at = at + (view.getUint8(at + 1) + 2) * 4
    else datagram.at = at + (view.getUint8(at + 1) + 1) * 8
    datagram.protocol = view.getUint8(at)
    // What follows the header of a later piece is payload.
    if (protocol === 44 && datagram.fragmentOffset !== 0) return
  }
}
