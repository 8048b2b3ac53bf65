// SPDX-License-Identifier: EUPL-1.2
// Our side of the comparison: `own.ts NODES EDGES ROUNDS`. Prints the least CPU seconds of each task.
import { graph, minCut, reach } from '@schouw/core/network'
import { plant } from './plant.ts'

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
const reached = reach(talks, one).order.length
console.log(
  JSON.stringify({ build, reach: reachS, cut: cutS, flow: capacity, edges: cut.length, reached }),
)
