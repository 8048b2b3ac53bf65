// SPDX-License-Identifier: EUPL-1.2
import { benchFile } from './capture/files.ts'
import type { RecipeName } from './capture/recipes.ts'
import { against, alone, type Figure } from './figure.ts'
import { type Best, compared } from './measure.ts'
import { type PeerName, peers, schouw } from './peers.ts'

/*
 * `inspect` against tools that read the same file. Fairness: nDPI runs all its dissectors on every
 * flow and tshark dissects every frame in full; an inventory needs neither. The digest of the file
 * is left out where we compare, because no peer makes one, and measured apart.
 */

interface Goal {
  readonly peer: PeerName
  readonly as: 'times' | 'share'
  readonly goal: number
  readonly aim: number
  /** For what takes minutes. */
  readonly rounds?: number
  readonly isSlow?: boolean
}

interface Plan {
  readonly file: RecipeName
  readonly goals: readonly Goal[]
  readonly memory?: { readonly goal: number; readonly aim: number }
  readonly withDigest?: boolean
  readonly rounds?: number
}

const plans: readonly Plan[] = [
  {
    file: 'mix-20mb',
    goals: [
      { peer: 'ndpiReader', as: 'share', goal: 2, aim: 1 },
      { peer: 'tshark', as: 'times', goal: 2, aim: 5 },
    ],
  },
  {
    file: 'mix-300mb',
    goals: [
      { peer: 'tcpdump', as: 'share', goal: 4, aim: 2.2 },
      { peer: 'tshark', as: 'times', goal: 18, aim: 30, rounds: 2 },
      { peer: 'ndpiReader', as: 'times', goal: 1, aim: 2 },
    ],
    memory: { goal: 120, aim: 85 },
    withDigest: true,
  },
  {
    file: 'mix-2200mb',
    goals: [
      { peer: 'ndpiReader', as: 'times', goal: 2, aim: 3 },
      { peer: 'tcpdump', as: 'share', goal: 2, aim: 1.2 },
      { peer: 'tshark', as: 'times', goal: 40, aim: 80, rounds: 1, isSlow: true },
    ],
    memory: { goal: 120, aim: 85 },
    withDigest: true,
  },
  {
    file: 'flows-130k',
    goals: [{ peer: 'ndpiReader', as: 'times', goal: 4, aim: 7 }],
    memory: { goal: 160, aim: 100 },
  },
  { file: 'flows-2500k', goals: [], memory: { goal: 450, aim: 300 }, rounds: 2 },
]

export async function* inspectFigures(options: {
  readonly isQuick: boolean
  readonly only: string | undefined
}): AsyncGenerator<Figure> {
  const peaks = new Map<string, number>()
  for (const plan of plans) {
    if (options.only !== undefined && options.only !== plan.file) continue
    const { path, packets, bytes } = benchFile(plan.file)
    const goals = plan.goals.filter((goal) => !(options.isQuick && goal.isSlow))
    const wanted = Object.fromEntries(
      goals.map(({ peer, rounds }) => [peer, rounds === undefined ? {} : { rounds }]),
    )
    const ours = schouw('inspect', '--no-digest', '--json', path)
    const digest = { ...schouw('inspect', '--json', path), name: 'digest' }
    const contenders = [ours, ...(plan.withDigest ? [digest] : []), ...peers(path, wanted)]
    const rounds = plan.rounds ?? 5
    console.error(`bench: inspect ${plan.file}: ${contenders.map(({ name }) => name).join(', ')}`)
    const best = await compared(contenders, rounds)
    const own = best.get('schouw')
    if (own?.peakMB != null) peaks.set(plan.file, own.peakMB)
    yield* figures(plan, goals, best)
    yield* rates(plan, own, { packets, bytes })
  }
  const [small, large] = [peaks.get('mix-300mb'), peaks.get('mix-2200mb')]
  if (small !== undefined && large !== undefined) {
    yield alone({
      bench: 'inspect mix-2200mb',
      metric: 'memory_above_300mb_file',
      value: Math.max(0, large - small),
      unit: 'MB',
      goal: 15,
    })
  }
}

function* figures(
  plan: Plan,
  goals: readonly Goal[],
  best: ReadonlyMap<string, Best>,
): Generator<Figure> {
  const bench = `inspect ${plan.file}`
  const own = best.get('schouw')
  const cpu = { bench, metric: 'cpu', value: own?.cpuS, unit: 's' }
  yield alone(cpu)
  for (const { peer, as, goal, aim } of goals) {
    yield against({
      ...cpu,
      metric: `cpu_${as}`,
      goal,
      aim,
      as,
      peer,
      peerValue: best.get(peer)?.cpuS,
    })
  }
  yield alone({ bench, metric: 'peak_memory', value: own?.peakMB, unit: 'MB', ...plan.memory })
  for (const { peer } of goals.filter(({ peer }) => peer !== 'tcpdump')) {
    const peerValue = best.get(peer)?.peakMB
    const metric = 'peak_memory_times'
    yield against({ bench, metric, value: own?.peakMB, unit: 'MB', peer, peerValue, as: 'times' })
  }
  if (plan.withDigest) {
    yield alone({ bench, metric: 'cpu_with_digest', value: best.get('digest')?.cpuS, unit: 's' })
  }
}

function* rates(
  plan: Plan,
  own: Best | undefined,
  file: { readonly packets: number; readonly bytes: number },
): Generator<Figure> {
  if (own?.cpuS == null || own.cpuS === 0) return
  const bench = `inspect ${plan.file}`
  const perSecond = { bench, peer: null, ratio: null, goal: null, aim: null, ok: null }
  const packets = Math.round(file.packets / own.cpuS)
  const megabytes = Math.round(file.bytes / 1e6 / own.cpuS)
  yield { ...perSecond, metric: 'packets_per_cpu_second', value: packets, unit: '1/s' }
  yield { ...perSecond, metric: 'bytes_per_cpu_second', value: megabytes, unit: 'MB/s' }
}
