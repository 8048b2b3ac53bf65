// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { partsOf } from './form-parts.ts'

describe('the form of a kind', () => {
  const everyKind = Object.values<RecordKind>(kinds)

  it('has every field once', () => {
    for (const kind of everyKind) {
      const names = partsOf(kind).flatMap(([, fields]) => fields.map(([name]) => name))
      assert.deepEqual(names.toSorted(), Object.keys(kind.fields).toSorted(), kind.name)
    }
  })

  it('begins with what must be filled in', () => {
    for (const kind of everyKind) {
      const [first] = partsOf(kind)
      assert.equal(first?.[0], 'first', kind.name)
      for (const [, fields] of partsOf(kind).slice(1)) {
        for (const [name, field] of fields) {
          assert.ok(!('required' in field && field.required === true), `${kind.name} ${name}`)
        }
      }
    }
  })

  it('puts what a risk belongs to apart from what it costs', () => {
    const parts = new Map(
      partsOf(kinds.risk).map(([part, fields]) => [part, fields.map(([n]) => n)]),
    )
    assert.ok(parts.get('linked')?.includes('suppliers'))
    assert.ok(parts.get('amounts')?.includes('loss_eur_low'))
    assert.ok(parts.get('days')?.includes('next_review_on'))
  })
})
