// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import { standing } from '../standing.ts'
import { jointExercises } from './index.ts'

const today = '2026-11-22'
const now = '2026-11-22T09:00:00.000Z'
const stamp = { at: '2026-01-05T08:00:00.000Z', by: 'somebody' }
const rest = {
  created: stamp,
  changed: stamp,
  approval: null,
  retired: null,
  erased: [],
  version: 1,
}

function exercise(id: string, values: object, state = 'planned'): RecordVersion {
  const all = { code: id, name: id, suppliers: ['s'], ...values }
  return { ...rest, kind: 'exercise', id, state, values: all as unknown as RecordVersion['values'] }
}

function standings(...records: readonly RecordVersion[]) {
  const found = jointExercises({ records: { exercise: records }, today }, 's')
  return Object.fromEntries(found.exercises.map(({ id, standing: is }) => [id, is]))
}

describe('what is tried with a supplier', () => {
  const exit = { type: 'exit_test' }
  it('is late from the day after its day, until one of its sort was held', () => {
    const on = (planned_on: string) => standings(exercise('e', { ...exit, planned_on }))['e']
    assert.deepEqual(['2026-11-21', today, '2026-11-23'].map(on), ['late', 'planned', 'planned'])
    const missed = exercise('e', { ...exit, planned_on: '2026-11-01' })
    const held = (held_on: string, more: object = exit) =>
      standings(missed, exercise('h', { ...more, held_on }, 'held'))['e']
    assert.equal(held('2026-10-31'), 'late')
    assert.equal(held('2026-11-01'), 'held')
    assert.equal(held('2026-11-10', { type: 'tabletop' }), 'late')
  })
  it('is due again once its next day has passed, the last one alone', () => {
    const old = { ...exit, held_on: '2025-01-10', next_on: '2026-01-10' }
    assert.deepEqual(standings(exercise('o', old, 'held')), { o: 'again' })
    const newer = exercise('n', { ...exit, held_on: '2026-02-01', next_on: today }, 'held')
    assert.deepEqual(standings(exercise('o', old, 'held'), newer), { o: 'held', n: 'held' })
  })
  it('tells of leaving the last time that it was tried, and nothing of others', () => {
    const facts = [
      exercise('a', { ...exit, held_on: '2025-01-10', result: 'failed' }, 'held'),
      exercise('b', { ...exit, held_on: '2026-01-10', result: 'passed' }, 'held'),
      exercise('c', { ...exit, held_on: '2026-02-10', suppliers: ['t'] }, 'held'),
    ]
    const found = jointExercises({ records: { exercise: facts }, today }, 's')
    assert.deepEqual(found.exit, { on: '2026-01-10', result: 'passed' })
    assert.equal(found.exercises.length, 2)
  })
})

describe('the measure that rests on it', () => {
  const answer: RecordVersion = {
    ...rest,
    ...{ kind: 'requirement-answer', id: 'r', state: 'in_use' },
    values: {
      ...{ requirement: 'D8', level: 4, evidence_level: 'tested' },
    } as unknown as RecordVersion['values'],
  }
  const against = (...records: readonly RecordVersion[]) => {
    const facts = { 'requirement-answer': [answer], exercise: records }
    const { measures } = standing({ records: facts, now, today })
    const found = measures.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'D8')
    return [found?.level, found?.contradictions]
  }
  const untouched = against()
  const missed = exercise('e', { type: 'exit_test', planned_on: '2026-11-01' })
  it('is lowered by a test that is late, and by one that failed', () => {
    assert.deepEqual(untouched, [2, []])
    assert.deepEqual(against(missed), [1, ['e']])
    const failed = { type: 'exit_test', held_on: '2026-11-02', result: 'failed' }
    assert.deepEqual(against(missed, exercise('f', failed, 'held')), [1, ['f']])
  })
  it('stands where nothing is late, and by what is called off', () => {
    const ahead = exercise('p', { type: 'exit_test', planned_on: '2027-01-01' })
    assert.deepEqual(against(ahead), untouched)
    assert.deepEqual(against({ ...missed, state: 'cancelled' }), untouched)
  })
})
