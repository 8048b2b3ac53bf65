// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import { destinationMac, type Network } from './network.ts'
import { cut } from './redundancy.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  at: cellAt,
  direction: cellDirection,
  form: cellForm,
  from: cellFrom,
  kept: cellKept,
  key: cellKey,
  length: cellLength,
  macHigh: cellMacHigh,
  macLow: cellMacLow,
  marks: cellMarks,
  network: cellNetwork,
  protocol: cellProtocol,
  source: cellSource,
  to: cellTo,
  type: cellType,
  version: cellVersion,
  vlan: cellVlan,
  wire: cellWire,
} = cell
const { kept: cutKept } = cut

/** A frame without IP: its flow is the pair of MAC addresses with the type. */
export function readFrame(network: Network, row: number, type: number): void {
  const { cells, view } = network
  const start = cells[row + cellAt]
  const offset = cells[row + cellNetwork]
  const wire = cells[row + cellWire]
  if (wire > cells[row + cellKept]) cells[row + cellMarks] |= cutKept
  network.redundancy.readTrailer(network, row, offset)
  const end = start + cells[row + cellKept]
  cells[row + cellVersion] = 0
  cells[row + cellProtocol] = -1
  cells[row + cellFrom] = offset < end ? offset : end
  cells[row + cellTo] = end
  cells[row + cellLength] = start + wire - offset
  cells[row + cellSource] = 0
  const high = Math.max(0, cells[row + cellMacHigh])
  const low = cells[row + cellMacLow]
  let otherHigh = 0
  let otherLow = 0
  const destination = destinationMac(network, row)
  if (destination >= 0) {
    otherHigh = view.getUint16(destination)
    otherLow = view.getInt32(destination + 2)
  }
  const isForward = high < otherHigh || (high === otherHigh && low <= otherLow)
  cells[row + cellDirection] = isForward ? 0 : 1
  cells[row + cellKey] = isForward ? low : otherLow
  cells[row + cellKey + 1] = isForward ? otherLow : low
  cells[row + cellKey + 2] = isForward ? (high << 16) | otherHigh : (otherHigh << 16) | high
  cells[row + cellKey + 3] =
    (cells[row + cellVlan] << 19) | (cells[row + cellType] << 3) | cells[row + cellForm]
  if (type === 0x0806) network.arp.read(network, row)
}
