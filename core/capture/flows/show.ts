// SPDX-License-Identifier: EUPL-1.2
import { form } from '../link/forms.ts'
import { destinationMac, type Network, sourceMac } from '../link/network.ts'
import { cut } from '../link/redundancy.ts'
import { cell, rowShift as importedRowShift } from '../readers/batch.ts'
import type { Context } from './recorder.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  flow: cellFlow,
  form: cellForm,
  from: cellFrom,
  key: cellKey,
  marks: cellMarks,
  network: cellNetwork,
  protocol: cellProtocol,
  to: cellTo,
  type: cellType,
  version: cellVersion,
  wire: cellWire,
} = cell
const { snap: formSnap } = form
const { kept: cutKept, laterPiece: cutLaterPiece } = cut
const rowShift = importedRowShift

/** Turns the window that decoders look through to a packet, and the recorder's context with it. */
export class Showing {
  private readonly network: Network
  private readonly window: PayloadWindow
  private readonly context: Context

  constructor(network: Network, window: PayloadWindow, context: Context) {
    this.network = network
    this.window = window
    this.context = context
  }

  show(row: number, isFromServer: boolean): void {
    const { network, window, context } = this
    const { cells, view } = network
    const frame = network.frame + (row >>> rowShift)
    window.bytes = window.captureBytes
    window.view = view
    window.from = cells[row + cellFrom]
    window.to = cells[row + cellTo]
    window.isCut = (cells[row + cellMarks] & (cutKept | cutLaterPiece)) !== 0
    window.frame = frame - network.framesBefore
    window.isFromServer = isFromServer
    window.type = cells[row + cellProtocol] < 0 ? cells[row + cellType] : 0
    window.organisation = 0
    if (cells[row + cellForm] === formSnap) {
      const offset = cells[row + cellNetwork]
      window.organisation = (view.getUint16(offset - 5) << 8) | view.getUint8(offset - 3)
    }
    this.showParties(row)
    context.frame = frame
    context.time = network.times[row >>> rowShift]
    context.wire = cells[row + cellWire]
    context.flow = cells[row + cellFlow]
  }

  private showParties(row: number): void {
    const { network, window, context } = this
    const { cells, view } = network
    const { source, destination } = window
    const version = cells[row + cellVersion]
    showMac(destination, view, destinationMac(network, row))
    showMac(source, view, sourceMac(network, row))
    const isForward = cells[row + cellDirection] === 0
    const ports = cells[row + cellKey + 2]
    const first = version === 0 ? 0 : ports >>> 16
    const second = version === 0 ? 0 : ports & 0xffff
    const addresses = row + cellKey
    source.version = version
    source.address = version === 0 ? 0 : cells[addresses + (isForward ? 0 : 1)]
    source.port = isForward ? first : second
    destination.version = version
    destination.address = version === 0 ? 0 : cells[addresses + (isForward ? 1 : 0)]
    destination.port = isForward ? second : first
    const service = window.isFromServer ? source.port : destination.port
    context.service = version === 0 ? window.type : service
  }
}

function showMac(party: PartyWindow, view: DataView, offset: number): void {
  party.macHigh = offset < 0 ? -1 : view.getUint16(offset)
  party.macLow = offset < 0 ? 0 : view.getInt32(offset + 2)
}
