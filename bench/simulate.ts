// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { against, alone, type Figure } from './figure.ts'
import { type Contender, compared } from './measure.ts'
import { pythonWith, schouw } from './peers.ts'

/*
 * 500 risks over 100,000 years, Poisson and log-normal, from the command to the answer: what starting
 * costs is in everybody's figure. numpy is asked twice: with a draw for each risk and year, as one
 * writes it, and with our own shortcut for steady rates.
 */
export async function* simulateFigures(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  try {
    const file = join(folder, 'risks.json')
    writeFileSync(file, JSON.stringify({ years: 100_000, seed: 42, risks: risks(500) }))
    const python = pythonWith('numpy')
    const peer = (form: string): Contender[] =>
      python === undefined
        ? []
        : [
            {
              name: `numpy ${form}`,
              command: python,
              args: [join(import.meta.dirname, 'simulate/numpy_peer.py'), file, form],
            },
          ]
    const own = schouw('simulate', file, '--json', '--workers', '1')
    const two = { ...schouw('simulate', file, '--json', '--workers', '2'), name: 'two workers' }
    const best = await compared([own, two, ...peer('yearly'), ...peer('steady')], 5)
    const bench = 'simulate'
    const value = best.get('schouw')?.cpuS
    const metric = '500_risks_100000_years_cpu'
    const of = { bench, metric, value, unit: 's', as: 'times' } as const
    const yearly = best.get('numpy yearly')?.cpuS
    yield against({ ...of, peer: 'numpy', peerValue: yearly, goal: 1.2, aim: 1.5 })
    yield against({ ...of, peer: 'numpy steady', peerValue: best.get('numpy steady')?.cpuS })
    const peakMB = best.get('schouw')?.peakMB
    yield alone({ bench, metric: 'peak_memory', value: peakMB, unit: 'MB', goal: 150, aim: 120 })
    const wall = best.get('schouw')?.wallS
    yield alone({ bench, metric: 'wall', value: wall, unit: 's' })
    yield alone({
      bench,
      metric: 'wall_two_workers',
      value: best.get('two workers')?.wallS,
      unit: 's',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Mean 0.59 events a year; medians and tails as wide as registers have them. */
function risks(count: number): object[] {
  let state = 12345
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  return Array.from({ length: count }, (_, index) => {
    const median = Math.exp(8 + 3 * next())
    return {
      id: `R${index}`,
      frequency: { poisson: 0.05 + 1.08 * next() },
      loss_eur: { lognormal: { median, p95: median * (3 + 20 * next()) } },
    }
  })
}
