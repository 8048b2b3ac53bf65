// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import fc from 'fast-check'
import { record, today } from '../figures/testing/registers.ts'
import { calendarOf, dutyPlan, planOf, remindersOf } from './index.ts'

const action = (values: object, state = 'open') =>
  record('action', { name: 'A', origin: 'roadmap', ...values }, state)

describe('the plan', () => {
  it('is late the day after, and only while it is open', () => {
    const { lines } = planOf({
      today,
      records: {
        action: [
          action({ due_on: today }),
          action({ due_on: '2026-11-11' }),
          action({ due_on: '2026-11-11', done_on: '2026-11-10' }, 'done'),
          action({}, 'cancelled'),
        ],
      },
    })
    assert.deepEqual(
      lines.map(({ is_late }) => is_late),
      [true, false, false],
    )
  })

  it('remembers the day that was promised first only where it was another one', () => {
    const line = (values: object) =>
      planOf({ today, records: { action: [action(values)] } }).lines[0]?.promised_on
    assert.equal(line({ due_on: today, first_due_on: '2026-11-01' }), '2026-11-01')
    assert.equal(line({ due_on: today, first_due_on: today }), null)
  })

  it('holds no bar that ends before it begins', () => {
    const day = fc.option(
      fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
      { nil: undefined },
    )
    fc.assert(
      fc.property(day, (due_on) => {
        const [line] = planOf({
          today,
          records: { action: [action(due_on === undefined ? {} : { due_on })] },
        }).lines
        assert.ok(line !== undefined && line.from <= (line.due_on ?? '9999'))
      }),
    )
  })

  const budget = (values: object, state: string) =>
    record('budget', { name: 'B', asked_eur: 100, asked_on: '2026-01-01', ...values }, state)
  const notDone = (...records: readonly ReturnType<typeof record>[]) =>
    planOf({
      today,
      records: {
        budget: records.filter(({ kind }) => kind === 'budget'),
        'budget-line': records.filter(({ kind }) => kind === 'budget-line'),
        decision: records.filter(({ kind }) => kind === 'decision'),
      },
    }).money.not_done.map(({ what, asked_eur, granted_eur }) => [what, asked_eur, granted_eur])

  it('tells of money that was asked and did not come', () => {
    assert.deepEqual(notDone(budget({ granted_eur: 60 }, 'granted')), [['less', 100, 60]])
    assert.deepEqual(notDone(budget({ granted_eur: 100 }, 'granted')), [])
    assert.deepEqual(notDone(budget({}, 'refused')), [['refused', 100, null]])
    assert.deepEqual(notDone(budget({}, 'asked')), [['unanswered', 100, null]])
    assert.deepEqual(notDone(budget({ asked_on: '2026-11-01' }, 'asked')), [])
    const whole = budget({ granted_eur: 100, granted_on: '2026-02-01' }, 'granted')
    const part = (values: object) =>
      record('budget-line', { name: 'L', budget: whole.id, asked_eur: 50, ...values }, 'in_use')
    assert.deepEqual(notDone(whole, part({ granted_eur: 0 }), part({ granted_eur: 50 })), [
      ['refused', 50, 0],
    ])
  })

  it('tells of questions that were answered no, or later', () => {
    const decision = (outcome: string, state = 'decided') =>
      record('decision', { name: 'D', outcome, cost_eur: 5 }, state)
    assert.deepEqual(notDone(decision('rejected'), decision('postponed'), decision('approved')), [
      ['rejected', 5, null],
      ['postponed', 5, null],
    ])
    assert.deepEqual(notDone(decision('rejected', 'tabled')), [])
  })
})

describe('reminders', () => {
  for (const [left, stage] of [
    [8, undefined],
    [7, 'week_before'],
    [2, 'week_before'],
    [1, 'day_before'],
    [0, 'day_before'],
    [-1, 'day_after'],
    [-6, 'day_after'],
    [-7, 'week_after'],
    [-14, 'week_after'],
    [-15, undefined],
  ] as const) {
    it(`${stage ?? 'nothing'} with ${left} days left`, () => {
      const one = action({ owner: 'p', due_on: addDays(today, left) })
      assert.equal(remindersOf([one], today)[0]?.stage, stage)
    })
  }

  it('go to nobody where nobody owns it, and of nothing that is done', () => {
    const due_on = addDays(today, 7)
    const some = [action({ due_on }), action({ owner: 'p', due_on }, 'done')]
    assert.deepEqual(remindersOf(some, today), [])
  })
})

