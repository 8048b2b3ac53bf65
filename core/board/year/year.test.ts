// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { incidentYear } from './index.ts'

const today = '2026-11-22'
const record = (kind: KindName, id: string, values: object, state = 'handled') =>
  ({ id, kind, state, values }) as unknown as RecordVersion
const incident = (id: string, more: object = {}, state?: string) =>
  record('incident', id, { detected_at: '2026-09-07T04:40:00.000Z', ...more }, state)
const year = (incidents: readonly RecordVersion[], actions: readonly RecordVersion[] = []) =>
  incidentYear({ incidents, actions }, today)

describe('the incidents of a year', () => {
  it('are counted with hours and euros, and without drills', () => {
    const found = year([
      incident('a', { outage_hours: '14', damage_eur: 21_500, significance: 'significant' }),
      incident('b', { type: 'near_miss' }),
      incident('c', { is_exercise: true, damage_eur: 9_000_000, outage_hours: '90' }),
      incident('d', {}, 'dismissed'),
      incident('e', { outage_hours: '0.5' }),
    ])
    assert.deepEqual(
      [found.incidents, found.near_misses, found.significant, found.outage_hours],
      [2, 1, 1, 14.5],
    )
    assert.deepEqual([found.damage_eur, found.without_damage], [21_500, 1])
  })
  it('end with the day a year ago', () => {
    const on = (day: string) => year([incident('a', { detected_at: `${day}T12:00:00.000Z` })])
    assert.equal(on('2025-11-22').incidents, 1)
    assert.equal(on('2025-11-21').incidents, 0)
    assert.equal(on('2026-11-23').incidents, 0)
  })
  it('ask for a lesson, and of a lesson what came of it', () => {
    const work = record('action', 'w', { sources: ['b'] }, 'open')
    const all = [incident('a'), incident('b', { lessons: 'x' }), incident('c', { lessons: 'y' })]
    const found = year(all, [work])
    assert.deepEqual([found.without_lessons, found.without_work], [1, 1])
    assert.equal(year([incident('a', {}, 'open')]).without_lessons, 0)
  })
})
