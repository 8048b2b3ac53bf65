// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowShift } from '../readers/batch.ts'
import { form } from './forms.ts'
import { readFragment } from './fragment.ts'
import type { Network } from './network.ts'
import { readTransport, writeKey } from './transport.ts'

// RFC 8200 knows a handful; a packet with more is there to make readers work.
const maxExtensions = 16

/** False when the header cannot be trusted. */
export function readIpv6(network: Network, row: number): boolean {
  const { cells, view } = network
  const at = cells[row + cell.network]
  const start = cells[row + cell.at]
  const keptEnd = start + cells[row + cell.kept]
  const wire = cells[row + cell.wire]
  network.layers.count(layerOf.ipv6, network.frame + (row >>> rowShift), wire)
  if (keptEnd - at < 40) return refuse(network, 'ipv6-truncated')
  if (view.getUint8(at) >>> 4 !== 6) return refuse(network, 'ipv6-header-invalid')
  const length = view.getUint16(at + 4)
  // 0 means a jumbogram or a card that cuts segments itself: the frame's length counts.
  const wireEnd = length === 0 ? start + wire : at + 40 + length
  const end = wireEnd < keptEnd ? wireEnd : keptEnd
  const addresses = network.ipv6Addresses
  const source = addresses.idAt(view, at + 8)
  const destination = addresses.idAt(view, at + 24)
  cells[row + cell.version] = 6
  cells[row + cell.source] = source
  const upper = skipExtensions(network, at + 40, end, view.getUint8(at + 6))
  cells[row + cell.protocol] = upper.protocol
  const ports =
    upper.fragment === undefined
      ? readTransport(network, row, upper.at, end, wireEnd)
      : readFragment(network, row, {
          ...{ source, destination, end, wireEnd },
          ...{ id: upper.fragment.id, offset: upper.fragment.offset, at: upper.at },
        })
  writeKey(cells, row, destination, ports)
  cells[row + cell.key + 3] = (cells[row + cell.vlan] << 19) | (upper.protocol << 3) | form.ipv6
  return true
}

function refuse(network: Network, oddity: string): false {
  network.oddities.add(oddity)
  return false
}

/** What stands behind the extension headers. */
interface Upper {
  readonly protocol: number
  readonly at: number
  readonly fragment: { readonly id: number; readonly offset: number } | undefined
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

function skipExtensions(network: Network, first: number, end: number, next: number): Upper {
  const { view, oddities } = network
  let at = first
  let protocol = next
  let fragment: Upper['fragment']
  for (let count = 0; isExtension(protocol); count += 1) {
    if (count === maxExtensions || at + 8 > end) {
      oddities.add(at + 8 > end ? 'ipv6-extension-truncated' : 'ipv6-extensions-too-many')
      return { protocol, at: end, fragment }
    }
    const kind = protocol
    const size = view.getUint8(at + 1)
    protocol = view.getUint8(at)
    if (kind === 44) {
      const field = view.getUint16(at + 2)
      // A fragment header on a whole datagram is allowed (RFC 6946).
      if ((field & 0xfff9) !== 0) {
        fragment = { id: view.getInt32(at + 4), offset: field & 0xfff8 }
      }
      at += 8
      // What follows the header of a later piece is payload.
      if (fragment !== undefined && fragment.offset !== 0) break
    } else at += kind === 51 ? (size + 2) * 4 : (size + 1) * 8
  }
  return { protocol, at, fragment }
}
