// SPDX-License-Identifier: EUPL-1.2
import { type Graph, grouped } from './graph.ts'

/**
 * Edges of least total capacity whose removal leaves no way from a source to a sink, in their
 * order. Capacities are whole numbers whose sum is below 2^53; Infinity for what cannot be removed:
 * the caller has seen to it that those alone leave no way, and that no source is a sink.
 *
 * Dinic's algorithm, with levels found from both ends at once: the search meets in the middle and
 * touches a small part of a large graph, and it ends as soon as one of the ends can go no further.
 */
export function minCut(
  graph: Graph,
  capacity: Float64Array,
  ends: { readonly sources: Int32Array; readonly sinks: Int32Array },
): { readonly edges: Int32Array; readonly capacity: number } {
  const network = networkOf(graph, capacity, ends)
  let flow = 0
  while (levels(network)) flow += blockingFlow(network)
  // One end is closed in. All that leaves the part about the sources, or enters that about the
  // sinks, is full.
  const { level, height, isAheadClosed } = network
  const isNear = (node: number) => (isAheadClosed ? level[node] >= 0 : height[node] < 0)
  const edges: number[] = []
  for (let edge = 0; edge < capacity.length; edge += 1) {
    if (isNear(graph.from[edge]) && !isNear(graph.to[edge])) edges.push(edge)
  }
  return { edges: Int32Array.from(edges), capacity: flow }
}

interface Network {
  readonly graph: Graph
  readonly sources: Int32Array
  readonly sinks: Int32Array
  readonly isSink: Uint8Array
  /** Edges by the node they enter, and their tails at the same places. */
  readonly enter: Int32Array
  readonly entering: Int32Array
  readonly tails: Int32Array
  /** What each edge can still take, and what it carries and could give back. */
  readonly left: Float64Array
  readonly used: Float64Array
  /** Of a search: steps from the sources, steps to the sinks; -1 where it did not come. */
  readonly level: Int32Array
  readonly height: Int32Array
  /** Nodes the search came to from either end, nearest first. */
  readonly ahead: Int32Array
  readonly behind: Int32Array
  /** At the end: whether it was the sources that could go no further. */
  isAheadClosed: boolean
  /** The edge at which each node goes on: first those that leave it, then those that enter. */
  readonly current: Int32Array
  /** From a source to where the search is: an edge, or `~edge` where it is walked back. */
  readonly path: Int32Array
}

function networkOf(
  graph: Graph,
  capacity: Float64Array,
  { sources, sinks }: { readonly sources: Int32Array; readonly sinks: Int32Array },
): Network {
  const { nodes, from, to } = graph
  let finite = 0
  for (const one of capacity) if (one !== Number.POSITIVE_INFINITY) finite += one
  const { first: enter, order: entering } = grouped(nodes, to)
  const isSink = new Uint8Array(nodes)
  for (const sink of sinks) isSink[sink] = 1
  return {
    graph,
    sources: Int32Array.from(new Set(sources)),
    sinks: Int32Array.from(new Set(sinks)),
    isSink,
    enter,
    entering,
    tails: entering.map((edge) => from[edge]),
    // More than all finite ones together stands for infinity.
    left: capacity.map((one) => Math.min(one, finite + 1)),
    used: new Float64Array(capacity.length),
    level: new Int32Array(nodes),
    height: new Int32Array(nodes),
    ahead: new Int32Array(nodes),
    behind: new Int32Array(nodes),
    isAheadClosed: true,
    current: new Int32Array(nodes),
    path: new Int32Array(nodes),
  }
}

/**
 * Levels for all nodes on shortest ways, a layer at a time from the end that has the smaller one.
 * False when there is no way any more.
 */
function levels(network: Network): boolean {
  const { level, height, ahead, behind, sources, sinks, current } = network
  level.fill(-1)
  height.fill(-1)
  ahead.set(sources)
  behind.set(sinks)
  for (const node of sources) level[node] = 0
  for (const node of sinks) height[node] = 0
  const front = { from: 0, to: sources.length, steps: 0 }
  const back = { from: 0, to: sinks.length, steps: 0 }
  for (;;) {
    const isAhead = front.to - front.from <= back.to - back.from
    const side = isAhead ? front : back
    if (side.from === side.to) {
      network.isAheadClosed = isAhead
      return false
    }
    side.steps += 1
    const found = isAhead ? stepAhead(network, front) : stepBack(network, back)
    if (found) break
  }
  const all = front.steps + back.steps
  // In the layer where both met, only what both came to lies on a shortest way.
  for (let at = front.from; at < front.to; at += 1) {
    if (height[ahead[at]] === -1) level[ahead[at]] = -1
  }
  for (let at = 0; at < back.to; at += 1) {
    const node = behind[at]
    if (level[node] === -1) level[node] = all - height[node]
    current[node] = 0
  }
  for (let at = 0; at < front.to; at += 1) current[ahead[at]] = 0
  return true
}

