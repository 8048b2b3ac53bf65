// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { calendarItems } from './calendar.ts'
import { improvements } from './improvements.ts'
import { lessonsOf } from './lessons.ts'
import { reviewPoints, reviewStanding } from './review.ts'

const today = '2026-11-22'
let count = 0

function record(kind: RecordVersion['kind'], state: string, values: object): RecordVersion {
  count += 1
  const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'x' }
  const shape = { kind, id: `id-${count}`, version: 1, state, created: stamp, changed: stamp }
  const none = { approval: null, retired: null, erased: [] }
  return { ...shape, values: values as RecordVersion['values'], ...none }
}

const items = (...records: RecordVersion[]) => calendarItems({ records, reviews: new Map(), today })

describe('the calendar', () => {
  it('holds what is to come, and what should have been', () => {
    const late = record('audit', 'planned', { name: 'A', planned_on: '2026-11-21' })
    const now = record('audit', 'planned', { name: 'B', planned_on: today })
    const over = record('audit', 'reported', { name: 'C', planned_on: '2026-01-01' })
    const meeting = record('meeting', 'planned', {
      name: 'D',
      planned_at: '2027-01-05T10:00:00.000Z',
    })
    assert.deepEqual(
      items(late, now, over, meeting).map(({ name, on, is_late }) => [name, on, is_late]),
      [
        ['A', '2026-11-21', true],
        ['B', today, false],
        ['D', '2027-01-05', false],
      ],
    )
  })

  it('forgets the next time of what was done again since, or is planned', () => {
    const first = { name: 'A', type: 'tabletop', held_on: '2025-01-01', next_on: '2026-01-01' }
    const once = record('exercise', 'held', first)
    const again = record('exercise', 'held', {
      ...first,
      name: 'B',
      held_on: '2026-02-01',
      next_on: '2027-02-01',
    })
    const other = record('exercise', 'held', { ...first, name: 'C', type: 'technical' })
    const planned = record('exercise', 'planned', {
      name: 'D',
      type: 'tabletop',
      planned_on: '2027-01-15',
    })
    assert.deepEqual(
      items(once).map(({ on }) => on),
      ['2026-01-01'],
    )
    assert.deepEqual(
      items(once, again, other).map(({ name }) => name),
      ['C', 'B'],
    )
    assert.deepEqual(
      items(again, planned).map(({ name }) => name),
      ['D'],
    )
  })

  it('has the day of review that follows from a policy’s text', () => {
    const policy = record('policy', 'in_use', { name: 'P' })
    const reviews = new Map([[policy.id, '2026-10-01']])
    const [one] = calendarItems({ records: [policy], reviews, today })
    assert.deepEqual([one?.on, one?.is_late, one?.what], ['2026-10-01', true, 'review'])
  })

  it('is in order, whatever the order of the records', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })
    fc.assert(
      fc.property(days, (drawn) => {
        const records = drawn.map((day) =>
          record('training', 'planned', {
            name: 'T',
            planned_on: `2026-11-${String(day).padStart(2, '0')}`,
          }),
        )
        const found = items(...records).map(({ on }) => on)
        assert.deepEqual(found, found.toSorted())
        assert.equal(found.length, drawn.length)
      }),
    )
  })
})

