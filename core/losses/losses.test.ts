// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import {
  BlockRunner,
  blockCount,
  expectedLosses,
  lossModel,
  lossProblems,
  lossResult,
  Tally,
} from '@schouw/core/risk'
import fc from 'fast-check'
import { againstAppetite, inputOf, lossBook, treatmentsOn } from './index.ts'

const stamp = { at: '2026-11-12T09:00:00.000Z', by: 'somebody' }
const today = '2026-11-12'

function record(kind: KindName, id: string, values: object, state = 'open'): RecordVersion {
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function of(...records: readonly RecordVersion[]) {
  const byKind: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, today }
}

const run = { on: 'off', years: 2000, seed: 1 } as const
const line1 = (more: object = {}) =>
  record('process', 'line1', { outage_cost_eur_per_hour: 1000, ...more })
const codesOf = (...records: readonly RecordVersion[]) =>
  lossBook(of(...records)).checks.map(({ code, about }) => `${code} ${about.id}`)

describe('the book of losses', () => {
  it('takes what people said of euros over what the hours come to', () => {
    const hours = { outage_hours_low: 10, outage_hours_high: 20, processes: ['line1'] }
    const said = { loss_eur_low: 5, loss_eur_high: 9, ...hours }
    const book = lossBook(of(line1(), record('risk', 'a', said), record('risk', 'b', hours)))
    assert.deepEqual(
      book.risks.map(({ loss_eur, loss_from }) => [loss_eur, loss_from]),
      [
        [{ low: 5, high: 9 }, 'said'],
        [{ low: 10_000, high: 20_000 }, 'outage'],
      ],
    )
    assert.ok(book.checks.some(({ code }) => code === 'loss_below_outage'))
  })

  it('names what is missing, and gives it to the simulation as missing', () => {
    const risk = record('risk', 'a', {
      outage_hours_low: 1,
      outage_hours_high: 2,
      processes: ['p'],
    })
    const book = lossBook(of(risk, record('process', 'p', {})))
    assert.deepEqual(book.risks[0]?.missing, [
      { what: 'times_per_year', of: 'a' },
      { what: 'loss_eur', of: 'a' },
      { what: 'cost_per_hour', of: 'p' },
    ])
    assert.deepEqual(inputOf(book, run).risks, [{ id: 'a', frequency: null, loss_eur: null }])
  })

  it('stops what depends on what stops, in a circle too, and counts a cell within its line once', () => {
    const risk = record('risk', 'a', {
      processes: ['line1'],
      outage_hours_low: 1,
      outage_hours_high: 1,
    })
    const cell = record('process', 'cell', {
      part_of: 'line1',
      depends_on_processes: ['line1'],
      outage_cost_eur_per_hour: 400,
    })
    const pack = record('process', 'pack', {
      depends_on_processes: ['cell'],
      outage_cost_eur_per_hour: 50,
    })
    const line = line1({ depends_on_processes: ['pack'] })
    const { risks, checks } = lossBook(of(risk, line, cell, pack))
    assert.deepEqual(risks[0]?.outage.processes, ['cell', 'line1', 'pack'])
    assert.equal(risks[0]?.outage.eur_per_hour?.high, 1050)
    assert.equal(checks.filter(({ code }) => code === 'circular_dependency').length, 3)
  })

  it('lasts as long as a restore test did, and is never shortened by a quick one', () => {
    const test = (hours: number) =>
      record(
        'restore-test',
        't',
        { process: 'line1', result: 'passed', restored_in_hours: hours, tested_on: '2026-09-01' },
        'done',
      )
    const risk = record('risk', 'a', {
      processes: ['line1'],
      outage_hours_low: 4,
      outage_hours_high: 8,
    })
    const outage = (hours: number) => lossBook(of(risk, line1(), test(hours))).risks[0]?.outage
    assert.deepEqual([outage(30)?.hours, outage(30)?.basis], [{ low: 4, high: 30 }, 'tested'])
    assert.deepEqual([outage(1)?.hours, outage(1)?.basis], [{ low: 4, high: 8 }, 'said'])
    assert.deepEqual(outage(1)?.tests, ['t'])
    const unsaid = lossBook(of(record('risk', 'a', { processes: ['line1'] }), line1(), test(6)))
    assert.deepEqual(unsaid.risks[0]?.loss_eur, { low: 6000, high: 6000 })
    assert.equal(unsaid.risks[0]?.outage.basis, 'tested')
  })

  it('leaves an inverted or absurd estimate out and says so', () => {
    const inverted = record('risk', 'a', { loss_eur_low: 9, loss_eur_high: 5, owner: 'x' })
    const absurd = record('risk', 'b', {
      times_per_year_low: 1,
      times_per_year_high: 90_000,
      owner: 'x',
    })
    assert.deepEqual(codesOf(inverted, absurd), ['inverted_range a', 'absurd_estimate b'])
    const book = lossBook(of(inverted, absurd))
    assert.ok(book.risks.every(({ loss_eur, times_per_year }) => !(loss_eur ?? times_per_year)))
  })

  it('tells of a crown jewel without risk, a risk without owner, a measure nobody needs', () => {
    const found = codesOf(
      record('crown-jewel', 'j1', {}),
      record('crown-jewel', 'j2', {}),
      record('measure', 'm1', {}),
      record('measure', 'm2', { risks: ['a'] }),
      record('measure', 'm3', {}),
      record('measure', 'm4', {}, 'ended'),
      record('risk', 'a', { crown_jewels: ['j1'], measures: ['m3'] }),
    )
    assert.deepEqual(found, [
      'risk_without_owner a',
      'crown_jewel_without_risk j2',
      'measure_without_risk m1',
    ])
  })

  it('tells of steps that rise from before to now or from now to the target', () => {
    const rated = (values: object) =>
      codesOf(record('risk', 'a', { owner: 'x', likelihood: 3, impact: 3, ...values }))
    assert.deepEqual(rated({ likelihood_before: 5, impact_before: 3 }), [])
    assert.deepEqual(rated({ likelihood_before: 2, impact_before: 3 }), ['steps_rise a'])
    assert.deepEqual(rated({ likelihood_target: 1, impact_target: 3 }), [])
    assert.deepEqual(rated({ likelihood_target: 1, impact_target: 4 }), ['steps_rise a'])
    // One step alone says nothing.
    assert.deepEqual(rated({ likelihood_target: 5 }), [])
  })

  it('tells of an acceptance whose day has passed or that lapsed', () => {
    const risk = record('risk', 'a', { owner: 'x' })
    const accepted = (until: string, state: string) =>
      codesOf(risk, record('acceptance', 'c', { subject: 'a', valid_until: until }, state))
    assert.deepEqual(accepted('2026-11-12', 'accepted'), [])
    assert.deepEqual(accepted('2026-11-11', 'accepted'), ['acceptance_over c'])
    assert.deepEqual(accepted('2027-01-01', 'lapsed'), ['acceptance_over c'])
  })
})

