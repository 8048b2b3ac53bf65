// SPDX-License-Identifier: EUPL-1.2
import { form } from '../link/forms.ts'
import { destinationMac, type Network, sourceMac } from '../link/network.ts'
import { cut } from '../link/redundancy.ts'
import { cell, rowShift } from '../readers/batch.ts'
import type { Context } from './recorder.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

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
    window.from = cells[row + cell.from]
    window.to = cells[row + cell.to]
    window.isCut = (cells[row + cell.marks] & (cut.kept | cut.laterPiece)) !== 0
    window.frame = frame - network.framesBefore
    window.isFromServer = isFromServer
    window.type = cells[row + cell.protocol] < 0 ? cells[row + cell.type] : 0
    window.organisation = 0
    if (cells[row + cell.form] === form.snap) {
      const offset = cells[row + cell.network]
      window.organisation = (view.getUint16(offset - 5) << 8) | view.getUint8(offset - 3)
    }
    this.showParties(row)
    context.frame = frame
    context.time = network.times[row >>> rowShift]
    context.wire = cells[row + cell.wire]
    context.flow = cells[row + cell.flow]
  }

  private showParties(row: number): void {
    const { network, window, context } = this
    const { cells, view } = network
    const { source, destination } = window
    const version = cells[row + cell.version]
    showMac(destination, view, destinationMac(network, row))
    showMac(source, view, sourceMac(network, row))
    const isForward = cells[row + cell.direction] === 0
    const ports = cells[row + cell.key + 2]
    const first = version === 0 ? 0 : ports >>> 16
    const second = version === 0 ? 0 : ports & 0xffff
    const addresses = row + cell.key
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
