// SPDX-License-Identifier: EUPL-1.2
// From the network as it was seen to zones a person can decide about. No browser, no clock.
import type { AnswerOf } from '@schouw/contract/client'
import { agreement, type ProposedZone, proposedZones } from '@schouw/core/network/proposed'

export type Network = AnswerOf<'GET /api/v1/network'>
type Node = Network['assets'][number]

export interface Proposal extends ProposedZone {
  /** The zone that most of its members are in already, by register or address. */
  readonly existing: { readonly id: string; readonly name: string; readonly count: number } | null
  /** The one site that all of its members are at. */
  readonly site: string | null
}

export interface Proposals {
  /** What asks for a decision: without a zone, or not all in the same one. */
  readonly open: readonly Proposal[]
  readonly agreed: readonly Proposal[]
  readonly nodes: ReadonlyMap<string, Node>
  /** Devices that both the registers and the traffic place. */
  readonly compared: number
  /** Adjusted Rand index; null where there is nothing to compare. */
  readonly agreement: number | null
}

const arp = 0x0806

export function proposalsOf(network: Network): Proposals {
  const inside = network.assets.filter(({ is_outside }) => !is_outside)
  const nodes = new Map(inside.map((one) => [one.id, one]))
  const seen = new Set(network.conversations.flatMap(({ from, to }) => [from, to]))
  const devices = inside
    .filter(({ id }) => seen.has(id))
    .map(({ id, address, level }) => ({
      id,
      addresses: address === null ? [] : [address],
      vlans: [],
      level: level === null ? null : Number(level),
    }))
  const talks = network.conversations.filter(
    ({ transport, port }) => transport !== 'ethernet' || port !== arp,
  )
  const names = new Map(network.zones.map(({ id, name }) => [id, name]))
  const zones = proposedZones(devices, talks).map((zone) => {
    const members = zone.members.flatMap(({ id }) => nodes.get(id) ?? [])
    return { ...zone, existing: existingOf(members, names), site: siteOf(members) }
  })
  const isAgreed = ({ existing, members }: Proposal) => existing?.count === members.length
  const proposed = new Map(
    zones.flatMap(({ members }, at) => members.map(({ id }) => [id, String(at)] as const)),
  )
  const known = new Map(
    inside.flatMap(({ id, zone }) => (zone === null ? [] : [[id, zone] as const])),
  )
  return {
    open: zones.filter((one) => !isAgreed(one)),
    agreed: zones.filter(isAgreed),
    nodes,
    compared: [...proposed.keys()].filter((id) => known.has(id)).length,
    agreement: agreement(proposed, known),
  }
}

function existingOf(
  members: readonly Node[],
  names: ReadonlyMap<string, string>,
): Proposal['existing'] {
  const counts = Map.groupBy(
    members.filter(({ zone }) => zone !== null),
    ({ zone }) => zone ?? '',
  )
  const [best] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  if (best === undefined) return null
  const [id, some] = best
  return { id, name: names.get(id) ?? id, count: some.length }
}

function siteOf(members: readonly Node[]): string | null {
  const sites = new Set(members.map(({ site }) => site))
  const [only = null] = sites
  return sites.size === 1 ? only : null
}
