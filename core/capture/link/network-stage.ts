// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowCells } from '../readers/batch.ts'
import { form } from './forms.ts'
import { readFrame } from './frame.ts'
import { readIpv4 } from './ipv4.ts'
import { readIpv6 } from './ipv6.ts'
import type { Network } from './network.ts'
import { cut } from './redundancy.ts'

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
    cells[row + cell.tcp] = 0
    const wire = cells[row + cell.wire]
    const type = cells[row + cell.form] === form.ethernet ? cells[row + cell.type] : 0
    let isIp = false
    if (type === 0x0800) {
      // Counted before anything is known to be right: the frame says that it is IPv4.
      ipv4 += 1
      ipv4Bytes += wire
      isIp = readIpv4(network, cells, view, row)
    } else if (type === 0x86dd) isIp = readIpv6(network, row)
    if (!isIp) readFrame(network, row, type)
    const marks = cells[row + cell.marks]
    if ((marks & cut.copy) !== 0) cells[row + cell.from] = cells[row + cell.to]
    if (isIp && (marks & cut.laterPiece) === 0) {
      const protocol = cells[row + cell.protocol]
      if (protocol === 6) {
        tcp += 1
        tcpBytes += wire
      } else if (protocol === 17) {
        udp += 1
        udpBytes += wire
      }
    }
  }
  layers.add(layerOf.ipv4, ipv4, ipv4Bytes)
  layers.add(layerOf.tcp, tcp, tcpBytes)
  layers.add(layerOf.udp, udp, udpBytes)
}
