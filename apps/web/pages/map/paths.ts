// SPDX-License-Identifier: EUPL-1.2
// Ways to the crown jewels over what was seen, and which conversations would close them all.
import { attackPaths, type PathsInput } from '@schouw/core/network'
import type { MapModel } from './model.ts'

export interface WhatIf {
  /** Kinds of zones where an attacker may stand. */
  readonly entries: readonly string[]
  /** Places in `edges`: thought away, and what production cannot do without. */
  readonly removed: readonly number[]
  readonly needed: readonly number[]
  /** Taken for crown jewels besides those of the register; places in `nodes`. */
  readonly jewels: readonly number[]
}

export interface Ways {
  readonly jewels: number
  readonly reached: number
  /** Crown jewels that stand where an attacker may: no conversation is needed to get there. */
  readonly inside: readonly number[]
  /** Of each reached crown jewel, places in `edges`. */
  readonly paths: readonly { readonly to: number; readonly hops: readonly number[] }[]
  readonly cut: readonly number[] | null
  readonly keptOpen: readonly number[]
}

export function waysOf(model: MapModel, asked: WhatIf): Ways {
  const { nodes } = model
  const { paths, cut, kept_open = [], reach } = attackPaths(pathsInput(model, asked))
  const { isJewel, isEntry } = sidesOf(model, asked)
  const inside = nodes.flatMap((_, at) => (isJewel(at) && isEntry(at) ? [at] : []))
  const places = (hops: readonly { readonly service: string }[]) =>
    hops.map(({ service }) => Number(service))
  return {
    jewels: reach.crown_jewels,
    reached: reach.crown_jewels_reached,
    inside,
    paths: paths
      .map(({ to, hops }) => ({ to: Number(to), hops: places(hops) }))
      .toSorted((one, other) => one.hops.length - other.hops.length),
    cut: cut === null ? null : places(cut),
    keptOpen: places(kept_open),
  }
}

/** What was seen, but what was thought away; the place of an edge is the name of its service. */
export function pathsInput(model: MapModel, asked: WhatIf): PathsInput {
  const { nodes, edges } = model
  const removed = new Set(asked.removed)
  const needed = new Set(asked.needed)
  const { kindOf, isJewel, isEntry } = sidesOf(model, asked)
  const open = edges.flatMap((edge, at) => (removed.has(at) || !isWay(edge) ? [] : [at]))
  return {
    assets: nodes.map(({ zoneAt }, at) => ({
      id: String(at),
      zone: kindOf(zoneAt),
      crown_jewel: isJewel(at) && !isEntry(at),
    })),
    conversations: open.map((at) => ({
      from: String(edges[at]?.from),
      to: String(edges[at]?.to),
      service: String(at),
      // What two people have allowed is there because somebody needs it.
      needed: needed.has(at) || edges[at]?.verdict === 'allowed',
    })),
    entries: asked.entries.map((zone) => ({ zone })),
  }
}

function sidesOf({ zones, nodes }: MapModel, asked: WhatIf) {
  const jewels = new Set(asked.jewels)
  const kindOf = (zoneAt: number) => zones[zoneAt]?.kind ?? 'none'
  return {
    kindOf,
    isJewel: (at: number) => nodes[at]?.is_crown_jewel === true || jewels.has(at),
    isEntry: (at: number) => asked.entries.includes(kindOf(nodes[at]?.zoneAt ?? -1)),
  }
}

/** Somebody answered, and it carries more than the question who is there. */
function isWay({ isAnswered, service }: MapModel['edges'][number]): boolean {
  return isAnswered && !service.includes('icmp/')
}