describe('treatments', () => {
  const risk = record('risk', 'a', {
    times_per_year_low: 1,
    times_per_year_high: 4,
    loss_eur_low: 100,
    loss_eur_high: 900,
    estimated_on: '2026-06-01',
  })
  const treatment = (id: string, values: object, state = 'chosen') =>
    record('treatment', id, { risk: 'a', option: 'reduce', ...values }, state)

  it('leave the lower remainder, never a product, and count only where they are on', () => {
    const one = treatment('t1', { residual_times_per_year: 0.5 })
    const two = treatment('t2', { residual_times_per_year: 0.4, residual_loss_eur_high: 50 })
    const three = treatment('t3', { option: 'avoid' }, 'proposed')
    const book = lossBook(of(risk, one, two, three))
    const risks = (on: Parameters<typeof treatmentsOn>[1]) => inputOf(book, { ...run, on }).risks
    assert.deepEqual(risks('off')[0]?.frequency, { interval90: [1, 4] })
    assert.deepEqual(risks('chosen')[0], {
      id: 'a',
      frequency: { poisson: 0.4 },
      loss_eur: { fixed: 50 },
    })
    assert.deepEqual(risks('all')[0]?.frequency, { poisson: 0 })
    assert.deepEqual(risks(['t1'])[0]?.frequency, { poisson: 0.5 })
  })

  it('done before the estimate are in it already', () => {
    const done = (on: string) =>
      treatment('t', { residual_times_per_year: 0.1, done_on: on }, 'done')
    assert.deepEqual(treatmentsOn(lossBook(of(risk, done('2026-06-01'))), 'all'), [])
    assert.deepEqual(treatmentsOn(lossBook(of(risk, done('2026-06-02'))), 'chosen'), ['t'])
  })

  it('that insure are a policy of that risk alone', () => {
    const book = lossBook(
      of(risk, treatment('t', { option: 'transfer', insured_eur: 500, deductible_eur: 20 })),
    )
    const input = inputOf(book, { ...run, on: 'chosen' })
    assert.deepEqual(input.insurance, [{ id: 'a', risks: ['a'], excess_eur: 20, cover_eur: 500 }])
    assert.deepEqual(lossProblems(input), [])
  })
})

