// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type SettingFacts, settingsOf } from './index.ts'

const today = '2026-11-22'

function record(kind: KindName, id: string, values: object, state = 'in_use'): RecordVersion {
  const stamp = { at: '2026-11-01T00:00:00.000Z', by: 'p' }
  const stamps = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const given = { id, kind, version: 1, state, values, ...stamps }
  return given as unknown as RecordVersion
}

const zones = [
  record('zone', 'office', { kind: 'office' }),
  record('zone', 'dmz', { kind: 'dmz' }),
  record('zone', 'line', { kind: 'ot' }),
  record('zone', 'far', { kind: 'ot' }),
]
const conduits = [
  record('conduit', 'c1', { from_zone: 'office', to_zone: 'dmz', services: ['rdp'] }, 'allowed'),
  record('conduit', 'c2', { from_zone: 'dmz', to_zone: 'line', services: ['s7comm'] }, 'requested'),
  record('conduit', 'c3', { from_zone: 'office', to_zone: 'far', services: ['any'] }, 'refused'),
]

function setting(asset: object, more: SettingFacts['records'] = {}) {
  const records = { asset: [record('asset', 'a', asset)], zone: zones, conduit: conduits, ...more }
  const found = settingsOf({ records, today }).get('a')
  if (found === undefined) throw new Error('no setting')
  return found
}

describe('the setting of a device', () => {
  it('has the shortest way from the office, conduit by conduit', () => {
    const { exposure, path } = setting({ zone: 'line' })
    assert.equal(exposure, 'reachable')
    assert.deepEqual(
      path.map(({ from, to, says, rests }) => [from, to, says.id, rests]),
      [
        ['office', 'dmz', 'c1', 'said'],
        ['dmz', 'line', 'c2', 'said'],
      ],
    )
  })

  it('is closed where no conduit leads, open in the office, unknown without a zone', () => {
    assert.equal(setting({ zone: 'far' }).exposure, 'closed')
    assert.equal(setting({ zone: 'office' }).exposure, 'open')
    assert.equal(setting({ zone: 'line', is_internet_facing: true }).exposure, 'open')
    assert.equal(setting({}).exposure, 'unknown')
    assert.equal(setting({ role: 'firewall' }).exposure, 'open')
    const shelf = { asset: [record('asset', 'a', { zone: 'office' }, 'spare')] }
    assert.equal(setting({}, shelf).exposure, 'closed')
    assert.equal(setting({ zone: 'far' }, { conduit: [] }).exposure, 'unknown')
  })

  it('is reachable by remote access, and by what was measured against the drawing', () => {
    const access = { supplier: 's', target_assets: ['a'] }
    const by = (state: string) =>
      setting({ zone: 'far' }, { 'remote-access': [record('remote-access', 'r', access, state)] })
    assert.deepEqual(by('allowed').path[0]?.says, { kind: 'remote-access', id: 'r' })
    assert.equal(by('suspended').exposure, 'closed')
    const seen = { origin: 'measurement', requirements: ['E2'], assets: ['a'] }
    const found = (state: string) =>
      setting({ zone: 'far' }, { finding: [record('finding', 'f', seen, state)] })
    assert.deepEqual(found('open').path[0]?.rests, 'shown')
    assert.equal(found('verified').exposure, 'closed')
  })

  it('has the next window of its process', () => {
    const rows = [{ days: ['sat'], from: '06:00', to: '10:00' }]
    const process = [record('process', 'p', { maintenance_windows: rows })]
    const { window } = setting({ zone: 'line', process: 'p' }, { process })
    assert.deepEqual(window, { on: '2026-11-28', from: '06:00', to: '10:00' })
    assert.equal(setting({ zone: 'line' }).window, null)
  })

  it('is a crown jewel by itself, by its zone, or by a process that names no devices', () => {
    const jewel = (values: object) =>
      setting(
        { zone: 'line', process: 'p' },
        { 'crown-jewel': [record('crown-jewel', 'j', values)] },
      ).isCrownJewel
    assert.equal(jewel({ assets: ['a'] }), true)
    assert.equal(jewel({ zones: ['line'] }), true)
    assert.equal(jewel({ process: 'p' }), true)
    assert.equal(jewel({ process: 'p', assets: ['b'] }), false)
    assert.equal(setting({ zone: 'line' }).isCrownJewel, null)
  })

  it('keeps to exceptions that are granted and not over', () => {
    const leave = (values: object, state = 'granted') =>
      setting(
        { zone: 'line' },
        { exception: [record('exception', 'e', { assets: ['a'], ...values }, state)] },
      )
    assert.equal(leave({ ends_on: today }).exception?.until, today)
    assert.equal(leave({ ends_on: '2026-11-21' }).exception, null)
    assert.equal(leave({ ends_on: today }, 'requested').exception, null)
    const shielded = leave({ ends_on: today, compensating_measures: ['m'] })
    assert.deepEqual([shielded.shield?.id, shielded.exception], ['e', null])
  })

  it('says nothing of safety where nobody has', () => {
    assert.equal(setting({ zone: 'line', role: 'plc' }).isSafetyRelated, null)
    assert.equal(setting({ zone: 'line', role: 'safety_plc' }).isSafetyRelated, true)
    assert.equal(setting({ zone: 'office', role: 'printer' }).isSafetyRelated, false)
  })
})
