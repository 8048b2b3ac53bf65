// SPDX-License-Identifier: EUPL-1.2
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inputOf, lossBook, treatmentsOn } from '@schouw/core/losses'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  lossModel,
  lossResult,
  Tally,
} from '@schouw/core/risk'
import { alone, type Figure } from './figure.ts'

const risks = 50
const rounds = 25

/*
 * One measure toggled with fifty risks, as the page of risks does it: the registers as an input again,
 * 10,000 years drawn on one thread, figures, curve and sensitivity made of them. The slowest of the
 * rounds, since it is a hand that waits. Then the memory of a run of so many years against ten times as
 * many.
 */
export async function* whatIfFigures(): AsyncGenerator<Figure> {
  const bench = 'what-if'
  const book = lossBook({ records: registers(), today: '2026-11-22' })
  const all = treatmentsOn(book, 'all')
  const toggled = (n: number) => {
    const on = all.filter((_, at) => at !== n % all.length)
    return drawn(inputOf(book, { on, years: 10_000, seed: 1 }))
  }
  for (let n = 0; n < 5; n += 1) toggled(n)
  const times = Array.from({ length: rounds }, (_, n) => {
    const start = performance.now()
    toggled(n)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const median = times[Math.floor(rounds / 2)]
  const metric = `toggle_${risks}_risks`
  yield alone({ bench, metric: `${metric}_median`, value: median, unit: 'ms' })
  yield alone({ bench, metric: `${metric}_slowest`, value: times.at(-1), unit: 'ms', goal: 200 })
  const grown = heldAfter(book, 2_000_000) - heldAfter(book, 200_000)
  yield alone({ bench, metric: 'held_by_ten_times_the_years', value: grown, unit: 'MB', goal: 2 })
}

function drawn(input: LossInput) {
  const model = lossModel(input)
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return lossResult(model, tally)
}

/** Megabytes that a run still holds when all its years are drawn. */
function heldAfter(book: ReturnType<typeof lossBook>, years: number): number {
  const model = lossModel(inputOf(book, { on: 'off', years, seed: 1 }))
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  collected()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  if (lossResult(model, tally).years !== years) throw new Error('not all years were drawn')
  return (heapUsed + arrayBuffers) / 1e6
}

/** What is no longer needed is gone before anything is weighed. */
function collected(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

function registers(): Partial<Record<KindName, readonly RecordVersion[]>> {
  const numbers = Array.from({ length: risks }, (_, n) => n)
  return {
    process: numbers.map((n) =>
      record('process', `p${n}`, {
        outage_cost_eur_per_hour: 500 + 90 * n,
        depends_on_processes: n % 5 === 0 ? [] : [`p${n - 1}`],
      }),
    ),
    risk: numbers.map((n) =>
      record('risk', `r${n}`, {
        processes: [`p${n}`],
        times_per_year_low: 0.02 + n / 500,
        times_per_year_high: 0.3 + n / 50,
        outage_hours_low: 4,
        outage_hours_high: 40 + n,
      }),
    ),
    treatment: numbers.map((n) =>
      record('treatment', `t${n}`, {
        risk: `r${n}`,
        option: 'reduce',
        residual_times_per_year: 0.01 + n / 1000,
      }),
    ),
  }
}

function record(kind: KindName, id: string, values: object): RecordVersion {
  const stamp = { at: '', by: '' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state: 'open', values: all, ...rest }
}
