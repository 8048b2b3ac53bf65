// SPDX-License-Identifier: EUPL-1.2
import {
  againstAppetite,
  inputOf,
  type LossBook,
  lossBook,
  treatmentsOn,
} from '@schouw/core/losses'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  type LossResult,
  lossModel,
  lossProblems,
  lossResult,
  Tally,
} from '@schouw/core/risk'
import type { Losses, Risk } from './baseline.ts'
import { lossRecords } from './loss-records.ts'
import type { Scene } from './scene.ts'

/** As many as the registers draw, with the same seed: the figures of both can be held together. */
const run = { years: 100_000, seed: 1 } as const

/** Null where nobody has estimated any risk: no loss is known, and that is no loss of nothing. */
export function losses(scene: Scene, risks: readonly Risk[]): Losses | null {
  if (scene.inputs.risks === null) return null
  const book = lossBook(lossRecords(scene, risks))
  const now = drawn(inputOf(book, { ...run, on: 'off' }))
  const later =
    now === null || treatmentsOn(book, 'all').length === 0
      ? null
      : drawn(inputOf(book, { ...run, on: 'all' }))
  const { appetite } = book
  const held = (of: Drawn | null) =>
    of === null || appetite === null ? null : againstAppetite(of.result, appetite)
  return {
    now: now === null ? null : { ...now, appetite: held(now) },
    later: later === null ? null : { ...later, appetite: held(later) },
    appetite:
      appetite === null
        ? null
        : { eur_per_year: appetite.eur_per_year, words: appetite.text, points: appetite.points },
    risks: inOrder(book, risks).map((one) => ({
      id: one.id,
      name: one.name === one.id ? null : one.name,
      times_per_year: one.times_per_year,
      loss_eur: one.loss_eur,
      loss_from: one.loss_from,
      outage_hours: one.outage.hours,
      outage_basis: one.outage.basis,
      likelihood: one.likelihood,
      impact: one.impact,
      hurts: [one.safety_impact, one.environment_impact].some(
        (rung) => rung === 'high' || rung === 'critical',
      ),
      missing: one.missing,
    })),
    treatments: book.treatments.map(({ id, name, risk, cost_eur_once, cost_eur_per_year }) => {
      return { id, name, risk, cost_eur_once, cost_eur_per_year }
    }),
  }
}

/** Those of the measurement in its own order, then the company's own. */
function inOrder({ risks: all }: LossBook, risks: readonly Risk[]): LossBook['risks'] {
  const measured = risks.flatMap(({ id }) => all.find((one) => one.id === id) ?? [])
  return [...measured, ...all.filter((one) => !measured.includes(one))]
}

interface Drawn {
  readonly input: LossInput
  readonly result: LossResult
}

/** Null where no risk has both estimates, or the input is more than one sitting can draw. */
function drawn(input: LossInput): Drawn | null {
  const isKnown = input.risks.some((one) => one.frequency !== null && one.loss_eur !== null)
  if (!isKnown || lossProblems(input).length > 0) return null
  const model = lossModel(input)
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return { input, result: lossResult(model, tally) }
}
