// SPDX-License-Identifier: EUPL-1.2
// Our side of the comparison: `own.ts NODES EDGES ROUNDS`. Prints the least CPU seconds of each task.
import { attackPaths, graph, minCut, type PathsInput, reach } from '@schouw/core/network'
import { plant, zones } from './plant.ts'

const services = ['tcp/102', 'tcp/502', 'tcp/445', 'udp/161', 'tcp/4840']
const [nodes = 0, edges = 0, rounds = 0] = process.argv.slice(2).map(Number)
const { from, to, cost, sources, sinks } = plant(nodes, edges)

function least(task: () => unknown): number {
  task()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage()
    task()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1e6)
  }
  return best
}

const build = least(() => graph(nodes, from, to))
const talks = graph(nodes, from, to)
const one = Int32Array.of(sources[0] ?? 0)
const reachS = least(() => reach(talks, one))
const cutS = least(() => minCut(talks, cost, { sources, sinks }))
const { capacity, edges: cut } = minCut(talks, cost, { sources, sinks })
const input: PathsInput = {
  assets: Array.from({ length: nodes }, (_, node) => ({
    id: `n${node}`,
    zone: `z${Math.floor(node / (nodes / zones))}`,
    crown_jewel: node >= nodes - sinks.length,
  })),
  conversations: Array.from(from, (tail, edge) => ({
    from: `n${tail}`,
    to: `n${to[edge]}`,
    service: services[edge % services.length] ?? '',
    cost: cost[edge] ?? 1,
  })),
  entries: Array.from(sources, (node) => ({ asset: `n${node}` })),
  conduits: Array.from({ length: zones }, (_, zone) => ({
    from_zone: `z${zone}`,
    to_zone: `z${(zone + 1) % zones}`,
    services: ['tcp/102'],
  })),
}
const answer = least(() => attackPaths(input))
const reached = reach(talks, one).order.length
console.log(
  JSON.stringify({
    build,
    reach: reachS,
    cut: cutS,
    flow: capacity,
    edges: cut.length,
    reached,
    answer,
  }),
)
