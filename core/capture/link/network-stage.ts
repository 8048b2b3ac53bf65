// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowCells as importedRowCells } from '../readers/batch.ts'
import { form } from './forms.ts'
import { readFrame } from './frame.ts'
import { readIpv4 } from './ipv4.ts'
import { readIpv6 } from './ipv6.ts'
import type { Network } from './network.ts'
import { cut } from './redundancy.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  form: cellForm,
  from: cellFrom,
  marks: cellMarks,
  protocol: cellProtocol,
  tcp: cellTcp,
  to: cellTo,
  type: cellType,
  wire: cellWire,
} = cell
const { ethernet: formEthernet } = form
const { copy: cutCopy, laterPiece: cutLaterPiece } = cut
const { ipv4: layerIpv4, tcp: layerTcp, udp: layerUdp } = layerOf
const rowCells = importedRowCells

/** Finds the addresses, ports and payload of every packet, and from them the key of its flow. */
export function networkStage(network: Network): void {
  const { batch, cells, view, layers } = network
  const end = batch.count * rowCells
  let ipv4 = 0
  let ipv4Bytes = 0
  let tcp = 0
  let tcpBytes = 0
  let udp = 0
  let udpBytes = 0
  for (let row = 0; row < end; row += rowCells) {
    cells[row + cellTcp] = 0
    const wire = cells[row + cellWire]
    const type = cells[row + cellForm] === formEthernet ? cells[row + cellType] : 0
    let isIp = false
    if (type === 0x0800) {
      // Counted before anything is known to be right: the frame says that it is IPv4.
      ipv4 += 1
      ipv4Bytes += wire
      isIp = readIpv4(network, cells, view, row)
    } else if (type === 0x86dd) isIp = readIpv6(network, row)
    if (!isIp) readFrame(network, row, type)
    const marks = cells[row + cellMarks]
    if ((marks & cutCopy) !== 0) cells[row + cellFrom] = cells[row + cellTo]
    if (isIp && (marks & cutLaterPiece) === 0) {
      const protocol = cells[row + cellProtocol]
      if (protocol === 6) {
        tcp += 1
        tcpBytes += wire
      } else if (protocol === 17) {
        udp += 1
        udpBytes += wire
      }
    }
  }
  layers.add(layerIpv4, ipv4, ipv4Bytes)
  layers.add(layerTcp, tcp, tcpBytes)
  layers.add(layerUdp, udp, udpBytes)
}
