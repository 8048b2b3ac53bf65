// SPDX-License-Identifier: EUPL-1.2
// What nobody could name: counted by service and by how it begins, so that it is not passed over.
import type { Observed, Seen } from '../observations.ts'

/** Published shape: traffic of one kind whose protocol is not known. */
export interface UnknownTraffic {
  /** The same in every capture: `tcp/5026 bytes xx00xxxx`; `*` where the port says nothing. */
  readonly fingerprint: string
  readonly conversations: number
  readonly connections: number
  readonly packets: number
  readonly bytes: number
  readonly capture: string
  readonly frame: number
}

/** Ports from here on are given out by chance (RFC 6335). */
const firstDynamic = 49_152
const mostListed = 200

export interface UnknownList {
  readonly list: readonly UnknownTraffic[]
  readonly leftOut: number
}

export function unknownTraffic({ captures, conversations, shapes = [] }: Observed): UnknownList {
  if (shapes.length === 0) return { list: [], leftOut: 0 }
  const byService = new Map(shapes.map((one) => [`${one.transport} ${one.service}`, one]))
  const sums = new Map<string, Sum>()
  for (const one of conversations) {
    if (one.protocolBasis !== 'unknown') continue
    const found = byService.get(`${one.transport} ${one.service}`)
    if (found === undefined) continue
    const { transport, service, shape, seen } = found
    const isDynamic = transport !== 'ethernet' && service >= firstDynamic
    const fingerprint = `${transport}/${isDynamic ? '*' : portText(transport, service)} ${shape}`
    const sum = sums.get(fingerprint) ?? newSum(seen)
    sums.set(fingerprint, sum)
    sum.conversations += 1
    sum.connections += one.connections
    sum.packets += one.packetsToServer + one.packetsToClient
    sum.bytes += one.bytesToServer + one.bytesToClient
  }
  const all = [...sums].map(([fingerprint, { seen, ...sum }]) => ({
    fingerprint,
    ...sum,
    capture: captures[seen.capture]?.file ?? '',
    frame: seen.frame,
  }))
  all.sort((a, b) => b.packets - a.packets || (a.fingerprint < b.fingerprint ? -1 : 1))
  return { list: all.slice(0, mostListed), leftOut: Math.max(0, all.length - mostListed) }
}

interface Sum {
  conversations: number
  connections: number
  packets: number
  bytes: number
  readonly seen: Seen
}

function newSum(seen: Seen): Sum {
  return { conversations: 0, connections: 0, packets: 0, bytes: 0, seen }
}

function portText(transport: string, service: number): string {
  return transport === 'ethernet' ? `0x${service.toString(16).padStart(4, '0')}` : String(service)
}
