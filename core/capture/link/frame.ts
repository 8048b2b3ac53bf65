// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import { destinationMac, type Network } from './network.ts'
import { cut } from './redundancy.ts'

/** A frame without IP: its flow is the pair of MAC addresses with the type. */
export function readFrame(network: Network, row: number, type: number): void {
  const { cells, view } = network
  const start = cells[row + cell.at]
  const offset = cells[row + cell.network]
  const wire = cells[row + cell.wire]
  if (wire > cells[row + cell.kept]) cells[row + cell.marks] |= cut.kept
  network.redundancy.readTrailer(network, row, offset)
  const end = start + cells[row + cell.kept]
  cells[row + cell.version] = 0
  cells[row + cell.protocol] = -1
  cells[row + cell.from] = offset < end ? offset : end
  cells[row + cell.to] = end
  cells[row + cell.length] = start + wire - offset
  cells[row + cell.source] = 0
  const high = Math.max(0, cells[row + cell.macHigh])
  const low = cells[row + cell.macLow]
  let otherHigh = 0
  let otherLow = 0
  const destination = destinationMac(network, row)
  if (destination >= 0) {
    otherHigh = view.getUint16(destination)
    otherLow = view.getInt32(destination + 2)
  }
  const isForward = high < otherHigh || (high === otherHigh && low <= otherLow)
  cells[row + cell.direction] = isForward ? 0 : 1
  cells[row + cell.key] = isForward ? low : otherLow
  cells[row + cell.key + 1] = isForward ? otherLow : low
  cells[row + cell.key + 2] = isForward ? (high << 16) | otherHigh : (otherHigh << 16) | high
  cells[row + cell.key + 3] =
    (cells[row + cell.vlan] << 19) | (cells[row + cell.type] << 3) | cells[row + cell.form]
  if (type === 0x0806) network.arp.read(network, row)
}
