// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Network } from './network.ts'
import { readOtherProtocol } from './other-protocols.ts'
import { cut } from './redundancy.ts'
import { countVxlan, isVxlanPort } from './tunnels.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  from: cellFrom,
  key: cellKey,
  length: cellLength,
  marks: cellMarks,
  protocol: cellProtocol,
  source: cellSource,
  tcp: cellTcp,
  to: cellTo,
} = cell
const { kept: cutKept } = cut

/**
 * Finds the payload of a whole datagram whose transport header stands at `at`. `end` is where the
 * capture's bytes end, `wireEnd` where those on the wire did. Returns both ports in one word.
 * Part of the hot loop, therefore arguments instead of an object.
 */
export function readTransport(
  network: Network,
  row: number,
  at: number,
  end: number,
  wireEnd: number,
): number {
  const { cells, view } = network
  const protocol = cells[row + cellProtocol]
  if (protocol === 6) {
    const from = tcpPayload(network, row, at, end)
    cells[row + cellFrom] = from
    cells[row + cellTo] = end
    cells[row + cellLength] = wireEnd - from
    if (wireEnd > end) cells[row + cellMarks] |= cutKept
    return at + 4 <= end ? view.getInt32(at) : 0
  }
  if (protocol === 17 && at + 8 <= end) {
    const length = view.getUint16(at + 4)
    let to = end
    let last = wireEnd
    // 0 stands for a jumbogram.
    if (length >= 8 && at + length < wireEnd) {
      last = at + length
      if (last < to) to = last
    }
    cells[row + cellFrom] = at + 8
    cells[row + cellTo] = to
    cells[row + cellLength] = last - at - 8
    if (last > to) cells[row + cellMarks] |= cutKept
    const ports = view.getInt32(at)
    if (isVxlanPort(ports & 0xffff)) countVxlan(network, row)
    return ports
  }
  return readRest(network, row, at, end, wireEnd)
}

/** The key's first three words. Both directions of a flow get the same. */
export function writeKey(cells: Int32Array, row: number, destination: number, ports: number): void {
  const source = cells[row + cellSource]
  const swapped = (ports << 16) | (ports >>> 16)
  const isForward =
    source < destination || (source === destination && ports >>> 16 <= (ports & 0xffff))
  cells[row + cellDirection] = isForward ? 0 : 1
  cells[row + cellKey] = isForward ? source : destination
  cells[row + cellKey + 1] = isForward ? destination : source
  cells[row + cellKey + 2] = isForward ? ports : swapped
}

/** Offset of the payload; the end where the header is not whole. */
export function tcpPayload(network: Network, row: number, at: number, end: number): number {
  if (at + 20 > end) {
    network.oddities.add('tcp-truncated')
    return end
  }
  const headerBytes = (network.view.getUint8(at + 12) >>> 4) << 2
  if (headerBytes < 20) {
    network.oddities.add('tcp-header-invalid')
    return end
  }
  network.cells[row + cellTcp] = at
  const from = at + headerBytes
  return from < end ? from : end
}

/** Neither TCP nor whole UDP: everything behind the network header is payload. */
function readRest(network: Network, row: number, at: number, end: number, wireEnd: number): number {
  const { cells, view } = network
  const isUdp = cells[row + cellProtocol] === 17
  const from = isUdp || at > end ? end : at
  cells[row + cellFrom] = from
  cells[row + cellTo] = end
  cells[row + cellLength] = wireEnd - from
  if (wireEnd > end) cells[row + cellMarks] |= cutKept
  if (!isUdp) {
    readOtherProtocol(network, row, from, end)
    return 0
  }
  network.oddities.add('udp-truncated')
  return at + 4 <= end ? view.getInt32(at) : 0
}
