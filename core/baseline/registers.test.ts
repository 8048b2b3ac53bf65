// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import { lastInstant } from './as-of.ts'
import { baseline } from './compose.ts'
import type {
  AnswerInput,
  FactoryInputs,
  PersonRow,
  ProcessInput,
  RestoreTestInput,
  SupplierRow,
} from './inputs.ts'
import { assetRow, empty, inspection, organisation } from './testing/plant.ts'

const at = (path: string) => ({ at: { path, line: 3 } })
const today = '2026-11-21'
const measure = (inputs: Partial<FactoryInputs>) =>
  baseline({ inputs: { ...empty, ...inputs }, inspection: null, asOf: `${today}T12:00:00Z` })
const found = (inputs: Partial<FactoryInputs>) => measure(inputs).contradictions.map(({ id }) => id)

const restore = (given: Partial<RestoreTestInput>): RestoreTestInput => ({
  ...at('answers.yaml'),
  system: 'SCADA',
  process: null,
  asset: null,
  planned: null,
  dated: null,
  result: null,
  restored_in_hours: null,
  owner: null,
  file: null,
  ...given,
})
const answer = (requirement: string, level: AnswerInput['level']): AnswerInput => ({
  ...at('answers.yaml'),
  requirement,
  level,
  evidence_level: 'said',
  evidence: [],
  owner: null,
  note: null,
  not_applicable: level === null ? 'niet hier' : null,
})
const process = (given: Partial<ProcessInput>): ProcessInput => ({
  ...at('processes.yaml'),
  id: 'lassen',
  name: 'Lassen',
  site: null,
  owner: null,
  crown_jewel: true,
  outage_cost_eur_per_hour: null,
  outage_hours: null,
  max_outage_hours: null,
  rto_hours: null,
  rpo_hours: null,
  outage_cost_parts: [],
  production_hours_per_day: null,
  restart_cost_eur: null,
  scrap_loss_eur: null,
  contract_penalty_eur_per_day: null,
  depends_on: { assets: [], zones: [], suppliers: [], processes: [] },
  safety: null,
  reputation: null,
  ...given,
})
const supplier = (given: Partial<SupplierRow>): SupplierRow => ({
  ...at('suppliers.csv'),
  id: 's',
  name: 'S',
  service: null,
  is_critical: true,
  has_remote_access: null,
  notice_hours: null,
  has_security_clauses: null,
  has_exit_plan: null,
  certificate: null,
  certificate_valid_until: null,
  last_review: null,
  delivers_sbom: null,
  contact: null,
  note: null,
  ...given,
})
const director = (given: Partial<PersonRow>): PersonRow => ({
  ...at('people.csv'),
  id: 'p1',
  name: 'Anna Wit',
  role: 'director',
  title: null,
  is_executive: null,
  appointed_on: null,
  left_on: null,
  certificate_file: null,
  certificate_dated: null,
  certificate_provider: null,
  certificate_language: null,
  certificate_topics: [],
  ...given,
})
const tests = (...restores: RestoreTestInput[]) => ({
  answers: { answers: [], restore_tests: restores },
})

describe('restore tests', () => {
  it('are missed from the day after the planned one', () => {
    assert.deepEqual(found(tests(restore({ planned: today }))), [])
    const late = found(tests(restore({ planned: addDays(today, -1) })))
    assert.deepEqual(late, [`restore_missed/SCADA/${addDays(today, -1)}`])
    const done = restore({ planned: '2026-01-01', dated: '2026-02-01', result: 'passed' })
    assert.deepEqual(found(tests(done)), [])
  })

  it('that failed count until a later one passes', () => {
    const failed = restore({ dated: '2026-05-01', result: 'failed' })
    assert.deepEqual(found(tests(failed)), ['restore_failed/SCADA/2026-05-01'])
    const passed = restore({ dated: '2026-06-01', result: 'passed' })
    assert.deepEqual(found(tests(failed, passed)), [])
    const earlier = restore({ dated: '2026-04-01', result: 'passed' })
    assert.deepEqual(found(tests(failed, earlier)), ['restore_failed/SCADA/2026-05-01'])
  })

  it('that took longer than the process can bear are told, at the limit not', () => {
    const slow = (hours: number) => ({
      ...tests(
        restore({
          process: 'lassen',
          dated: '2026-05-01',
          result: 'passed',
          restored_in_hours: hours,
        }),
      ),
      processes: { processes: [process({ rto_hours: 8 })] },
    })
    assert.deepEqual(found(slow(8)), [])
    assert.deepEqual(found(slow(8.5)), ['restore_slow/SCADA/2026-05-01'])
  })
})