interface Layer {
  /** Of the queue: the layer that was found last. */
  from: number
  to: number
  steps: number
}

/** The next layer from the sources; whether it meets what was reached from the sinks. */
function stepAhead(network: Network, layer: Layer): boolean {
  const { graph, enter, entering, tails, left, used, level, height, ahead } = network
  const { first, leaving, heads } = graph
  let end = layer.to
  let isMet = false
  for (let at = layer.from; at < layer.to; at += 1) {
    const node = ahead[at]
    for (let place = first[node]; place < first[node + 1]; place += 1) {
      const next = heads[place]
      if (level[next] !== -1 || left[leaving[place]] === 0) continue
      level[next] = layer.steps
      if (height[next] !== -1) isMet = true
      ahead[end] = next
      end += 1
    }
    for (let place = enter[node]; place < enter[node + 1]; place += 1) {
      const next = tails[place]
      if (level[next] !== -1 || used[entering[place]] === 0) continue
      level[next] = layer.steps
      if (height[next] !== -1) isMet = true
      ahead[end] = next
      end += 1
    }
  }
  layer.from = layer.to
  layer.to = end
  return isMet
}

/** The next layer from the sinks; whether it meets what was reached from the sources. */
function stepBack(network: Network, layer: Layer): boolean {
  const { graph, enter, entering, tails, left, used, level, height, behind } = network
  const { first, leaving, heads } = graph
  let end = layer.to
  let isMet = false
  for (let at = layer.from; at < layer.to; at += 1) {
    const node = behind[at]
    for (let place = enter[node]; place < enter[node + 1]; place += 1) {
      const next = tails[place]
      if (height[next] !== -1 || left[entering[place]] === 0) continue
      height[next] = layer.steps
      if (level[next] !== -1) isMet = true
      behind[end] = next
      end += 1
    }
    for (let place = first[node]; place < first[node + 1]; place += 1) {
      const next = heads[place]
      if (height[next] !== -1 || used[leaving[place]] === 0) continue
      height[next] = layer.steps
      if (level[next] !== -1) isMet = true
      behind[end] = next
      end += 1
    }
  }
  layer.from = layer.to
  layer.to = end
  return isMet
}

function blockingFlow(network: Network): number {
  let flow = 0
  for (const source of network.sources) flow += flowFrom(network, source)
  return flow
}

/** All that one source can still send along shortest ways. */
function flowFrom(network: Network, source: number): number {
  const { isSink, level, path, current } = network
  let flow = 0
  let depth = 0
  let node = source
  for (;;) {
    if (isSink[node] === 1) {
      const { sent, narrow } = sendAlong(network, depth)
      flow += sent
      // What leads up to the narrowest edge has room still: the search goes on from there.
      depth = narrow
      node = tailOf(network, path[narrow])
      continue
    }
    const step = stepOn(network, node)
    if (step !== none) {
      path[depth] = step
      depth += 1
      node = headOf(network, step)
    } else {
      if (depth === 0) return flow
      // No way on from here: nobody need come again.
      level[node] = -1
      depth -= 1
      node = tailOf(network, path[depth])
      current[node] += 1
    }
  }
}

/** No edge has this number, and none walked back. */
const none = -2147483648

/** The next edge by which a node is one level nearer to a sink. */
function stepOn(network: Network, node: number): number {
  const { graph, enter, entering, tails, left, used, level, current } = network
  const { first, leaving, heads } = graph
  const wanted = level[node] + 1
  const begin = first[node]
  const out = first[node + 1] - begin
  let at = current[node]
  for (; at < out; at += 1) {
    if (level[heads[begin + at]] === wanted && left[leaving[begin + at]] !== 0) {
      current[node] = at
      return leaving[begin + at]
    }
  }
  const base = enter[node] - out
  const all = enter[node + 1] - base
  for (; at < all; at += 1) {
    if (level[tails[base + at]] === wanted && used[entering[base + at]] !== 0) {
      current[node] = at
      return ~entering[base + at]
    }
  }
  current[node] = at
  return none
}

function sendAlong(
  { left, used, path }: Network,
  depth: number,
): { readonly sent: number; readonly narrow: number } {
  let sent = Number.POSITIVE_INFINITY
  let narrow = 0
  for (let at = 0; at < depth; at += 1) {
    const step = path[at]
    const room = step >= 0 ? left[step] : used[~step]
    if (room < sent) {
      sent = room
      narrow = at
    }
  }
  for (let at = 0; at < depth; at += 1) {
    const step = path[at]
    const edge = step >= 0 ? step : ~step
    const change = step >= 0 ? sent : -sent
    left[edge] -= change
    used[edge] += change
  }
  return { sent, narrow }
}

function headOf({ graph }: Network, step: number): number {
  return step >= 0 ? graph.to[step] : graph.from[~step]
}

function tailOf({ graph }: Network, step: number): number {
  return step >= 0 ? graph.from[step] : graph.to[~step]
}
