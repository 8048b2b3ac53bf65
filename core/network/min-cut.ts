// SPDX-License-Identifier: EUPL-1.2
import { type Graph, grouped } from './graph.ts'

/**
 * Edges of least total capacity whose removal leaves no way from a source to a sink, in their
 * order. Capacities are whole numbers whose sum is below 2^53; Infinity for what cannot be removed:
 * the caller has seen to it that those alone leave no way, and that no source is a sink.
 *
 * Dinic's algorithm on the part of the graph that lies between both. Levels are distances to the sink,
 * so that a search that starts at the source only ever walks towards it.
 */
export function minCut(
  graph: Graph,
  capacity: Float64Array,
  ends: { readonly sources: Int32Array; readonly sinks: Int32Array },
): { readonly edges: Int32Array; readonly capacity: number } {
  const network = between(graph, capacity, ends)
  const flow = maxFlow(network)
  const isLeft = leftSide(network)
  const edges: number[] = []
  for (let index = 0; index < network.edges.length; index += 1) {
    if (isLeft[network.tails[index]] === 1 && isLeft[network.heads[index]] === 0) {
      edges.push(network.edges[index])
    }
  }
  return { edges: Int32Array.from(edges), capacity: flow }
}

/** Sources are node 0, sinks node 1; the rest are the nodes on some way between them. */
interface Network {
  readonly nodes: number
  /** Of each kept edge: its number in the graph, its tail and head here. */
  readonly edges: Int32Array
  readonly tails: Int32Array
  readonly heads: Int32Array
  /** Arcs by their tail: each edge is one forward and one, of no capacity at first, backward. */
  readonly first: Int32Array
  readonly to: Int32Array
  readonly back: Int32Array
  readonly left: Float64Array
}

const source = 0
const sink = 1

function between(
  graph: Graph,
  capacity: Float64Array,
  ends: { readonly sources: Int32Array; readonly sinks: Int32Array },
): Network {
  const { nodes, from, to } = graph
  const ahead = walked(nodes, ends.sources, { first: graph.first, order: graph.leaving, far: to })
  const entering = grouped(nodes, to)
  const behind = walked(nodes, ends.sinks, { ...entering, far: from })
  const name = new Int32Array(nodes).fill(-1)
  let count = 2
  // Nodes that lie near each other get numbers near each other: that is where the time goes.
  for (const node of behind.order) {
    if (ahead.isSeen[node] === 1) {
      name[node] = count
      count += 1
    }
  }
  for (const node of ends.sources) name[node] = source
  for (const node of ends.sinks) name[node] = sink
  const kept: number[] = []
  let finite = 0
  for (let edge = 0; edge < from.length; edge += 1) {
    const tail = name[from[edge]]
    const head = name[to[edge]]
    const isUseful = tail !== -1 && head !== -1 && tail !== sink && head !== source && tail !== head
    if (!isUseful) continue
    kept.push(edge)
    if (capacity[edge] !== Number.POSITIVE_INFINITY) finite += capacity[edge]
  }
  const edges = Int32Array.from(kept)
  return {
    nodes: count,
    edges,
    ...arcs(count, edges, { graph, name, capacity, largest: finite + 1 }),
  }
}

interface Named {
  readonly graph: Graph
  readonly name: Int32Array
  readonly capacity: Float64Array
  /** Stands for infinity: more than all finite capacities together. */
  readonly largest: number
}

function arcs(
  nodes: number,
  edges: Int32Array,
  { graph, name, capacity, largest }: Named,
): Omit<Network, 'nodes' | 'edges'> {
  const tails = new Int32Array(edges.length)
  const heads = new Int32Array(edges.length)
  const first = new Int32Array(nodes + 1)
  for (let index = 0; index < edges.length; index += 1) {
    tails[index] = name[graph.from[edges[index]]]
    heads[index] = name[graph.to[edges[index]]]
    first[tails[index] + 1] += 1
    first[heads[index] + 1] += 1
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1] += first[node]
  const next = first.slice()
  const to = new Int32Array(edges.length * 2)
  const back = new Int32Array(edges.length * 2)
  const left = new Float64Array(edges.length * 2)
  for (let index = 0; index < edges.length; index += 1) {
    const tail = tails[index]
    const head = heads[index]
    const forward = next[tail]
    next[tail] += 1
    const backward = next[head]
    next[head] += 1
    to[forward] = head
    to[backward] = tail
    back[forward] = backward
    back[backward] = forward
    left[forward] = Math.min(capacity[edges[index]], largest)
  }
  return { tails, heads, first, to, back, left }
}

