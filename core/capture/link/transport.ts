// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Network } from './network.ts'
import { readOtherProtocol } from './other-protocols.ts'
import { cut } from './redundancy.ts'
import { countVxlan, isVxlanPort } from './tunnels.ts'

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
  const protocol = cells[row + cell.protocol]
  if (protocol === 6) {
    const from = tcpPayload(network, row, at, end)
    cells[row + cell.from] = from
    cells[row + cell.to] = end
    cells[row + cell.length] = wireEnd - from
    if (wireEnd > end) cells[row + cell.marks] |= cut.kept
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
    cells[row + cell.from] = at + 8
    cells[row + cell.to] = to
    cells[row + cell.length] = last - at - 8
    if (last > to) cells[row + cell.marks] |= cut.kept
    const ports = view.getInt32(at)
    if (isVxlanPort(ports & 0xffff)) countVxlan(network, row)
    return ports
  }
  return readRest(network, row, at, end, wireEnd)
}

/** The key's first three words. Both directions of a flow get the same. */
export function writeKey(cells: Int32Array, row: number, destination: number, ports: number): void {
  const source = cells[row + cell.source]
  const swapped = (ports << 16) | (ports >>> 16)
  const isForward =
    source < destination || (source === destination && ports >>> 16 <= (ports & 0xffff))
  cells[row + cell.direction] = isForward ? 0 : 1
  cells[row + cell.key] = isForward ? source : destination
  cells[row + cell.key + 1] = isForward ? destination : source
  cells[row + cell.key + 2] = isForward ? ports : swapped
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
  network.cells[row + cell.tcp] = at
  const from = at + headerBytes
  return from < end ? from : end
}

/** Neither TCP nor whole UDP: everything behind the network header is payload. */
function readRest(network: Network, row: number, at: number, end: number, wireEnd: number): number {
  const { cells, view } = network
  const isUdp = cells[row + cell.protocol] === 17
  const from = isUdp || at > end ? end : at
  cells[row + cell.from] = from
  cells[row + cell.to] = end
  cells[row + cell.length] = wireEnd - from
  if (wireEnd > end) cells[row + cell.marks] |= cut.kept
  if (!isUdp) {
    readOtherProtocol(network, row, from, end)
    return 0
  }
  network.oddities.add('udp-truncated')
  return at + 4 <= end ? view.getInt32(at) : 0
}
