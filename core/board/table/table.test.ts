// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import { changedSince, onTable } from './index.ts'

const stamp = { at: '2026-11-01T08:00:00.000Z', by: 'p1' }
const record = (
  kind: RecordVersion['kind'],
  id: string,
  values: RecordVersion['values'],
): RecordVersion => ({
  kind,
  id,
  version: 1,
  state: '',
  values,
  created: stamp,
  changed: stamp,
  approval: null,
  retired: null,
  erased: [],
})

const policy = record('policy-version', 'b', { version: '3', document: 'ab'.repeat(32) })
const risk = record('risk', 'a', { code: 'R-1', name: 'Flat network' })
const decision = record('decision', 'd', {
  code: 'D-1',
  question: 'Approve?',
  cost_eur: 1000,
  about: ['b', 'a'],
  documents: ['cd'.repeat(32)],
  outcome: 'approved',
})

describe('the document on the table', () => {
  const then = onTable(decision, [policy, risk])
  const after = (
    values: RecordVersion['values'],
    records: readonly RecordVersion[] = [risk, policy],
  ) =>
    changedSince(then, onTable({ ...decision, values: { ...decision.values, ...values } }, records))

  it('is the same whatever the order of records, and whatever followed from the answer', () => {
    assert.deepEqual(after({}), [])
    assert.deepEqual(after({ outcome: 'rejected', decided_on: '2026-11-20', note: 'x' }), [])
    const decided = { ...policy, values: { ...policy.values, decision: 'd' }, version: 4 }
    assert.deepEqual(after({}, [decided, risk]), [])
  })

  it('names what is asked otherwise, other files, and records that say something else', () => {
    assert.deepEqual(after({ cost_eur: 2000 }), ['cost_eur'])
    assert.deepEqual(after({ conditions: 'within a year' }), ['conditions'])
    assert.deepEqual(after({ documents: ['ef'.repeat(32)] }), ['documents'])
    const other = { ...policy, values: { ...policy.values, document: 'ff'.repeat(32) } }
    assert.deepEqual(after({}, [other, risk]), ['about/b'])
    assert.deepEqual(after({ about: ['a'] }), ['about/b'])
    assert.deepEqual(after({}, [{ ...risk, retired: { ...stamp, reason: 'x' } }, policy]), [
      'about/a',
    ])
    assert.deepEqual(after({}, [policy]), ['about/a'])
  })
})
