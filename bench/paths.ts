// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { against, alone, type Figure } from './figure.ts'
import { compared } from './measure.ts'
import { type Plant, plant, zones } from './paths/plant.ts'
import { pythonWith, schouw } from './peers.ts'

/*
 * 100,000 assets and 1,000,000 conversations: reachability and smallest cut against igraph, each in its
 * own process that has the graph in memory already; and the command, from its file to its answer.
 */
const size = { nodes: 100_000, edges: 1_000_000 } as const
const rounds = 3

interface Times {
  readonly reach: number
  readonly cut: number
  readonly flow: number
  readonly reached: number
  /** The whole answer, from the input in memory. */
  readonly answer?: number
}

export async function* pathsFigures(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  try {
    const large = plant(size.nodes, size.edges)
    const python = pythonWith('igraph, numpy')
    const list = storePlant(folder, large)
    const times: Times[] = []
    const peerTimes: Times[] = []
    // In turn, so that a busy moment of the machine meets both.
    for (let turn = 0; turn < 3; turn += 1) {
      const own = [join(import.meta.dirname, 'paths/own.ts'), ...Object.values(size), rounds]
      times.push(answer(process.execPath, own.map(String)))
      if (python === undefined) continue
      const peer = join(import.meta.dirname, 'paths/igraph_peer.py')
      peerTimes.push(answer(python, [peer, list, String(rounds)]))
    }
    yield* comparisons(times, peerTimes)
    const file = storeInput(folder, large)
    const command = [schouw('paths', file, '--json')]
    const best = (await compared(command, 3)).get('schouw')
    const bench = 'paths'
    const metric = 'command_1000000_conversations'
    yield alone({ bench, metric: `${metric}_wall`, value: best?.wallS, unit: 's' })
    yield alone({ bench, metric: `${metric}_cpu`, value: best?.cpuS, unit: 's' })
    yield alone({ bench, metric: `${metric}_peak_memory`, value: best?.peakMB, unit: 'MB' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* comparisons(own: readonly Times[], peers: readonly Times[]): Generator<Figure> {
  const least = (list: readonly Times[], key: 'reach' | 'cut') =>
    list.length === 0 ? undefined : Math.min(...list.map((one) => one[key]))
  const [ours, theirs] = [own[0], peers[0]]
  if (ours !== undefined && theirs !== undefined) {
    const isSame = ours.reached === theirs.reached && Math.abs(ours.flow - theirs.flow) < 0.5
    if (!isSame) throw new Error(`paths: igraph says otherwise: ${JSON.stringify([ours, theirs])}`)
  }
  const of = { bench: 'paths', unit: 's', peer: 'igraph', as: 'times' } as const
  const reach = { metric: 'reachability_cpu', value: least(own, 'reach') }
  yield against({ ...of, ...reach, peerValue: least(peers, 'reach'), goal: 2, aim: 3.5 })
  const cut = { metric: 'smallest_cut_cpu', value: least(own, 'cut') }
  yield against({ ...of, ...cut, peerValue: least(peers, 'cut'), goal: 1, aim: 1.4 })
  const whole = Math.min(...own.map((one) => one.answer ?? Number.POSITIVE_INFINITY))
  const metric = 'answer_1000000_conversations_cpu'
  yield alone({ bench: 'paths', metric, value: whole, unit: 's', goal: 2 })
}

function answer(command: string, args: readonly string[]): Times {
  const run = spawnSync(command, args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${command} ${args[0]} failed: ${run.stderr}`)
  return JSON.parse(run.stdout) as Times
}

function storePlant(folder: string, { nodes, from, to, cost, sources, sinks }: Plant): string {
  const stored = Object.entries({ from, to, cost }).map(([name, values]) => {
    const file = join(folder, name)
    writeFileSync(file, values)
    return [name, file]
  })
  const file = join(folder, 'plant.json')
  const rest = { nodes, sources: [...sources], sinks: [...sinks] }
  writeFileSync(file, JSON.stringify({ ...rest, ...Object.fromEntries(stored) }))
  return file
}

/** As a person would have it: names, zones, services, conduits for half of the zones. */
function storeInput(folder: string, { nodes, from, to, cost, sources, sinks }: Plant): string {
  const file = join(folder, 'input.json')
  const isJewel = new Set(sinks)
  const into = openSync(file, 'w')
  const services = ['tcp/102', 'tcp/502', 'tcp/445', 'udp/161', 'tcp/4840']
  const write = (count: number, line: (index: number) => unknown) => {
    for (let start = 0; start < count; start += 10_000) {
      const lines = []
      for (let index = start; index < Math.min(count, start + 10_000); index += 1) {
        lines.push(JSON.stringify(line(index)))
      }
      writeSync(into, (start === 0 ? '' : ',\n') + lines.join(',\n'))
    }
  }
  writeSync(into, '{"assets": [\n')
  write(nodes, (node) => ({
    id: `n${node}`,
    zone: `z${Math.floor(node / (nodes / zones))}`,
    ...(isJewel.has(node) ? { crown_jewel: true } : {}),
  }))
  writeSync(into, '],\n"conversations": [\n')
  write(from.length, (edge) => ({
    from: `n${from[edge]}`,
    to: `n${to[edge]}`,
    service: services[edge % services.length],
    cost: cost[edge],
  }))
  const entries = [...sources].map((node) => ({ asset: `n${node}` }))
  writeSync(into, `],\n"entries": ${JSON.stringify(entries)}}\n`)
  closeSync(into)
  return file
}