describe('registers against answers', () => {
  const bare = { processes: { processes: [process({})] } }
  const withAnswer = (level: AnswerInput['level']) => ({
    ...bare,
    answers: { answers: [answer('C1', level)], restore_tests: [] },
  })

  it('contradict a claim for everywhere, or that it does not apply, and nothing less', () => {
    assert.deepEqual(found(bare), [])
    assert.deepEqual(found(withAnswer(2)), [])
    assert.deepEqual(found(withAnswer(3)), ['no_recovery_target'])
    assert.deepEqual(found(withAnswer(null)), ['no_recovery_target'])
  })

  it('do not judge a column that nobody keeps', () => {
    const answers = { answers: [answer('D3', 4), answer('D8', 4)], restore_tests: [] }
    assert.deepEqual(found({ suppliers: [supplier({})], answers }), [])
    const kept = [supplier({}), supplier({ id: 't', notice_hours: 24 })]
    assert.deepEqual(found({ suppliers: kept, answers }), ['no_notice_clause'])
    const gaps = measure({ suppliers: kept }).suppliers.map((one) => one.gaps)
    assert.deepEqual(gaps, [['no_notice_clause'], []])
  })

  it('ask notice within 24 hours and review within a year, only of critical suppliers', () => {
    const gapsOf = (given: Partial<SupplierRow>) =>
      measure({ suppliers: [supplier(given)] }).suppliers[0].gaps
    assert.deepEqual(gapsOf({ notice_hours: 24 }), [])
    assert.deepEqual(gapsOf({ notice_hours: 25 }), ['no_notice_clause'])
    assert.deepEqual(gapsOf({ last_review: addDays(today, -365) }), [])
    assert.deepEqual(gapsOf({ last_review: addDays(today, -366) }), ['not_reviewed'])
    assert.deepEqual(gapsOf({ notice_hours: 99, is_critical: false }), [])
    assert.deepEqual(gapsOf({ notice_hours: 99, is_critical: null }), [])
  })

  it('ask backups only of what holds a program and a crown jewel needs', () => {
    const answers = { answers: [answer('C2', 3)], restore_tests: [] }
    const rows = [
      assetRow('PLC', { type: 'PLC', process: 'lassen' }),
      assetRow('Sensor', { type: 'sensor', process: 'lassen' }),
      assetRow('PLC-2', { type: 'PLC' }),
    ]
    const backed = assetRow('PLC-3', { type: 'PLC', last_backup: '2026-10-01' })
    const given = { processes: { processes: [process({})] }, answers }
    assert.deepEqual(found({ ...given, assets: rows }), [])
    const [finding] = measure({ ...given, assets: [...rows, backed] }).contradictions
    assert.equal(finding.id, 'no_backup')
    assert.deepEqual(finding.seen.facts, { count: 1, examples: 'PLC' })
  })
})