describe('the review by the management', () => {
  const meeting = (state: string, at: string, numbers: readonly string[]) =>
    record('meeting', state, {
      name: 'R',
      [state === 'planned' ? 'planned_at' : 'held_at']: `${at}T09:00:00.000Z`,
      agenda: numbers.map((number) => ({ number, subject: 'x' })),
    })

  it('is a meeting whose agenda says so, however the number is spelled', () => {
    const held = meeting('held', '2026-03-01', ['1', '9.3.2 a)', '9.3.2 D) 4', '9.3.2g'])
    const other = meeting('held', '2026-10-01', ['1', '2'])
    const { last, next } = reviewStanding([held, other], today)
    assert.deepEqual(last?.covered, ['9.3.2 a', '9.3.2 d 4', '9.3.2 g'])
    assert.equal(last?.on, '2026-03-01')
    assert.equal(next, null)
  })

  it('is the newest that was held, and the first that is planned', () => {
    const all = reviewPoints.slice()
    const { last, next } = reviewStanding(
      [
        meeting('held', '2025-03-01', all),
        meeting('minutes_adopted', '2026-03-01', all),
        meeting('planned', '2027-03-01', all),
        meeting('planned', '2026-11-21', all),
        meeting('cancelled', '2026-11-01', all),
      ],
      today,
    )
    assert.equal(last?.on, '2026-03-01')
    assert.deepEqual([next?.on, next?.is_late], ['2026-11-21', true])
    assert.equal(last?.covered.length, reviewPoints.length)
  })
})

describe('the improvement list', () => {
  it('has what is open and late first, with the work on it', () => {
    const finding = (state: string, severity: string, due_on?: string) =>
      record('finding', state, { name: state, severity, found_on: '2026-01-01', due_on })
    const solved = finding('solved', 'critical', '2026-01-01')
    const open = finding('open', 'high')
    const late = finding('in_treatment', 'low', '2026-11-21')
    const today1 = finding('lapsed', 'critical', today)
    const work = record('action', 'open', { name: 'W', sources: [late.id], due_on: '2026-01-01' })
    const found = improvements({
      findings: [solved, open, late, today1],
      actions: [work],
      today,
    })
    assert.deepEqual(
      found.map(({ state, is_open, is_late }) => [state, is_open, is_late]),
      [
        ['in_treatment', true, true],
        ['lapsed', true, false],
        ['open', true, false],
        ['solved', false, false],
      ],
    )
    assert.deepEqual(
      found[0]?.actions.map(({ name, is_late }) => [name, is_late]),
      [['W', true]],
    )
  })
})

describe('what was learned', () => {
  it('holds what is over, the newest first, and names what taught nothing yet', () => {
    const found = lessonsOf([
      record('incident', 'handled', { name: 'A', handled_at: '2026-09-09T18:00:00.000Z' }),
      record('incident', 'open', { name: 'B', lessons: 'too early' }),
      record('exercise', 'evaluated', { name: 'C', held_on: '2026-10-01', lessons: 'call first' }),
      record('exercise', 'planned', { name: 'D', planned_on: '2026-12-01' }),
      record('awareness-campaign', 'held', { name: 'E', ends_on: '2026-10-02' }),
      { ...record('exercise', 'held', { name: 'F' }), retired: { at: '', by: 'x', reason: '' } },
    ])
    assert.deepEqual(
      found.map(({ name, text }) => [name, text]),
      [
        ['E', null],
        ['C', 'call first'],
        ['A', null],
      ],
    )
  })

  it('follows the work and the risks, by the findings of it as well', () => {
    const exercise = record('exercise', 'held', { name: 'C' })
    const finding = record('finding', 'open', { source: exercise.id })
    const [direct, through, other] = [[exercise.id], [finding.id], ['elsewhere']].map((sources) =>
      record('action', 'open', { name: 'x', sources, requirements: ['C2'], measures: ['m'] }),
    )
    const done = record('action', 'done', { name: 'y', sources: [exercise.id] })
    const risk = record('risk', 'identified', { name: 'R', findings: [finding.id] })
    assert.ok(direct !== undefined && through !== undefined && other !== undefined)
    const [lesson] = lessonsOf([exercise, finding, direct, through, other, done, risk])
    assert.deepEqual(
      lesson?.actions.map(({ id, is_open }) => [id, is_open]),
      [
        [direct.id, true],
        [through.id, true],
        [done.id, false],
      ],
    )
    assert.deepEqual(
      lesson?.risks.map(({ id }) => id),
      [risk.id],
    )
    assert.deepEqual([lesson?.requirements, lesson?.measures], [['C2'], ['m']])
  })
})