describe('shared causes', () => {
  const often = (low: number, high: number) => ({
    times_per_year_low: low,
    times_per_year_high: high,
    loss_eur_low: 100,
    loss_eur_high: 100,
  })
  const of3 = (more: Partial<Record<'a' | 'b' | 'c', object>>) =>
    lossBook(
      of(
        record('risk', 'a', { ...often(1, 4), ...more.a }),
        record('risk', 'b', { ...often(0.2, 0.8), ...more.b }),
        record('risk', 'c', { ...often(2, 2), ...more.c }),
      ),
    )

  it('are what fails: one supplier, one device, one hazard at one site', () => {
    const supplier = { category: 'supplier_failure', suppliers: ['s', 't'] }
    const { shared } = of3({ a: supplier, b: { ...supplier, suppliers: ['s'] } })
    assert.deepEqual(shared, [
      { id: 'shared/a+b', of: { kind: 'supplier', id: 's' }, risks: ['a', 'b'] },
    ])
    const device = { category: 'technical_failure', hazard: 'machine_failure', assets: ['plc'] }
    assert.equal(of3({ a: device, b: device, c: device }).shared[0]?.risks.length, 3)
    // A worn-out device and a certificate on it that ends have nothing to do with each other.
    const worn = { category: 'technical_failure', assets: ['plc'] }
    assert.deepEqual(of3({ a: worn, b: worn }).shared, [])
    // Two ways in through one device are two events.
    const attack = { category: 'ransomware', assets: ['plc'] }
    assert.deepEqual(of3({ a: attack, b: attack }).shared, [])
    const fire = { category: 'physical', hazard: 'fire', sites: ['east'] }
    assert.equal(of3({ a: fire, c: fire }).shared.length, 1)
    assert.deepEqual(of3({ a: fire, c: { ...fire, hazard: 'water' } }).shared, [])
    assert.deepEqual(of3({ a: fire, c: { ...fire, sites: ['west'] } }).shared, [])
  })

  it('leave the mean of each as it was and make bad years worse', () => {
    const device = { category: 'technical_failure', hazard: 'machine_failure', assets: ['plc'] }
    const [apart, together] = [of3({}), of3({ a: device, b: device, c: device })].map((book) =>
      inputOf(book, { ...run, years: 40_000 }),
    )
    assert.ok(apart !== undefined && together !== undefined)
    assert.deepEqual(lossProblems(together), [])
    const means = (input: typeof apart) => expectedLosses(input).map(({ eur }) => eur ?? 0)
    for (const [at, mean] of means(apart).entries()) {
      assert.ok(Math.abs(mean - (means(together)[at] ?? 0)) < 1e-6 * mean)
    }
    const result = (input: typeof apart) => {
      const model = lossModel(input)
      const tally = new Tally(model)
      const runner = new BlockRunner(model)
      for (let n = 0; n < blockCount(model); n += 1) tally.take(n, runner.run(n))
      return lossResult(model, tally)
    }
    const [one, other] = [result(apart), result(together)]
    assert.deepEqual(other.missing, [])
    assert.ok(
      Math.abs(one.expected_loss_eur - other.expected_loss_eur) < 4 * one.standard_error_eur,
    )
    assert.ok(other.percentiles_eur.p99 > one.percentiles_eur.p99)
  })

  it('hold what is left after a treatment, and nothing that is not estimated', () => {
    const device = { category: 'technical_failure', hazard: 'machine_failure', assets: ['plc'] }
    const book = lossBook(
      of(
        record('risk', 'a', { ...often(1, 1), ...device }),
        record('risk', 'b', { ...often(3, 3), ...device }),
        record('risk', 'c', device),
        record('treatment', 't', { risk: 'b', option: 'reduce', residual_times_per_year: 2 }),
      ),
    )
    const input = inputOf(book, { ...run, on: 'all' })
    assert.deepEqual(input.shared_causes, [
      {
        id: 'shared/a+b+c',
        frequency: { poisson: 1 },
        hits: [
          { risk: 'a', chance: 1 },
          { risk: 'b', chance: 1 },
        ],
      },
    ])
    assert.deepEqual(
      input.risks.map(({ frequency }) => frequency),
      [null, { poisson: 1 }, null],
    )
    assert.deepEqual(
      lossModel(input).missing.map(({ risk }) => risk),
      ['c', 'c'],
    )
  })
})

