// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { lossBook } from './index.ts'
import { bestChoices, type Choice } from './knapsack.ts'
import { bestPlan, optionLines } from './options.ts'

const choice = fc.record({
  cost: fc.integer({ min: 0, max: 50 }),
  gain: fc.integer({ min: -20, max: 100 }),
})
const group = fc
  .array(choice, { maxLength: 4 })
  .map((choices): readonly Choice[] => [{ cost: 0, gain: 0 }, ...choices])

/** By trying everything. */
function bestOfAll(groups: readonly (readonly Choice[])[], budget: number): number {
  const [first, ...rest] = groups
  if (first === undefined) return 0
  return Math.max(
    ...first
      .filter(({ cost }) => cost <= budget)
      .map(({ cost, gain }) => gain + bestOfAll(rest, budget - cost)),
  )
}

describe('the best choices', () => {
  it('are what trying everything finds, within the budget, and say so', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), fc.nat(120), (groups, budget) => {
        const best = bestChoices(groups, budget)
        assert.equal(best.gain, bestOfAll(groups, budget))
        assert.ok(best.isExact && best.bound === best.gain && best.cost <= budget)
        const taken = groups.map((one, at) => one[best.places[at] ?? 0])
        const sum = (of: (one: Choice) => number) =>
          taken.reduce((all, one) => all + (one === undefined ? 0 : of(one)), 0)
        assert.deepEqual([sum(({ gain }) => gain), sum(({ cost }) => cost)], [best.gain, best.cost])
      }),
      { numRuns: 300 },
    )
  })

  it('of very many come with a bound that nothing passes', () => {
    const groups = Array.from({ length: 400 }, (_, n): readonly Choice[] => [
      { cost: 0, gain: 0 },
      { cost: 101 + ((n * 37) % 89), gain: 100 + ((n * 53) % 97) },
      { cost: 203 + ((n * 41) % 83), gain: 190 + ((n * 59) % 101) },
    ])
    const best = bestChoices(groups, 12_345)
    assert.ok(best.gain > 0 && best.cost <= 12_345 && best.bound >= best.gain)
    assert.ok(best.gain / best.bound > 0.97, `${best.gain} of ${best.bound}`)
  })
})

const at = '2026-11-12T10:00:00.000Z'
let made = 0
function record(kind: KindName, id: string, values: object, state = 'identified'): RecordVersion {
  made += 1
  const by = 'p'
  return {
    id,
    kind,
    version: 1,
    state,
    values: { code: `${made}`.padStart(3, '0'), name: id, ...values },
    changed: { at, by },
    created: { at, by },
    approval: null,
    retired: null,
  } as unknown as RecordVersion
}
const risk = (id: string, more: object = {}) =>
  record('risk', id, {
    times_per_year_low: 1,
    times_per_year_high: 1,
    loss_eur_low: 1000,
    loss_eur_high: 1000,
    ...more,
  })
const treatment = (id: string, of: string, more: object, state = 'proposed') =>
  record('treatment', id, { risk: of, option: 'reduce', ...more }, state)
function book(...all: readonly RecordVersion[]) {
  const records: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of all) records[one.kind] = [...(records[one.kind] ?? []), one]
  return lossBook({ records, today: '2026-11-12' })
}

describe('treatments as options', () => {
  it('avoid what they leave out, for every euro, and pay back or never do', () => {
    const lines = optionLines(
      book(
        risk('r'),
        treatment('good', 'r', { residual_times_per_year: '0.2', cost_eur_once: 1000 }),
        treatment('dear', 'r', { residual_times_per_year: '0.5', cost_eur_per_year: 600 }),
        treatment('free', 'r', { residual_loss_eur_high: 500 }),
        treatment('refused', 'r', { residual_times_per_year: '0' }, 'dropped'),
      ),
      5,
    )
    const of = (id: string) => lines.find((one) => one.id === id)
    assert.deepEqual(of('good'), {
      id: 'good',
      risk: 'r',
      avoided_eur: 800,
      cost_eur_per_year: 200,
      per_euro: 4,
      pays_back_years: 1.25,
    })
    assert.deepEqual([of('dear')?.avoided_eur, of('dear')?.pays_back_years], [500, null])
    assert.deepEqual([of('free')?.avoided_eur, of('free')?.per_euro], [500, null])
    assert.equal(of('refused')?.avoided_eur, 1000)
  })

  it('are chosen together within a budget, and alone where together they do no more', () => {
    const all = book(
      risk('r'),
      risk('s', { loss_eur_low: 300, loss_eur_high: 300 }),
      treatment('half', 'r', { residual_times_per_year: '0.5', cost_eur_per_year: 100 }),
      treatment('most', 'r', { residual_times_per_year: '0.1', cost_eur_per_year: 250 }),
      treatment('cheap', 's', { residual_times_per_year: '0', cost_eur_per_year: 120 }),
      treatment('vain', 's', { residual_times_per_year: '0.9', cost_eur_per_year: 90 }),
      treatment('unpriced', 's', { residual_times_per_year: '0' }),
    )
    const plan = bestPlan(all, { budget_eur: null, years: 1 })
    assert.deepEqual([plan.chosen.toSorted(), plan.is_exact], [['cheap', 'most'], true])
    assert.deepEqual([plan.net_eur, plan.avoided_eur_per_year], [900 + 300 - 370, 1200])
    assert.deepEqual(plan.unknown, ['unpriced'])
    assert.deepEqual(bestPlan(all, { budget_eur: 230, years: 1 }).chosen.toSorted(), [
      'cheap',
      'half',
    ])
    assert.deepEqual(bestPlan(all, { budget_eur: 0, years: 1 }).chosen, [])
  })

  it('come on top of what is chosen already', () => {
    const all = book(
      risk('r'),
      treatment('chosen', 'r', { residual_times_per_year: '0.1', cost_eur_once: 5 }, 'chosen'),
      treatment('late', 'r', { residual_times_per_year: '0.5', cost_eur_once: 5 }),
    )
    assert.deepEqual(bestPlan(all, { budget_eur: null, years: 3 }).chosen, [])
    assert.equal(optionLines(all, 3).find(({ id }) => id === 'late')?.avoided_eur, 0)
  })
})
