// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import type { Arp } from './arp.ts'
import { form } from './forms.ts'
import type { Fragments } from './fragments.ts'
import { readIpv6 } from './ipv6.ts'
import type { Ipv6Addresses } from './ipv6-addresses.ts'
import type { Track } from './link-stage.ts'
import { type Datagram, readTransport } from './transport.ts'

export interface Network extends Track {
  readonly fragments: Fragments
  readonly ipv6Addresses: Ipv6Addresses
  readonly arp: Arp
  /** Reused for every packet. */
  readonly datagram: Datagram
}

/** Finds the addresses, ports and payload of every packet, and from them the key of its flow. */
export function networkStage(network: Network): void {
  const { batch } = network
  for (let index = 0; index < batch.count; index += 1) {
    batch.tcp[index] = 0
    batch.isCut[index] = 0
    const type = batch.form[index] === form.ethernet ? (batch.type[index] as number) : 0
    if (type === 0x0800 && readIpv4(network, index)) continue
    if (type === 0x86dd && readIpv6(network, index)) continue
    readOther(network, index, type)
  }
}

/** False when the header cannot be trusted: then the frame counts for its MAC addresses alone. */
function readIpv4(network: Network, index: number): boolean {
  const { batch, view, datagram } = network
  const at = batch.network[index] as number
  const keptEnd = (batch.at[index] as number) + (batch.kept[index] as number)
  const wire = batch.wire[index] as number
  // Counted before anything is known to be right: the frame says that it is IPv4.
  network.layers.count(layerOf.ipv4, network.frame + index, wire)
  if (keptEnd - at < 20) {
    network.oddities.add('ipv4-truncated')
    return false
  }
  const first = view.getUint8(at)
  const headerBytes = (first & 15) << 2
  if (first >>> 4 !== 4 || headerBytes < 20) {
    network.oddities.add('ipv4-header-invalid')
    return false
  }
  let total = view.getUint16(at + 2)
  if (total < headerBytes) {
    // Network cards that cut segments themselves hand over 0.
    network.oddities.add(total === 0 ? 'ipv4-length-zero' : 'ipv4-length-invalid')
    total = wire - (at - (batch.at[index] as number))
  }
  const wireEnd = at + total
  datagram.version = 4
  datagram.protocol = view.getUint8(at + 9)
  datagram.source = view.getInt32(at + 12)
  datagram.destination = view.getInt32(at + 16)
  datagram.at = at + headerBytes
  datagram.wireEnd = wireEnd
  datagram.end = wireEnd < keptEnd ? wireEnd : keptEnd
  const fragment = view.getUint16(at + 6)
  datagram.fragment = fragment & 0x3fff
  if (datagram.fragment !== 0) {
    datagram.fragmentOffset = (fragment & 0x1fff) * 8
    datagram.id = view.getUint16(at + 4)
  }
  readTransport(network, index)
  return true
}

/** A frame without IP: its flow is the pair of MAC addresses with the type. */
function readOther(network: Network, index: number, type: number): void {
  const { batch, view } = network
  const start = batch.at[index] as number
  const end = start + (batch.kept[index] as number)
  const offset = batch.network[index] as number
  batch.version[index] = 0
  batch.protocol[index] = -1
  batch.from[index] = offset < end ? offset : end
  batch.to[index] = end
  batch.length[index] = start + (batch.wire[index] as number) - offset
  batch.isCut[index] = (batch.wire[index] as number) > (batch.kept[index] as number) ? 1 : 0
  batch.source[index] = 0
  let high = batch.macHigh[index] as number
  const low = batch.macLow[index] as number
  let otherHigh = 0
  let otherLow = 0
  const destination = destinationMac(network, index)
  if (destination >= 0) {
    otherHigh = view.getUint16(destination)
    otherLow = view.getInt32(destination + 2)
  }
  if (high < 0) high = 0
  const isForward = high < otherHigh || (high === otherHigh && low <= otherLow)
  batch.direction[index] = isForward ? 0 : 1
  batch.key0[index] = isForward ? low : otherLow
  batch.key1[index] = isForward ? otherLow : low
  batch.key2[index] = isForward ? (high << 16) | otherHigh : (otherHigh << 16) | high
  batch.key3[index] =
    ((batch.vlan[index] as number) << 19) |
    ((batch.type[index] as number) << 3) |
    (batch.form[index] as number)
  if (type === 0x0806) network.arp.read(network, index)
}

/** Offset of the destination MAC, -1 where the link has none. */
export function destinationMac({ batch }: Track, index: number): number {
  const link = batch.link[index] as number
  if (link === 1) return (batch.kept[index] as number) >= 6 ? (batch.at[index] as number) : -1
  return link === 7 ? (batch.at[index] as number) + 1 : -1
}
