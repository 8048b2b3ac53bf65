// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { baseline } from './compose.ts'
import type {
  FactoryInputs,
  ProcessInput,
  RestoreTestInput,
  RiskEstimateInput,
  TreatmentInput,
} from './inputs.ts'
import { empty } from './testing/plant.ts'

const at = { path: 'risks.yaml', line: 1 }

function estimate(id: string, more: Partial<RiskEstimateInput> = {}): RiskEstimateInput {
  return {
    at,
    id,
    name: null,
    scenario: null,
    category: null,
    hazard: null,
    consequence: null,
    owner: null,
    processes: [],
    suppliers: [],
    sites: [],
    times_per_year: null,
    loss_eur: null,
    outage_hours: null,
    likelihood: null,
    impact: null,
    safety_impact: null,
    environment_impact: null,
    reputation_impact: null,
    estimated_by: [],
    estimated_on: null,
    grounds: null,
    ...more,
  }
}

function treatment(id: string, risk: string, more: Partial<TreatmentInput> = {}): TreatmentInput {
  return {
    at,
    id,
    name: id,
    risk,
    option: 'reduce',
    description: null,
    actions: [],
    cost_eur_once: null,
    cost_eur_per_year: null,
    residual_times_per_year: null,
    residual_loss_eur: null,
    residual_outage_hours: null,
    insured_eur: null,
    deductible_eur: null,
    owner: null,
    due: null,
    decision: null,
    ...more,
  }
}

const line: ProcessInput = {
  at,
  id: 'lassen',
  name: 'Lassen',
  site: null,
  owner: null,
  crown_jewel: true,
  outage_cost_eur_per_hour: 1000,
  outage_hours: null,
  max_outage_hours: null,
  rto_hours: null,
  rpo_hours: null,
  outage_cost_parts: [],
  production_hours_per_day: null,
  restart_cost_eur: null,
  scrap_loss_eur: null,
  contract_penalty_eur_per_day: null,
  depends_on: { assets: ['PLC-1'], zones: [], suppliers: [], processes: [] },
  safety: null,
  reputation: null,
}

const test: RestoreTestInput = {
  at,
  system: 'PLC-1',
  process: null,
  asset: 'plc-1',
  planned: '2026-01-01',
  dated: '2026-02-01',
  result: 'passed',
  restored_in_hours: 90,
  owner: null,
  file: null,
}

function measured(
  risks: readonly RiskEstimateInput[],
  treatments: readonly TreatmentInput[] = [],
  more: Partial<FactoryInputs> = {},
) {
  const inputs = { ...empty, ...more, risks: { appetite: null, risks, treatments } }
  return baseline({ inputs, inspection: null, asOf: '2026-11-21' }).losses
}

const both = { times_per_year: { low: 0.5, high: 2 }, loss_eur: { low: 100, high: 900 } }

describe('losses of the measurement', () => {
  it('are unknown without estimates, and never nothing', () => {
    assert.equal(baseline({ inputs: empty, inspection: null, asOf: '2026-11-21' }).losses, null)
    const without = measured([estimate('a', { loss_eur: both.loss_eur })])
    assert.equal(without?.now, null)
    assert.deepEqual(without?.risks[0]?.missing, [{ what: 'times_per_year', of: 'a' }])
  })

  it('count what is estimated and name what is not', () => {
    const losses = measured([estimate('a', both), estimate('b')])
    assert.ok((losses?.now?.result.expected_loss_eur ?? 0) > 0)
    assert.deepEqual(
      losses?.now?.result.missing.map(({ risk }) => risk),
      ['b', 'b'],
    )
    assert.equal(losses?.now?.result.risks[1]?.expected_loss_eur, null)
    assert.deepEqual([losses?.later, losses?.appetite], [null, null])
  })

  it('fall with what is proposed', () => {
    const losses = measured(
      [estimate('a', both)],
      [treatment('t', 'a', { residual_times_per_year: 0.1 })],
    )
    const [now, later] = [losses?.now, losses?.later].map(
      (one) => one?.result.expected_loss_eur ?? 0,
    )
    assert.ok(later !== undefined && now !== undefined && later < now / 3)
  })

  it('last as long as a restore took when it was tried, and say so', () => {
    const own = estimate('a', {
      processes: ['lassen'],
      times_per_year: both.times_per_year,
      outage_hours: { low: 8, high: 24 },
    })
    const of = (tests: readonly RestoreTestInput[]) =>
      measured([own], [], {
        processes: { processes: [line] },
        answers: { answers: [], restore_tests: tests },
      })?.risks.find(({ id }) => id === 'a')
    const said = of([])
    assert.deepEqual([said?.outage_basis, said?.outage_hours], ['said', { low: 8, high: 24 }])
    const tested = of([test])
    assert.deepEqual([tested?.outage_basis, tested?.outage_hours], ['tested', { low: 8, high: 90 }])
    assert.deepEqual(tested?.loss_eur, { low: 8_000, high: 90_000 })
    // A day that is still to come has measured nothing.
    assert.equal(of([{ ...test, dated: '2027-01-01' }])?.outage_basis, 'said')
  })

  it('are held against what the board can bear', () => {
    const inputs = {
      ...empty,
      risks: {
        appetite: { words: null, eur_per_year: 10, points: [{ once_in_years: 100, eur: 1e9 }] },
        risks: [estimate('a', both)],
        treatments: [],
      },
    }
    const { losses } = baseline({ inputs, inspection: null, asOf: '2026-11-21' })
    const held = losses?.now?.appetite
    assert.deepEqual([held?.is_mean_above, held?.broken, held?.of], [true, 1, 2])
  })

  it('come of any estimates, and are the same again', () => {
    const range = fc.option(
      fc.record({
        low: fc.constantFrom(0, 0.01, 5, 1e18),
        high: fc.constantFrom(0, 0.02, 7, 1e19),
      }),
      { nil: null },
    )
    const one = fc.record({ times_per_year: range, loss_eur: range, outage_hours: range })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 2 }), (all) => {
        const risks = all.map((values, n) => estimate(`r${n}`, values))
        assert.deepEqual(measured(risks), measured(risks))
      }),
      { numRuns: 20 },
    )
  })
})
