// SPDX-License-Identifier: EUPL-1.2
// What the rules of a firewall let through between zones, seen or not, and where that leads.
import { attackPaths } from '@schouw/core/network'
import {
  permittedConversations,
  proposedRules,
  type Remark,
  type RuleSet,
  readFirewall,
  readPfSense,
} from '@schouw/core/network/firewall'
import type { MapEdge, MapModel } from './model.ts'
import { pathsInput, type WhatIf, waysOf } from './paths.ts'
import type { RulesFile } from './rules-file.ts'

export interface Opening {
  /** Places in `zones`. */
  readonly from: number
  readonly to: number
  /** `tcp/502`, `udp/*`, `icmp`. Empty: whatever there is. */
  readonly services: readonly string[]
  /** Devices on either side. */
  readonly sources: number
  readonly targets: number
}

export interface PermittedHop {
  /** Places in `nodes`. */
  readonly from: number
  readonly to: number
  readonly service: string
  /** Place in `edges`; null: permitted, not seen. */
  readonly edge: number | null
}

export interface Permitted {
  readonly dialect: RuleSet['dialect']
  readonly openings: readonly Opening[]
  /** Conversations beyond what is searched. */
  readonly leftOut: number
  /** Places in `nodes` of which the rules say nothing. */
  readonly withoutAddress: readonly number[]
  readonly remarks: readonly Remark[]
  readonly jewels: number
  readonly reached: number
  readonly paths: readonly { readonly to: number; readonly hops: readonly PermittedHop[] }[]
  /** Lines that permit what was seen and stays, and nothing else. */
  readonly proposal: readonly string[]
  /** Places in `edges` for which no rule could be written. */
  readonly unwritten: readonly number[]
  /** Crown jewels that are still reached over what the proposal lets through. */
  readonly reachedAfter: number
}

export function ruleSetOf(file: RulesFile): RuleSet | undefined {
  return 'root' in file ? readPfSense(file.root) : readFirewall(file.text)
}

export function permittedBy(model: MapModel, set: RuleSet, whatIf: WhatIf): Permitted {
  const { nodes, edges } = model
  const placed = nodes.map(({ zoneAt, addresses }, at) => {
    return { id: String(at), zone: String(zoneAt), addresses }
  })
  const open = permittedConversations(set, placed)
  const input = pathsInput(model, whatIf)
  const conversations = [...input.conversations, ...open.conversations]
  const { paths, reach } = attackPaths({ ...input, conversations })
  const removed = [...whatIf.removed, ...(waysOf(model, whatIf).cut ?? [])]
  const ended = new Set(removed)
  const wanted = edges.flatMap((edge, at) => {
    return ended.has(at) || !edge.isAnswered ? [] : [{ ...talkOf(edge), at }]
  })
  const { lines, unwritten } = proposedRules(set.dialect, placed, wanted)
  const places = new Map<object, number>(wanted.map((one) => [one, one.at]))
  return {
    dialect: set.dialect,
    openings: openingsOf(model, open.conversations),
    leftOut: open.leftOut,
    withoutAddress: open.withoutAddress.map(Number),
    remarks: set.remarks,
    jewels: reach.crown_jewels,
    reached: reach.crown_jewels_reached,
    paths: paths
      .map(({ to, hops }) => ({ to: Number(to), hops: hops.map((hop) => hopOf(model, hop)) }))
      .toSorted((one, other) => one.hops.length - other.hops.length),
    proposal: lines,
    unwritten: unwritten.flatMap((one) => places.get(one) ?? []),
    reachedAfter: waysOf(model, { ...whatIf, removed }).reached,
  }
}

function talkOf({ from, to, service }: MapEdge) {
  // `S7comm tcp/102`: a firewall knows the port.
  return { from: String(from), to: String(to), service: service.split(' ').at(-1) ?? service }
}

type Talk = ReturnType<typeof talkOf>

function hopOf({ edges }: MapModel, { from, to, service }: Talk): PermittedHop {
  const ends = { from: Number(from), to: Number(to) }
  if (!/^\d+$/.test(service)) return { ...ends, service, edge: null }
  const edge = Number(service)
  return { ...ends, service: edges[edge]?.service ?? service, edge }
}

/** By pair of zones, what opens most first. */
function openingsOf({ nodes }: MapModel, talks: readonly Talk[]): readonly Opening[] {
  const pairs = new Map<
    string,
    { from: number; to: number; services: Set<string>; sources: Set<string>; targets: Set<string> }
  >()
  for (const { from, to, service } of talks) {
    const [source = 0, target = 0] = [nodes[Number(from)]?.zoneAt, nodes[Number(to)]?.zoneAt]
    const key = `${source} ${target}`
    const pair = pairs.get(key) ?? {
      ...{ from: source, to: target, services: new Set<string>() },
      ...{ sources: new Set<string>(), targets: new Set<string>() },
    }
    pairs.set(key, pair)
    pair.services.add(service)
    pair.sources.add(from)
    pair.targets.add(to)
  }
  return [...pairs.values()]
    .map(({ services, sources, targets, ...ends }) => ({
      ...ends,
      services: everything.every((one) => services.has(one)) ? [] : [...services].sort(),
      sources: sources.size,
      targets: targets.size,
    }))
    .toSorted(
      (one, other) => width(other) - width(one) || one.from - other.from || one.to - other.to,
    )
}

/** All that a firewall tells apart, open. */
const everything = ['tcp/*', 'udp/*', 'icmp', 'other']

function width({ services, sources, targets }: Opening): number {
  const isWide = services.length === 0 || services.some((service) => service.endsWith('/*'))
  return (isWide ? 1_000_000_000 : 0) + services.length * sources * targets
}
