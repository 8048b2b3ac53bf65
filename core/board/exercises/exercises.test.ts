// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { drillOf, type Exercises, exercisesOf } from './index.ts'

const today = '2026-11-22'

function record(kind: KindName, id: string, values: object, state = 'in_use'): RecordVersion {
  const stamp = { at: '2026-01-05T08:00:00.000Z', by: 'somebody' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function by(records: readonly RecordVersion[]): Partial<Record<KindName, RecordVersion[]>> {
  const kinds: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) kinds[one.kind] = [...(kinds[one.kind] ?? []), one]
  return kinds
}

const page = (...records: readonly RecordVersion[]): Exercises =>
  exercisesOf({ records: by(records), today })

describe('the yearly exercise with the board', () => {
  const standing = (held: string) =>
    page(record('exercise', 'e', { type: 'tabletop', held_on: held }, 'held')).duty.standing
  it('is due a year later, to the day', () => {
    assert.equal(page().duty.standing, 'never')
    assert.equal(standing('2025-11-21'), 'late')
    assert.equal(standing('2025-11-22'), 'soon')
    assert.equal(standing('2026-01-21'), 'soon')
    assert.equal(standing('2026-01-22'), 'current')
  })
  it('is not done by a phishing test, nor by one that is still to come', () => {
    const phishing = record('exercise', 'e', { type: 'phishing_test', held_on: today }, 'held')
    const planned = record(
      'exercise',
      'f',
      { type: 'tabletop', planned_on: '2026-12-01' },
      'planned',
    )
    assert.deepEqual(page(phishing, planned).duty, {
      ...{ last: null, due_on: null, standing: 'never' },
      planned: { id: 'f', on: '2026-12-01' },
    })
  })
  it('counts who was on the board that day, and who of them was there', () => {
    const appointed = (id: string, from: string, more: object = {}) =>
      record('appointment', `a-${id}`, { person: id, role: 'executive_director', from, ...more })
    const [line] = page(
      appointed('p1', '2020-01-01'),
      appointed('p2', '2020-01-01'),
      appointed('p3', '2026-11-02'),
      appointed('p4', '2020-01-01', { to: '2026-10-31' }),
      record('exercise', 'e', { held_on: '2026-11-01', participants: ['p1', 'x'] }, 'held'),
    ).exercises
    assert.deepEqual(line?.board, { present: ['p1'], absent: ['p2'] })
  })
  it('names the work that came of it', () => {
    const work = { sources: ['e'], due_on: '2026-11-21' }
    const [line] = page(
      record('exercise', 'e', { held_on: '2026-11-01' }, 'held'),
      record('action', 'w', work, 'open'),
    ).exercises
    assert.deepEqual(line?.actions, [{ id: 'w', name: 'w', state: 'open', is_late: true }])
  })
})

describe('scenarios', () => {
  const zone = (id: string, kind: string) => record('zone', id, { kind })
  const plant = [
    ...[zone('office', 'office'), zone('dmz', 'dmz'), zone('line1', 'ot')],
    record('conduit', 'c1', { from_zone: 'office', to_zone: 'dmz', services: [] }, 'allowed'),
    record('conduit', 'c2', { from_zone: 'dmz', to_zone: 'line1', services: [] }, 'requested'),
    record('asset', 'plc', { role: 'plc', zone: 'line1' }),
    record('process', 'engineering', {}),
    record('process', 'milling', {
      ...{ depends_on_assets: ['plc'], depends_on_processes: ['engineering'] },
      ...{ max_outage_hours: '48', outage_cost_eur_per_hour: 2100 },
    }),
    record('crown-jewel', 'j', { process: 'milling', assets: ['plc'] }, 'proposed'),
    record('supplier', 's', { name: 'Kessel' }),
    record('remote-access', 'r', { supplier: 's', tool: 'VPN', target_assets: ['plc'] }, 'allowed'),
    record('playbook', 'b1', { incident_types: ['ransomware'] }, 'draft'),
    record('playbook', 'b2', { incident_types: ['ransomware'] }, 'approved'),
  ]
  it('are made of the company’s own crown jewels and the way to them', () => {
    const { scenarios } = page(...plant)
    assert.deepEqual(
      scenarios.map(({ sort }) => sort),
      [
        'ransomware_reaches_jewel',
        'supplier_session_abused',
        'controller_tampered',
        'shared_system_lost',
      ],
    )
    const [first, second] = scenarios
    assert.deepEqual(
      first?.way.map(({ zone: id }) => id),
      ['office', 'dmz', 'line1'],
    )
    assert.equal(first?.playbook, 'b2')
    assert.equal(second?.supplier_name, 'Kessel')
    assert.deepEqual([scenarios[2]?.thing, scenarios[3]?.thing], ['plc', 'engineering'])
  })
  it('play nothing that the registers do not hold', () => {
    assert.deepEqual(page().scenarios, [])
    assert.deepEqual(page(record('crown-jewel', 'j', {})).scenarios, [])
  })
})

describe('the room of an exercise', () => {
  const began = '2026-11-22T09:00:00.000Z'
  const room = record('incident', 'i', { is_exercise: true, started_at: began }, 'open')
  const exercise = (injects: readonly object[], more: object = {}) =>
    record('exercise', 'e', { incident: 'i', led_by: 'lead', injects, ...more }, 'planned')
  const inject = (number: number, after_minutes: number) => ({
    ...{ number, after_minutes, text: `text ${number}`, expected: `hope ${number}` },
  })
  const seen = (now: string, person: string, ...records: readonly RecordVersion[]) =>
    drillOf({ records: by([room, ...records]), now }, 'i', person)
  const given = (number: number) =>
    record('incident-log-entry', `l${number}`, {
      ...{ incident: 'i', type: 'inject', inject: number, happened_at: '2026-11-22T09:20:00.000Z' },
    })

  it('gives an inject by the clock at its minute, not before', () => {
    const of = exercise([inject(1, 30)], { injects_given_by: 'time' })
    const at = (now: string) => seen(now, 'player', of)?.injects.length
    assert.equal(at('2026-11-22T09:29:59.000Z'), 0)
    assert.equal(at('2026-11-22T09:30:00.000Z'), 1)
  })
  it('gives it when the leader does, whatever the clock says', () => {
    const of = exercise([inject(1, 30), inject(2, 5)])
    const found = seen('2026-11-22T11:00:00.000Z', 'player', of, given(1))
    assert.deepEqual(
      found?.injects.map(({ number, given: how }) => [number, how?.by]),
      [[1, 'leader']],
    )
    assert.equal(found?.inject_count, 2)
  })
  it('is nothing of a room that is no exercise', () => {
    assert.equal(seen(began, 'lead'), undefined)
  })
  it('never shows a player what is to come or what is hoped for', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(120)), {
      selector: ([number]) => number,
    })
    fc.assert(
      fc.property(
        rows,
        fc.nat(130),
        fc.boolean(),
        fc.subarray([1, 2, 3]),
        (some, minutes, isTime, told) => {
          const of = exercise(
            some.map(([number, after]) => inject(number, after)),
            { injects_given_by: isTime ? 'time' : 'leader' },
          )
          const now = new Date(Date.parse(began) + minutes * 60_000).toISOString()
          const lines = told.map(given)
          const player = seen(now, 'player', of, ...lines)
          const lead = seen(now, 'lead', of, ...lines)
          assert.doesNotMatch(JSON.stringify(player), /hope/)
          assert.equal(lead?.injects.length, some.length)
          const out = some.filter(
            ([number, after]) => told.includes(number) || (isTime && after <= minutes),
          )
          assert.equal(player?.injects.length, out.length)
        },
      ),
    )
  })
})