const amount = fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: null })
const some = (ids: readonly string[]) => fc.subarray([...ids])
const processes = ['p0', 'p1', 'p2', 'p3']
const process = fc.record({
  part_of: fc.option(fc.constantFrom(...processes), { nil: null }),
  depends_on_processes: some(processes),
  outage_cost_eur_per_hour: amount,
  restart_cost_eur: amount,
  outage_hours_low: amount,
  outage_hours_high: amount,
})
const hazard = fc.record({
  code: fc.constantFrom('R1', 'R2', 'r1', '', 'r0'),
  category: fc.constantFrom('technical_failure', 'ransomware'),
  hazard: fc.constantFrom('machine_failure', null),
  assets: some(['plc', 'hmi']),
  processes: some(processes),
  times_per_year_low: amount,
  times_per_year_high: amount,
  loss_eur_low: amount,
  loss_eur_high: amount,
  outage_hours_low: amount,
  outage_hours_high: amount,
})
const remedy = fc.record({
  risk: fc.constantFrom('r0', 'r1', 'r2'),
  option: fc.constantFrom('reduce', 'avoid', 'transfer', 'retain'),
  residual_times_per_year: amount,
  residual_loss_eur_low: amount,
  residual_loss_eur_high: amount,
  insured_eur: amount,
})
const registers = fc
  .tuple(
    fc.array(process, { minLength: 4, maxLength: 4 }),
    fc.array(hazard, { minLength: 1, maxLength: 3 }),
    fc.array(remedy, { maxLength: 4 }),
  )
  .map(([all, risks, treatments]) =>
    of(
      ...all.map((values, at) => record('process', `p${at}`, values)),
      ...risks.map((values, at) => record('risk', `r${at}`, values)),
      ...treatments.map((values, at) => record('treatment', `t${at}`, values, 'proposed')),
    ),
  )

