// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { kinds } from '@schouw/core/registers'
import { changesOf, draftOf, valuesIn, valuesOf } from './draft.ts'

const seen = {
  code: 'PLC-1',
  name: 'PLC 1',
  first_seen_at: '2026-11-03T08:05:17.123Z',
  quantity: 1,
  support_until: '2030-01-01',
}

it('asks to change nothing of a form that was only looked at', () => {
  assert.deepEqual(changesOf(kinds.asset, seen, draftOf(kinds.asset, seen)), {})
  for (const kind of Object.values(kinds)) {
    const values = Object.fromEntries(
      Object.entries(kind.fields).flatMap(([name, { type }]) =>
        type === 'instant' ? [[name, '2026-11-03T08:05:17.123Z']] : [],
      ),
    )
    assert.deepEqual(changesOf(kind, values, draftOf(kind, values)), {}, kind.name)
  }
})

it('asks to change what was typed over, and to clear what was emptied', () => {
  const draft = { ...draftOf(kinds.asset, seen), name: 'PLC one', support_until: '' }
  assert.deepEqual(changesOf(kinds.asset, seen, draft), { name: 'PLC one', support_until: null })
  // A time without a zone is nobody's: it is sent as it was typed, and refused.
  for (const at of ['2026-11-04T08:30:00.000Z', '2026-11-04T09:30', '4 november']) {
    const later = { ...draftOf(kinds.asset, seen), first_seen_at: at }
    assert.deepEqual(changesOf(kinds.asset, seen, later), { first_seen_at: at })
  }
})

it('fills in what a link gives for fields of the kind, and nothing else', () => {
  const given = new URLSearchParams('name=PLC+2&sites=a&sites=b&nonsense=1&injects=x')
  const plain = { name: 'PLC 2', sites: ['a', 'b'] }
  assert.deepEqual(valuesIn(kinds.exercise, given), plain)
  assert.deepEqual(valuesOf(kinds.exercise, draftOf(kinds.exercise, plain)), plain)
})