describe('directors', () => {
  const file = { path: 'evidence/c.pdf', sha256: 'aa', bytes: 1, kind: 'evidence' as const }
  const trained = {
    certificate_file: 'evidence/c.pdf',
    certificate_dated: '2026-06-01',
    certificate_topics: ['risk_kinds', 'risk_process', 'assessment', 'controls'],
  }
  const statusOf = (given: Partial<PersonRow>, files = [file]) =>
    measure({ people: [director({ appointed_on: '2020-01-01', ...given })], files }).directors[0]
      ?.status

  it('are trained when a dated certificate on all subjects is in the folder', () => {
    assert.equal(statusOf(trained), 'fulfilled')
    assert.equal(statusOf(trained, []), 'running')
    assert.equal(statusOf({ ...trained, certificate_dated: null }), 'running')
    const partial = { ...trained, certificate_topics: ['risk_kinds', 'controls'] }
    assert.equal(statusOf(partial), 'running')
  })

  it('have a term of their own, and none when they supervise', () => {
    assert.equal(statusOf({ role: 'supervisory_director' }), 'no_duty')
    assert.equal(statusOf({ is_executive: false }), 'no_duty')
    assert.equal(statusOf({ appointed_on: null }), 'unknown')
    assert.equal(statusOf({ left_on: today }), undefined)
    const later = measure({ people: [director({ appointed_on: '2026-09-01' })] }).directors[0]
    assert.deepEqual([later.training_due_on, later.rule], ['2028-09-01', 'appointed_later'])
    const after = baseline({
      inputs: { ...empty, people: [director({ appointed_on: '2020-01-01' })] },
      inspection: null,
      asOf: '2028-08-16T12:00:00Z',
    }).directors[0]
    assert.deepEqual([after.status, after.days_left], ['overdue', -1])
  })
})

describe('decisions and actions', () => {
  it('put the company’s own first and the roadmap last, six at most', () => {
    const open = Array.from({ length: 8 }, (_, index) => ({
      ...at('organisation.yaml'),
      id: `d${index}`,
      question: 'Keurt u goed?',
      proposed_by: 'p1',
      due: index === 7 ? '2026-12-01' : null,
      cost_eur: 10,
      if_yes: null,
      if_no: null,
    }))
    const made = measure({
      organisation: { ...organisation, open_decisions: open },
      people: [director({})],
    })
    const ids = made.decisions.map(({ id }) => id)
    assert.deepEqual([ids[0], ids.at(-1), ids.length], ['own/d7', 'approve_roadmap', 6])
    assert.equal(made.decisions[0].proposed_by, 'Anna Wit')
    assert.deepEqual(made.decisions[0].money, { low_eur: 10, high_eur: 10 })
  })

  it('date every action within thirteen weeks, with the holder of the role', () => {
    const made = measure({ people: [director({})] })
    for (const { due, week, owner, owner_role: role } of made.actions) {
      assert.equal(due, addDays(today, week * 7 - 1))
      assert.ok(week >= 1 && week <= 13)
      assert.equal(owner, role === 'director' ? 'Anna Wit' : null)
    }
    const phases = made.roadmap.map(({ from, to }) => [from, to])
    assert.deepEqual(phases[0], [today, addDays(today, 13)])
    assert.equal(phases.at(-1)?.[1], addDays(today, 90))
  })

  it('ask the company to be registered only where the law applies', () => {
    const asks = (nace: string) =>
      measure({
        organisation: { ...organisation, sector: { ...organisation.sector, nace } },
      }).actions.some(({ id }) => id === 'register_entity')
    assert.deepEqual([asks('28.29'), asks('25.11')], [true, false])
  })
})

describe('lastInstant', () => {
  it('is the latest of what was seen and done, never of what is still to come', () => {
    const seen = inspection()
    const planned = tests(restore({ planned: '2030-01-01' }))
    const inputs = { ...empty, ...planned }
    assert.equal(lastInstant(inputs, seen).instant, '2026-11-10T11:00:00+01:00')
    const later = { ...empty, ...tests(restore({ dated: '2026-12-01' })) }
    assert.deepEqual(lastInstant(later, seen), {
      instant: '2026-12-01T00:00:00+01:00',
      date: '2026-12-01',
    })
  })

  it('is the end of the last year that has ended when nothing else is known', () => {
    assert.equal(lastInstant(empty, null).date, '2025-12-31')
    const [year] = organisation.fiscal_years
    const started = { ...organisation, fiscal_years: [{ ...year, estimate: true }] }
    assert.equal(lastInstant({ ...empty, organisation: started }, null).date, '2024-12-31')
  })
})
