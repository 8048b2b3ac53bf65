// SPDX-License-Identifier: EUPL-1.2
// A plant larger than any: 200 zones, four conversations of five within their zone, costs from 1 to 10.

export interface Plant {
  readonly nodes: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly cost: Float64Array
  /** The first hundred nodes, and the last. */
  readonly sources: Int32Array
  readonly sinks: Int32Array
}

export const zones = 200

export function plant(nodes: number, edges: number): Plant {
  let state = 20261121
  const next = (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 4294967296) * below)
  }
  const perZone = nodes / zones
  const from = new Int32Array(edges)
  const to = new Int32Array(edges)
  const cost = new Float64Array(edges)
  for (let edge = 0; edge < edges; edge += 1) {
    const tail = next(nodes)
    const zone = Math.floor(tail / perZone)
    from[edge] = tail
    to[edge] = next(5) === 0 ? next(nodes) : zone * perZone + next(perZone)
    cost[edge] = 1 + next(10)
  }
  const few = Math.min(100, nodes / 10)
  return {
    nodes,
    from,
    to,
    cost,
    sources: Int32Array.from({ length: few }, (_, index) => index),
    sinks: Int32Array.from({ length: few }, (_, index) => nodes - 1 - index),
  }
}