describe('whatever the registers hold', () => {
  it('the simulation refuses nothing of what comes out', () => {
    fc.assert(
      fc.property(registers, fc.constantFrom('off', 'all'), (facts, on) => {
        const input = inputOf(lossBook(facts), { on, years: 10, seed: 1 })
        assert.deepEqual(lossProblems(input), [])
      }),
    )
  })

  it('every risk is in, and what lacks an estimate is named', () => {
    fc.assert(
      fc.property(registers, (facts) => {
        const book = lossBook(facts)
        const input = inputOf(book, run)
        assert.equal(input.risks.length, facts.records.risk?.length)
        for (const [at, { frequency, loss_eur: loss }] of input.risks.entries()) {
          const missing = book.risks[at]?.missing.map(({ what }) => what) ?? []
          const isBrought = (input.shared_causes ?? []).some(({ hits }) =>
            hits.some(({ risk }) => risk === input.risks[at]?.id),
          )
          assert.equal(frequency === null && !isBrought, missing.includes('times_per_year'))
          assert.equal(loss === null, missing.includes('loss_eur'))
        }
      }),
    )
  })

  it('does not depend on the order in which it was read', () => {
    fc.assert(
      fc.property(registers, (facts) => {
        const turned = Object.fromEntries(
          Object.entries(facts.records).map(([kind, list]) => [kind, list.toReversed()]),
        )
        assert.deepEqual(lossBook({ ...facts, records: turned }), lossBook(facts))
      }),
    )
  })

  it('a stop that lasts longer never costs less', () => {
    fc.assert(
      fc.property(registers, fc.nat(100), (facts, more) => {
        const longer = (facts.records.risk ?? []).map(({ id, values }) => {
          const high = Number(values['outage_hours_high'] ?? 0)
          const hours = { outage_hours_low: 0, outage_hours_high: high + more }
          return [
            record('risk', id, { ...values, outage_hours_low: 0, outage_hours_high: high }),
            record('risk', id, { ...values, ...hours }),
          ] as const
        })
        const costs = (at: 0 | 1) =>
          lossBook({
            ...facts,
            records: { ...facts.records, risk: longer.map((pair) => pair[at]) },
          }).risks
        for (const [at, one] of costs(0).entries()) {
          assert.ok((costs(1)[at]?.outage.eur?.high ?? 0) >= (one.outage.eur?.high ?? 0))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the appetite', () => {
  it('is held against the mean year and the bad ones', () => {
    const risk = record('risk', 'a', {
      times_per_year_low: 0.5,
      times_per_year_high: 0.5,
      loss_eur_low: 100,
      loss_eur_high: 100,
    })
    const model = lossModel(inputOf(lossBook(of(risk)), { ...run, years: 20_000 }))
    const tally = new Tally(model)
    const runner = new BlockRunner(model)
    for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
    const result = lossResult(model, tally)
    const points = [
      { once_in_years: 2, eur: 150 },
      { once_in_years: 10, eur: 150 },
      { once_in_years: 100, eur: 1000 },
    ]
    const held = againstAppetite(result, { eur_per_year: 10, points })
    assert.deepEqual([held?.is_mean_above, held?.broken, held?.of], [true, 1, 4])
    assert.deepEqual(
      held?.points.map(({ is_breached }) => is_breached),
      [false, false, false],
    )
    const tight = againstAppetite(result, {
      eur_per_year: null,
      points: [
        { once_in_years: 10, eur: 50 },
        { once_in_years: 100, eur: 150 },
      ],
    })
    assert.deepEqual([tight?.broken, tight?.of, tight?.chance_of_more], [2, 2, null])
    const calm = againstAppetite(result, { eur_per_year: 10_000, points: [] })
    assert.deepEqual([calm?.broken, calm?.chance_of_more], [0, 0])
    assert.equal(againstAppetite(result, { eur_per_year: null, points: [] }), null)
    const share = againstAppetite(result, { eur_per_year: 50, points: [] })?.chance_of_more ?? 0
    assert.ok(Math.abs(share - (1 - Math.exp(-0.5))) < 0.02)
  })
})
