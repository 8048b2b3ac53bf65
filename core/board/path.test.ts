// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { type StandingFacts, standing } from './index.ts'

const today = '2026-11-12'
const now = '2026-11-12T09:00:00.000Z'
const stamp = { at: '2026-11-01T09:00:00.000Z', by: 'somebody' }

let made = 0
function record(kind: KindName, values: object, state = 'open'): RecordVersion {
  made += 1
  const id = `0190e000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  return { kind, id, version: 1, state, values: values as RecordVersion['values'], ...rest }
}

function factsOf(records: readonly RecordVersion[]): StandingFacts {
  const byKind: Record<string, RecordVersion[]> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, now, today }
}

const pathOf = (...records: readonly RecordVersion[]) => standing(factsOf(records)).path
const step = (id: string, ...records: readonly RecordVersion[]) =>
  pathOf(...records).steps.find((one) => one.id === id)

const organisation = record('organisation', { jurisdiction: 'NL' }, 'in_use')

describe('the first ninety days', () => {
  it('begins with nothing done, and counts the days from the set-up', () => {
    const path = pathOf(organisation)
    assert.equal(path.done, 0)
    assert.equal(path.steps.length, 12)
    assert.equal(path.day, 12)
    assert.equal(pathOf().day, null)
  })

  it('ticks the company only when its figures and activity are there', () => {
    const years = [{ year: 2025, staff_awu: '60', turnover_eur: 1, balance_eur: 1 }]
    const bare = record('legal-entity', { name: 'X' }, 'scope_open')
    assert.equal(step('organisation', bare)?.gap, 'figures')
    const whole = record('legal-entity', { nace: '28.93', fiscal_years: years }, 'scope_open')
    assert.equal(step('organisation', whole)?.is_done, true)
    assert.equal(step('organisation', whole, bare)?.is_done, false)
  })

  it('holds the scope for decided when every entity is concluded, not by a draft', () => {
    const open = record('legal-entity', {}, 'scope_open')
    const draft = record('decision', { subject: 'scope' }, 'draft')
    assert.deepEqual(step('scope', open, draft)?.record, { kind: 'decision', id: draft.id })
    assert.equal(step('scope', open, draft)?.is_done, false)
    assert.equal(step('scope', record('legal-entity', {}, 'scope_concluded'))?.is_done, true)
    assert.equal(step('scope', record('legal-entity', {}, 'scope_lapsed'))?.is_done, false)
  })

  it('shows the nearest term of a director', () => {
    const seat = (from: string) =>
      record('appointment', { person: 'p', role: 'executive_director', from }, 'in_use')
    const found = step('directors', organisation, seat('2026-09-01'), seat('2026-10-01'))
    assert.equal(found?.is_done, true)
    assert.deepEqual([found?.count, found?.of, found?.due_on], [0, 2, '2028-09-01'])
    assert.equal(step('directors', organisation)?.gap, 'none')
  })

  it('asks a designation for jewels, euros for risks, ten answers', () => {
    assert.equal(step('crown_jewels', record('crown-jewel', {}, 'proposed'))?.gap, 'designation')
    assert.equal(step('crown_jewels', record('crown-jewel', {}, 'designated'))?.is_done, true)
    assert.equal(step('risks', record('risk', {}, 'identified'))?.gap, 'estimate')
    assert.equal(step('risks', record('risk', { loss_eur_high: 5 }, 'assessed'))?.is_done, true)
    const answer = record('requirement-answer', { requirement: 'A1', level: 1 }, 'answered')
    assert.deepEqual(
      [step('answers', answer)?.gap, step('answers', answer)?.count],
      ['more_answers', 1],
    )
  })

  it('holds the plan for approved only by a decision that said so', () => {
    const planned = record('action', { origin: 'roadmap' })
    const decided = (outcome: string) =>
      record('decision', { subject: 'grant_budget', outcome }, 'decided')
    assert.equal(step('roadmap', decided('approved'))?.gap, 'action_plan')
    assert.equal(step('roadmap', planned)?.gap, 'decision')
    assert.equal(step('roadmap', planned, decided('rejected'))?.is_done, false)
    assert.equal(step('roadmap', planned, decided('approved'))?.is_done, true)
  })

  it('counts an exercise that was held and a restore that was tried', () => {
    const planned = record('exercise', { planned_on: '2026-12-01' }, 'planned')
    assert.equal(step('exercise', planned)?.due_on, '2026-12-01')
    assert.equal(step('exercise', planned)?.is_done, false)
    assert.equal(step('exercise', record('exercise', {}, 'held'))?.is_done, true)
    const failed = record('restore-test', { result: 'failed' }, 'done')
    assert.equal(step('restore_test', failed)?.is_done, true)
    assert.equal(step('restore_test', record('restore-test', {}, 'planned'))?.gap, 'held')
  })

  it('takes whoever the law does not address along what customers ask', () => {
    const years = (awu: string) => [
      { year: 2025, staff_awu: awu, turnover_eur: 4_000_000, balance_eur: 2_000_000 },
    ]
    const entity = (awu: string, more: object = {}, state = 'scope_open') =>
      record('legal-entity', { nace: '28.93', fiscal_years: years(awu), ...more }, state)
    const of = (...records: readonly RecordVersion[]) => pathOf(organisation, ...records)
    const ids = (path: ReturnType<typeof of>) => path.steps.map(({ id }) => id)
    const small = of(entity('49'))
    assert.equal(small.is_indirect, true)
    assert.ok(ids(small).includes('customers') && !ids(small).includes('directors'))
    assert.equal(small.steps.length, 12)
    const medium = of(entity('50'))
    assert.equal(medium.is_indirect, false)
    assert.ok(ids(medium).includes('directors') && !ids(medium).includes('customers'))
    // One entity under the law, or one of which nothing can be said, and the law comes first.
    assert.equal(of(entity('49'), entity('50')).is_indirect, false)
    assert.equal(of(entity('49'), record('legal-entity', {}, 'scope_open')).is_indirect, false)
    assert.equal(of().is_indirect, false)
    const important = { entity_class: 'important' }
    assert.equal(of(entity('49', important, 'scope_concluded')).is_indirect, false)
    assert.equal(of(entity('49', important, 'scope_lapsed')).is_indirect, true)
  })

  it('counts for a customer what was read, weighed, and sent', () => {
    const years = [{ year: 2025, staff_awu: '9', turnover_eur: 1, balance_eur: 1 }]
    const entity = record('legal-entity', { nace: '28.93', fiscal_years: years }, 'scope_open')
    const own = (more: object) => record('organisation', { jurisdiction: 'NL', ...more }, 'in_use')
    const found = (id: string, ...records: readonly RecordVersion[]) =>
      step(id, ...(id === 'contact' ? [] : [organisation]), entity, ...records)
    assert.equal(found('contact', own({}))?.gap, 'mailbox')
    assert.equal(found('contact', own({ security_mailbox: 'a@b.example' }))?.is_done, true)
    const contract = (more: object, state = 'in_force') =>
      record('contract', { party: 'customer', ...more }, state)
    assert.equal(found('customers', contract({ party: 'supplier' }))?.gap, 'none')
    assert.equal(found('customers', contract({}))?.gap, 'terms')
    assert.equal(found('customers', contract({ notice_hours: 24 }, 'ended'))?.gap, 'none')
    const read = found('customers', contract({}), contract({ notice_hours: 24 }))
    assert.deepEqual([read?.is_done, read?.count, read?.of], [true, 1, 2])
    assert.equal(found('suppliers', record('supplier', {}, 'active'))?.gap, 'weighing')
    const weighed = record('supplier', { criticality: 'low' }, 'active')
    assert.equal(found('suppliers', weighed)?.is_done, true)
    assert.equal(found('proof', record('customer-questionnaire', {}))?.gap, 'none')
    assert.equal(found('proof', record('customer-questionnaire', {}, 'sent'))?.is_done, true)
    assert.equal(found('proof', record('trust-share', {}, 'draft'))?.is_done, false)
    assert.equal(found('proof', record('trust-share', {}, 'shared'))?.is_done, true)
  })

  it('does not know what rests on a register that is hidden', () => {
    const facts = { ...factsOf([organisation]), hidden: ['asset'] as const }
    const found = standing(facts).path.steps.find(({ id }) => id === 'inventory')
    assert.equal(found?.is_done, null)
    assert.equal(found?.gap, null)
  })

  it('never unticks a step by more sites, assets or held exercises', () => {
    const more = fc.array(fc.constantFrom<KindName>('site', 'asset', 'exercise'), { maxLength: 9 })
    fc.assert(
      fc.property(more, more, (some, others) => {
        const of = (names: readonly KindName[]) =>
          pathOf(...names.map((name) => record(name, {}, 'held'))).done
        assert.ok(of([...some, ...others]) >= of(some))
      }),
    )
  })
})
