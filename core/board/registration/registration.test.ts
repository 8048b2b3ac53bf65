// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import { registrationFile } from './index.ts'

const stamp = { at: '2026-08-20T09:00:00.000Z', by: 'a' }
const entity = (values: RecordVersion['values']): RecordVersion => ({
  kind: 'legal-entity',
  id: '1',
  version: 1,
  state: 'scope_open',
  values,
  created: stamp,
  changed: stamp,
  approval: null,
  retired: null,
  erased: [],
})
const full = { code: 'E', name: 'Hollewand', country: 'NL', registered_on: '2026-09-01' }
const step = (at: string, set: object) => ({ at, action: 'change' as const, set: { ...set } })
const file = (today: string, steps: Parameters<typeof registrationFile>[0]['steps'] = []) =>
  registrationFile({ entity: entity(full), country: null, steps, today })

describe('the registration file', () => {
  it('lists what the law pack asks, what the registers hold, and what is missing', () => {
    const found = file('2026-11-22')
    assert.equal(found?.portal, 'mijn.ncsc.nl')
    const [name, address, , , , decree] = found?.fields ?? []
    assert.deepEqual(name?.missing, ['registration_number'])
    assert.ok(address?.missing.includes('contact_email'))
    assert.deepEqual(decree?.fields, [])
  })

  it('counts two weeks from the first change after the last report, to the day', () => {
    const steps = [
      step('2026-11-08T10:00:00.000Z', { address: 'B' }),
      step('2026-11-01T10:00:00.000Z', { address: 'A', note: 'x' }),
      step('2026-08-20T10:00:00.000Z', { name: 'Hollewand' }),
    ]
    const at = (today: string) => file(today, steps)?.changes
    assert.deepEqual(at('2026-11-15'), [
      { field: 'address', changedOn: '2026-11-01', dueOn: '2026-11-15', isLate: false },
    ])
    assert.equal(at('2026-11-14')?.[0]?.isLate, false)
    assert.equal(at('2026-11-16')?.[0]?.isLate, true)
  })

  it('says nothing of changes before there is a registration, and of countries without a pack', () => {
    const { registered_on: _, ...rest } = full
    const steps = [step('2026-11-01T10:00:00.000Z', { address: 'A' })]
    const found = registrationFile({
      entity: entity(rest),
      country: null,
      steps,
      today: '2026-11-22',
    })
    assert.deepEqual(found?.changes, [])
    const far = entity({ ...rest, country: 'FR' })
    assert.equal(registrationFile({ entity: far, country: null, steps, today: '2026-11-22' }), null)
  })
})