function walked(
  nodes: number,
  starts: Int32Array,
  of: { readonly first: Int32Array; readonly order: Int32Array; readonly far: Int32Array },
): { readonly isSeen: Uint8Array; readonly order: Int32Array } {
  const { first, order, far } = of
  const isSeen = new Uint8Array(nodes)
  const queue = new Int32Array(nodes)
  let end = 0
  for (const node of starts) {
    if (isSeen[node] === 1) continue
    isSeen[node] = 1
    queue[end] = node
    end += 1
  }
  for (let at = 0; at < end; at += 1) {
    const node = queue[at]
    for (let place = first[node]; place < first[node + 1]; place += 1) {
      const next = far[order[place]]
      if (isSeen[next] === 1) continue
      isSeen[next] = 1
      queue[end] = next
      end += 1
    }
  }
  return { isSeen, order: queue.subarray(0, end) }
}

function maxFlow(network: Network): number {
  const level = new Int32Array(network.nodes)
  const queue = new Int32Array(network.nodes)
  const current = new Int32Array(network.nodes)
  const path = new Int32Array(network.nodes)
  let flow = 0
  while (levels(network, level, queue)) {
    current.set(network.first.subarray(0, network.nodes))
    flow += blockingFlow(network, { level, current, path })
  }
  return flow
}

/** Distance to the sink of every node at most as far as the source; false when that is cut off. */
function levels(network: Network, level: Int32Array, queue: Int32Array): boolean {
  const { first, to, back, left } = network
  level.fill(-1)
  level[sink] = 0
  queue[0] = sink
  let end = 1
  for (let at = 0; at < end; at += 1) {
    const node = queue[at]
    const next = level[node] + 1
    if (level[source] !== -1 && next > level[source]) break
    for (let arc = first[node]; arc < first[node + 1]; arc += 1) {
      const tail = to[arc]
      if (level[tail] !== -1 || left[back[arc]] === 0) continue
      level[tail] = next
      queue[end] = tail
      end += 1
    }
  }
  return level[source] !== -1
}

interface Search {
  readonly level: Int32Array
  /** The arc at which each node goes on. */
  readonly current: Int32Array
  /** Arcs from the source to where the search is. */
  readonly path: Int32Array
}

function blockingFlow(network: Network, { level, current, path }: Search): number {
  const { first, to, back, left } = network
  let flow = 0
  let depth = 0
  let node = source
  for (;;) {
    if (node === sink) {
      let least = Number.POSITIVE_INFINITY
      let narrow = 0
      for (let at = 0; at < depth; at += 1) {
        if (left[path[at]] < least) {
          least = left[path[at]]
          narrow = at
        }
      }
      for (let at = 0; at < depth; at += 1) {
        left[path[at]] -= least
        left[back[path[at]]] += least
      }
      flow += least
      // What leads up to the narrowest arc has room still: the search goes on from there.
      depth = narrow
      node = to[back[path[narrow]]]
      continue
    }
    const below = level[node] - 1
    const end = first[node + 1]
    let arc = current[node]
    while (arc < end && (left[arc] === 0 || level[to[arc]] !== below)) arc += 1
    current[node] = arc
    if (arc < end) {
      path[depth] = arc
      depth += 1
      node = to[arc]
    } else {
      if (depth === 0) return flow
      depth -= 1
      // No way on from here: nobody need come again.
      level[node] = -1
      node = to[back[path[depth]]]
      current[node] += 1
    }
  }
}

/** Nodes that the source still reaches when the flow is as large as it can be. */
function leftSide({ nodes, first, to, left }: Network): Uint8Array {
  const isLeft = new Uint8Array(nodes)
  const stack = [source]
  isLeft[source] = 1
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let arc = first[node]; arc < first[node + 1]; arc += 1) {
      if (left[arc] === 0 || isLeft[to[arc]] === 1) continue
      isLeft[to[arc]] = 1
      stack.push(to[arc])
    }
  }
  return isLeft
}
