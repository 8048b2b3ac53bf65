// SPDX-License-Identifier: EUPL-1.2
import { forbiddenConversations } from './conduits.ts'
import { type Graph, graph, type Reach, reach, wayTo } from './graph.ts'
import { minCut } from './min-cut.ts'
import type {
  AttackPath,
  Hop,
  PathsInput,
  PathsProblem,
  PathsResult,
  PathsRule,
} from './paths-input.ts'

/** Decimals of a cost that count. */
const mostDecimals = 6
const mostCost = 1e9
const mostProblems = 50

/** Everything wrong with an input whose shape is right; empty when it can be answered. */
export function pathsProblems(input: PathsInput): readonly PathsProblem[] {
  const problems: PathsProblem[] = []
  const report = (at: PathsProblem['at'], rule: PathsRule) => {
    if (problems.length < mostProblems) problems.push({ at, rule })
  }
  const { assets, conversations, entries } = input
  const ids = new Set<string>()
  const zones = new Set<string>()
  for (let index = 0; index < assets.length; index += 1) {
    const { id, zone } = assets[index]
    if (ids.has(id)) report(['assets', index, 'id'], 'id_once')
    ids.add(id)
    zones.add(zone)
  }
  for (let index = 0; index < conversations.length; index += 1) {
    const { from, to, cost = 1 } = conversations[index]
    const at = ['conversations', index]
    if (!ids.has(from)) report([...at, 'from'], 'known_asset')
    if (!ids.has(to)) report([...at, 'to'], 'known_asset')
    if (!(cost >= 0 && cost <= mostCost)) report([...at, 'cost'], 'cost_in_range')
    else if (decimalsOf(cost) > mostDecimals) report([...at, 'cost'], 'cost_decimals')
  }
  // A zone without assets may be an entry when somebody has named it: then nothing starts there.
  for (const { from_zone, to_zone } of input.conduits ?? []) zones.add(from_zone).add(to_zone)
  for (const [index, entry] of entries.entries()) {
    if ('asset' in entry) {
      if (!ids.has(entry.asset)) report(['entries', index, 'asset'], 'known_asset')
    } else if (!zones.has(entry.zone)) report(['entries', index, 'zone'], 'known_zone')
  }
  if (problems.length === 0 && scaleOf(input) === undefined) {
    report(['conversations'], 'costs_too_large')
  }
  return problems
}

/**
 * What talks where it may not, the shortest way an attacker has to each crown jewel, and the cheapest
 * set of conversations whose end closes all of them; of equally cheap ones the fewest. Of an input
 * without problems (`pathsProblems`).
 */
export function attackPaths(input: PathsInput): PathsResult {
  const { assets, conversations, entries, conduits } = input
  const place = new Map(assets.map(({ id }, index) => [id, index]))
  const placeOf = (id: string) => place.get(id) ?? -1
  const from = new Int32Array(conversations.length)
  const to = new Int32Array(conversations.length)
  for (let index = 0; index < conversations.length; index += 1) {
    from[index] = placeOf(conversations[index].from)
    to[index] = placeOf(conversations[index].to)
  }
  const talks = graph(assets.length, from, to)
  const zones = new Set(entries.flatMap((entry) => ('zone' in entry ? [entry.zone] : [])))
  const named = new Set(entries.flatMap((entry) => ('asset' in entry ? [entry.asset] : [])))
  const sources = placesOf(assets, ({ id, zone }) => zones.has(zone) || named.has(id))
  const jewels = placesOf(assets, ({ crown_jewel }) => crown_jewel === true)
  const reached = reach(talks, sources)
  const hop = (edge: number): Hop => {
    const { from: opener, to: answerer, service } = conversations[edge]
    return { from: opener, to: answerer, service }
  }
  const paths = [...jewels].flatMap((jewel) => {
    return reached.hops[jewel] < 0 ? [] : [pathTo(jewel, { input, reached, talks, hop })]
  })
  return {
    schema: 'schouw/paths/1',
    conduits_known: conduits !== undefined,
    forbidden: forbiddenConversations(input, talks),
    paths,
    ...cutOf(input, talks, { sources, jewels, reached, hop }),
    reach: {
      assets: assets.length,
      entries: sources.length,
      assets_reached: reached.order.length,
      crown_jewels: jewels.length,
      crown_jewels_reached: paths.length,
    },
  }
}

