// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Network } from './network.ts'
import { readOtherProtocol } from './other-protocols.ts'
import { cut } from './redundancy.ts'
import { tcpPayload } from './transport.ts'

/** A piece of an IP datagram. */
export interface Piece {
  /** Address words. */
  readonly source: number
  readonly destination: number
  readonly id: number
  /** In bytes, within the datagram's payload. */
  readonly offset: number
  /** Where that payload stands, and ends in the capture and on the wire. */
  readonly at: number
  readonly end: number
  readonly wireEnd: number
}

/**
 * Finds what the piece has of a payload; returns the ports of its datagram in one word, 0 while
 * the first piece is missing.
 */
export function readFragment(network: Network, row: number, piece: Piece): number {
  const { cells, view, oddities } = network
  const { at, end, offset } = piece
  const protocol = cells[row + cell.protocol]
  const hasHeader = protocol === 6 || protocol === 17
  const isFirst = offset === 0
  const note = network.fragments.note({
    source: piece.source,
    destination: piece.destination,
    protocol: (cells[row + cell.version] << 8) | protocol,
    id: piece.id,
    from: offset,
    to: offset + Math.max(0, piece.wireEnd - at),
    ports: hasHeader && isFirst && at + 4 <= end ? view.getInt32(at) : undefined,
  })
  oddities.add('ip-fragment')
  if (note.overlaps) oddities.add('ip-fragment-overlap')
  if (hasHeader && !isFirst && note.ports === undefined) oddities.add('ip-fragment-without-first')
  // Only the first piece has a payload that a protocol can begin to read.
  let from = end
  if (isFirst && protocol === 6) from = tcpPayload(network, row, at, end)
  else if (isFirst && protocol === 17) from = Math.min(end, at + 8)
  else if (!hasHeader && isFirst) readOtherProtocol(network, row, Math.min(at, end), end)
  cells[row + cell.from] = from
  cells[row + cell.to] = end
  cells[row + cell.length] = Math.max(0, piece.wireEnd - from)
  cells[row + cell.marks] |= isFirst ? cut.kept : cut.laterPiece
  return note.ports ?? 0
}