describe('the calendar of one person', () => {
  const of = (...records: readonly ReturnType<typeof record>[]) => {
    const byKind: Record<string, ReturnType<typeof record>[]> = {}
    for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
    return calendarOf({ records: byKind, today, person: 'p' }).map(({ what }) => what)
  }

  it('has what is theirs and not over', () => {
    const due_on = today
    assert.deepEqual(of(action({ owner: 'p', due_on }), action({ owner: 'q', due_on })), ['action'])
    assert.deepEqual(of(action({ owner: 'p', due_on }, 'done')), [])
    const exercise = { planned_on: today, participants: ['q', 'p'] }
    assert.deepEqual(of(record('exercise', exercise, 'planned')), ['exercise'])
    const meeting = { name: 'M', planned_at: '2026-12-01T09:00:00.000Z', invited: ['p'] }
    assert.deepEqual(of(record('meeting', meeting, 'planned')), ['meeting'])
    assert.deepEqual(of(record('meeting', meeting, 'cancelled')), [])
  })

  it('tells a director of the term to train, and of decisions that wait', () => {
    const organisation = record('organisation', { jurisdiction: 'NL' }, 'in_use')
    const seat = { person: 'p', role: 'executive_director', from: '2026-09-01' }
    const tabled = record('decision', { due_on: '2026-12-01' }, 'tabled')
    assert.deepEqual(of(organisation, tabled), [])
    assert.deepEqual(of(organisation, tabled, record('appointment', seat, 'in_use')), [
      'decision',
      'training_deadline',
    ])
  })
})

describe('what was asked and did not come', () => {
  const budget = (values: object) => record('budget', { name: 'B', year: 2026, ...values }, 'asked')
  const notDone = (values: object) =>
    planOf({ today, records: { budget: [budget(values)] } }).money.not_done.map(({ what }) => what)

  it('is unanswered after sixty days, and less once a lower figure is on record', () => {
    const asked = { asked_eur: 100, asked_on: '2026-09-12' }
    assert.deepEqual(notDone({ ...asked, asked_on: '2026-09-13' }), [])
    assert.deepEqual(notDone(asked), ['unanswered'])
    assert.deepEqual(notDone({ ...asked, granted_eur: 60 }), ['less'])
    assert.deepEqual(notDone({ ...asked, granted_eur: 100 }), [])
  })
})

describe('the plan of one duty of care', () => {
  const serving = record('measure', { name: 'M', duties: ['e'], cost_eur_once: 90 }, 'approved')
  const other = record('measure', { name: 'N', duties: ['b'] }, 'approved')
  const line = (values: object) => record('budget-line', { name: 'L', ...values }, 'in_use')
  const planFor = (...records: readonly ReturnType<typeof record>[]) =>
    dutyPlan({ duty: 'e', requirements: ['E1'], records })

  it('adds up what was asked, granted and spent for it, once each, and nothing of another duty', () => {
    const own = line({ measures: [serving.id], asked_eur: 100, granted_eur: 0 })
    const paid = line({ asked_eur: 20, granted_eur: 20, spent_eur: 5 })
    const strange = line({ measures: [other.id], asked_eur: 7000 })
    const work = ['E1', 'E1'].map((id) => action({ requirements: [id], budget_line: paid.id }))
    const found = planFor(serving, other, own, paid, strange, ...work)
    assert.deepEqual([found.asked_eur, found.granted_eur, found.spent_eur], [120, 20, 5])
    assert.equal(found.lines.length, 5)
  })

  it('says how much of it nobody priced and nobody has, and adds no estimate to a budget', () => {
    const found = planFor(
      serving,
      action({ requirements: ['E1'] }),
      action({ requirements: ['B1'] }),
    )
    assert.deepEqual([found.asked_eur, found.granted_eur, found.spent_eur], [null, null, null])
    assert.deepEqual([found.lines.length, found.without_cost, found.without_owner], [2, 1, 2])
    const priced = planFor(action({ requirements: ['E1'], cost_eur: 0, owner: 'p' }))
    assert.deepEqual([priced.without_cost, priced.without_owner], [0, 0])
    const done = action({ requirements: ['E1'], done_on: today }, 'done')
    assert.deepEqual(planFor(done).lines, [])
  })
})