function placesOf<Item>(list: readonly Item[], isWanted: (item: Item) => boolean): Int32Array {
  const places: number[] = []
  for (let index = 0; index < list.length; index += 1) if (isWanted(list[index])) places.push(index)
  return Int32Array.from(places)
}

function pathTo(
  jewel: number,
  of: {
    readonly input: PathsInput
    readonly reached: Reach
    readonly talks: Graph
    readonly hop: (edge: number) => Hop
  },
): AttackPath {
  const { assets } = of.input
  const hops = wayTo(jewel, of.reached, of.talks.from).map(of.hop)
  return { from: hops[0]?.from ?? assets[jewel].id, to: assets[jewel].id, hops }
}

interface Ends {
  readonly sources: Int32Array
  readonly jewels: Int32Array
  readonly reached: Reach
  readonly hop: (edge: number) => Hop
}

function cutOf(
  input: PathsInput,
  talks: Graph,
  { sources, jewels, reached, hop }: Ends,
): Pick<PathsResult, 'cut' | 'cut_cost' | 'reason' | 'kept_open'> {
  const sinks = jewels.filter((jewel) => reached.hops[jewel] >= 0)
  if (sinks.length === 0) return { cut: [], cut_cost: 0 }
  if (sinks.some((jewel) => reached.hops[jewel] === 0)) {
    return { cut: null, cut_cost: null, reason: 'entry_is_crown_jewel' }
  }
  const { conversations } = input
  const isNeeded = new Uint8Array(conversations.length)
  for (let index = 0; index < isNeeded.length; index += 1) {
    if (conversations[index].needed === true) isNeeded[index] = 1
  }
  const kept = reach(talks, sources, isNeeded)
  const open = sinks.find((jewel) => kept.hops[jewel] > 0)
  if (open !== undefined) {
    const kept_open = wayTo(open, kept, talks.from).map(hop)
    return { cut: null, cut_cost: null, reason: 'needed_conversations', kept_open }
  }
  const scale = scaleOf(input) ?? { cost: 1, times: 1, tie: 0 }
  const capacity = new Float64Array(conversations.length)
  for (let index = 0; index < capacity.length; index += 1) {
    const units = Math.round((conversations[index].cost ?? 1) * scale.cost)
    const isFixed = isNeeded[index] === 1
    capacity[index] = isFixed ? Number.POSITIVE_INFINITY : units * scale.times + scale.tie
  }
  const { edges } = minCut(talks, capacity, { sources, sinks })
  let units = 0
  for (const edge of edges) units += Math.round((conversations[edge].cost ?? 1) * scale.cost)
  return { cut: [...edges].map(hop), cut_cost: units / scale.cost }
}

interface Scale {
  /** Units to a whole of cost. */
  readonly cost: number
  /** A unit of cost weighs this much, and each conversation `tie` more: fewer win of equally cheap. */
  readonly times: number
  readonly tie: number
}

/** Whole numbers in which sums stay exact; undefined where costs are too large for that. */
function scaleOf({ conversations }: PathsInput): Scale | undefined {
  let decimals = 0
  let total = 0
  for (const { needed, cost = 1 } of conversations) {
    if (needed === true) continue
    decimals = Math.max(decimals, decimalsOf(cost))
    total += cost
  }
  const cost = 10 ** decimals
  const count = conversations.length + 1
  if (total * cost * count + count < Number.MAX_SAFE_INTEGER) return { cost, times: count, tie: 1 }
  return total * cost < Number.MAX_SAFE_INTEGER ? { cost, times: 1, tie: 0 } : undefined
}

function decimalsOf(cost: number): number {
  if (Number.isInteger(cost)) return 0
  for (let decimals = 1; decimals <= mostDecimals; decimals += 1) {
    const scaled = cost * 10 ** decimals
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9 + scaled * 1e-12) return decimals
  }
  return mostDecimals + 1
}
