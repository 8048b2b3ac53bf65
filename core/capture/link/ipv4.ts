// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import { form } from './forms.ts'
import { readFragment } from './fragment.ts'
import type { Network } from './network.ts'
import { readTransport, writeKey } from './transport.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  at: cellAt,
  kept: cellKept,
  key: cellKey,
  network: cellNetwork,
  protocol: cellProtocol,
  source: cellSource,
  version: cellVersion,
  vlan: cellVlan,
  wire: cellWire,
} = cell
const { ipv4: formIpv4 } = form

/**
 * False when the header cannot be trusted: then the frame counts for its MAC addresses alone.
 * Part of the hot loop, therefore arguments instead of an object.
 */
export function readIpv4(
  network: Network,
  cells: Int32Array,
  view: DataView,
  row: number,
): boolean {
  const at = cells[row + cellNetwork]
  const keptEnd = cells[row + cellAt] + cells[row + cellKept]
  if (keptEnd - at < 20) return refuse(network, 'ipv4-truncated')
  const first = view.getUint8(at)
  const headerBytes = (first & 15) << 2
  if (first >>> 4 !== 4 || headerBytes < 20) return refuse(network, 'ipv4-header-invalid')
  const total = view.getUint16(at + 2)
  if (keptEnd - at - total >= 6) network.redundancy.readTrailer(network, row, at)
  const wireEnd = at + (total < headerBytes ? strangeLength(network, row, total) : total)
  const end = wireEnd < keptEnd ? wireEnd : keptEnd
  const protocol = view.getUint8(at + 9)
  const source = view.getInt32(at + 12)
  cells[row + cellVersion] = 4
  cells[row + cellProtocol] = protocol
  cells[row + cellSource] = source
  const piece = view.getUint16(at + 6) & 0x3fff
  const ports =
    piece === 0
      ? readTransport(network, row, at + headerBytes, end, wireEnd)
      : readFragment(network, row, {
          source,
          destination: view.getInt32(at + 16),
          id: view.getUint16(at + 4),
          offset: (piece & 0x1fff) * 8,
          at: at + headerBytes,
          end,
          wireEnd,
        })
  writeKey(cells, row, view.getInt32(at + 16), ports)
  cells[row + cellKey + 3] = (cells[row + cellVlan] << 19) | (protocol << 3) | formIpv4
  return true
}

function refuse(network: Network, oddity: string): false {
  network.oddities.add(oddity)
  return false
}

/** Network cards that cut segments themselves hand over 0; then the frame's length counts. */
function strangeLength({ cells, oddities }: Network, row: number, total: number): number {
  oddities.add(total === 0 ? 'ipv4-length-zero' : 'ipv4-length-invalid')
  return cells[row + cellWire] - (cells[row + cellNetwork] - cells[row + cellAt])
}
