// SPDX-License-Identifier: EUPL-1.2

/**
 * A directed graph in plain arrays. Edges keep the number they were given; those that leave a node
 * stand together, in that order.
 */
export interface Graph {
  readonly nodes: number
  /** Tail and head of each edge. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Edges that leave node n: `leaving[first[n]]` up to before `leaving[first[n + 1]]`. */
  readonly first: Int32Array
  readonly leaving: Int32Array
  /** Heads of those edges, at the same places: a walk reads them in a row. */
  readonly heads: Int32Array
}

export function graph(nodes: number, from: Int32Array, to: Int32Array): Graph {
  const { first, order } = grouped(nodes, from)
  return { nodes, from, to, first, leaving: order, heads: order.map((edge) => to[edge]) }
}

/** Numbers of edges by the node at one of their ends, in their order. */
export function grouped(
  nodes: number,
  ends: Int32Array,
): { readonly first: Int32Array; readonly order: Int32Array } {
  const first = new Int32Array(nodes + 1)
  for (const node of ends) first[node + 1] += 1
  for (let node = 0; node < nodes; node += 1) first[node + 1] += first[node]
  const next = first.slice()
  const order = new Int32Array(ends.length)
  for (let edge = 0; edge < ends.length; edge += 1) {
    order[next[ends[edge]]] = edge
    next[ends[edge]] += 1
  }
  return { first, order }
}

export interface Reach {
  /** Edges on a shortest way from the sources; -1 where there is none. */
  readonly hops: Int32Array
  /** The last edge of that way; -1 at sources and where there is none. */
  readonly by: Int32Array
  /** Reached nodes, nearest first. */
  readonly order: Int32Array
}

/** Breadth first from all sources at once; `isOpen` says which edges may be walked (absent: all). */
export function reach(
  { nodes, first, leaving, heads }: Graph,
  sources: Int32Array,
  isOpen?: Uint8Array,
): Reach {
  const hops = new Int32Array(nodes).fill(-1)
  const by = new Int32Array(nodes).fill(-1)
  const queue = new Int32Array(nodes)
  // Most edges lead where the walk has been: a byte a node is a quarter of the memory to ask.
  const isSeen = new Uint8Array(nodes)
  let end = 0
  for (const source of sources) {
    if (isSeen[source] === 1) continue
    isSeen[source] = 1
    hops[source] = 0
    queue[end] = source
    end += 1
  }
  for (let at = 0; at < end; at += 1) {
    const node = queue[at]
    const next = hops[node] + 1
    for (let place = first[node]; place < first[node + 1]; place += 1) {
      const head = heads[place]
      if (isSeen[head] === 1) continue
      const edge = leaving[place]
      if (isOpen !== undefined && isOpen[edge] === 0) continue
      isSeen[head] = 1
      hops[head] = next
      by[head] = edge
      queue[end] = head
      end += 1
    }
  }
  return { hops, by, order: queue.subarray(0, end) }
}

/** Edges of a shortest way to a reached node, first hop first. */
export function wayTo(node: number, { by }: Reach, from: Int32Array): number[] {
  const edges: number[] = []
  for (let at = node; by[at] !== -1; at = from[by[at]]) edges.push(by[at])
  return edges.reverse()
}
