// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { exploitedHazard, hazards, proposalsOf } from './index.ts'

const at = '2026-11-12T10:00:00.000Z'
function record(kind: KindName, id: string, values: object, state = 'identified'): RecordVersion {
  const by = 'p'
  return {
    id,
    kind,
    version: 1,
    state,
    values: { code: id, name: id, ...values },
    changed: { at, by },
    created: { at, by },
    approval: null,
    retired: null,
  } as unknown as RecordVersion
}
function proposed(...all: readonly RecordVersion[]) {
  const records: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of all) records[one.kind] = [...(records[one.kind] ?? []), one]
  return proposalsOf({ records, today: '2026-11-12' })
}
const keys = (...all: readonly RecordVersion[]) => proposed(...all).proposals.map(({ key }) => key)
const site = (id: string) => record('site', id, {}, 'in_use')
const line = (id: string, more: object = {}) => record('process', id, more, 'in_use')

describe('proposals', () => {
  it('name every hazard where it can strike, until a risk has it there', () => {
    const all = keys(site('east'), site('west'), line('press', { site: 'east' }))
    const per = (where: string) => hazards.filter((one) => one.per === where).length
    // Nothing there depends on a supplier.
    assert.equal(all.length, 2 * per('site') + per('line') - 1 + per('organisation'))
    const fire = record('risk', 'r', { hazard: 'fire', sites: ['east'] })
    const left = keys(site('east'), site('west'), fire)
    assert.ok(left.includes('hazard/fire/west') && !left.includes('hazard/fire/east'))
    const water = record('risk', 'w', { hazard: 'water', processes: ['press'] })
    const rest = keys(site('east'), site('west'), line('press', { site: 'east' }), water)
    assert.ok(rest.includes('hazard/water/west') && !rest.includes('hazard/water/east'))
    const cloud = record('risk', 'c', { hazard: 'cloud_loss' })
    assert.ok(!keys(cloud).includes('hazard/cloud_loss'))
  })

  it('are not made again of what was closed or rejected', () => {
    for (const state of ['closed', 'rejected']) {
      const done = record('risk', 'r', { hazard: 'fire', sites: ['east'] }, state)
      assert.ok(!keys(site('east'), done).includes('hazard/fire/east'), state)
    }
  })

  it('come from what was measured or warned of and no risk rests on, gravest first', () => {
    const found = (id: string, severity: string, origin: string, state = 'open') =>
      record('finding', id, { severity, origin, assets: ['plc'] }, state)
    const [first, second, ...more] = proposed(
      found('walls', 'medium', 'measurement'),
      found('kev', 'critical', 'advisory'),
      found('small', 'low', 'measurement'),
      found('audit', 'high', 'audit'),
      found('solved', 'high', 'measurement', 'solved'),
      found('used', 'high', 'measurement'),
      record('risk', 'r', { findings: ['used'] }),
    ).proposals
    assert.deepEqual([first?.key, second?.key], ['finding/kev', 'finding/walls'])
    assert.deepEqual([first?.assets, first?.grounds.map(({ id }) => id)], [['plc'], ['kev']])
    assert.ok(more.every(({ from }) => from === 'hazard'))
  })

  it('come from what attackers are known to use in a device, until a risk has it', () => {
    const facts = (...all: readonly RecordVersion[]) => {
      const records: Partial<Record<KindName, RecordVersion[]>> = {}
      for (const one of all) records[one.kind] = [...(records[one.kind] ?? []), one]
      return { records, today: '2026-11-12' }
    }
    const exploited = [{ asset: 'plc', name: 'CVE-2026-1: PLC' }]
    const press = line('press', { depends_on_assets: ['plc'] })
    const [first] = proposalsOf(facts(press), exploited).proposals
    assert.deepEqual(
      [first?.key, first?.process?.id, first?.assets, first?.grounds[0]?.name],
      ['vulnerability/plc', 'press', ['plc'], 'CVE-2026-1: PLC'],
    )
    for (const state of ['identified', 'rejected']) {
      const known = record('risk', 'r', { hazard: exploitedHazard, assets: ['plc'] }, state)
      const left = proposalsOf(facts(press, known), exploited).proposals
      assert.ok(left.every(({ from }) => from !== 'vulnerability'))
    }
  })

  it('come from restore tests that were missed or failed', () => {
    const test = (id: string, more: object, state: string) =>
      record('restore-test', id, { system: id, process: 'press', ...more }, state)
    const of = (...tests: readonly RecordVersion[]) =>
      proposed(line('press'), ...tests).proposals.filter(({ from }) => from === 'restore_test')
    const missed = test('missed', { planned_on: '2026-11-11' }, 'planned')
    const [one] = of(missed, test('ahead', { planned_on: '2026-11-12' }, 'planned'))
    assert.deepEqual([one?.key, one?.process?.id], ['restore_test/missed', 'press'])
    assert.equal(of(test('failed', { result: 'failed' }, 'done')).length, 1)
    assert.equal(of(test('good', { result: 'passed' }, 'done')).length, 0)
    assert.equal(of(missed, record('risk', 'r', { restore_tests: ['missed'] })).length, 0)
  })

  it('tell of risks thought less likely than what was found says', () => {
    const grave = record('finding', 'f', { severity: 'high', origin: 'audit' }, 'open')
    const of = (risk: object, state?: string) =>
      proposed(grave, record('risk', 'r', { findings: ['f'], ...risk }, state)).checks.length
    assert.deepEqual([of({ likelihood: 2 }), of({ likelihood: 3 }), of({})], [1, 0, 0])
    assert.equal(of({ likelihood: 1 }, 'closed'), 0)
  })
})
