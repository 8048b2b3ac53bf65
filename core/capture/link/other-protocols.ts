// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowShift } from '../readers/batch.ts'
import type { Network } from './network.ts'
import { countTunnelled } from './tunnels.ts'

const layerOfProtocol: ReadonlyMap<number, number> = new Map([
  [1, layerOf.icmp],
  [2, layerOf.igmp],
  [4, layerOf.ipip],
  [41, layerOf.ipv6],
  [47, layerOf.gre],
  [50, layerOf.esp],
  [51, layerOf.ah],
  [58, layerOf.icmpv6],
  [88, layerOf.eigrp],
  [89, layerOf.ospf],
  [103, layerOf.pim],
  [112, layerOf.vrrp],
  [132, layerOf.sctp],
])

/** Counts IP protocols other than TCP and UDP. Their flows have no ports. */
export function readOtherProtocol(network: Network, row: number, at: number, end: number): void {
  const { cells, layers } = network
  const protocol = cells[row + cell.protocol]
  const id = layerOfProtocol.get(protocol) ?? layers.idOf(`ip_${protocol}`)
  layers.count(id, network.frame + (row >>> rowShift), cells[row + cell.wire])
  countTunnelled(network, row, protocol, at, end)
}
