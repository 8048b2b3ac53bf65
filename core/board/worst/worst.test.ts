// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { standing } from '../standing.ts'
import { worstOf } from './index.ts'

const empty = standing({ records: {}, now: '2026-11-22T10:00:00.000Z', today: '2026-11-22' })

it('says of an organisation that measured nothing that it did not, and not that all is well', () => {
  assert.deepEqual(worstOf(empty), { code: 'not_measured', count: 10, name: null })
})

it('names what cannot be undone before what is only not good yet', () => {
  const incident = { kind: 'incident', id: '1', name: 'Ransom' } as const
  const answer = { below: 3, contradicted: 1, not_measured: 2 }
  const bad = { ...empty, answer, open_incidents: [incident] }
  assert.deepEqual(worstOf(bad), { code: 'incident_open', count: 1, name: 'Ransom' })
  assert.equal(worstOf({ ...empty, answer })?.code, 'contradicted')
})

it('finds nothing where nothing is the matter', () => {
  const answer = { below: 0, contradicted: 0, not_measured: 0 }
  assert.equal(worstOf({ ...empty, answer }), null)
})
