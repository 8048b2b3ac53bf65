// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { kinds } from '../catalogue.ts'
import type { RecordKind } from '../kind.ts'
import type { KindName } from '../kind-names.ts'
import { kindValues } from '../testing/arbitrary.ts'
import { standing } from '../testing/steps.ts'
import { conflictRules, difference } from './index.ts'

const site: RecordKind = kinds.site
const record = standing('site', { code: 'S1', name: 'Plant', city: 'Deventer' })

describe('difference', () => {
  it('of a record with its own values is nothing, whatever the rule', () => {
    for (const kind of Object.values(kinds) as RecordKind[]) {
      fc.assert(
        fc.property(kindValues(kind), fc.constantFrom(...conflictRules), (values, rule) => {
          const found = difference(kind, standing(kind.name as KindName, values), values, rule)
          assert.deepEqual(found, { patch: {}, kept: [], disputed: [], erased: [], problems: [] })
        }),
        { numRuns: 10 },
      )
    }
  })

  it('follows the rule where both have a value, and where one has none', () => {
    const given = { name: ' Works ', city: null, country: 'NL', code: 'S1' }
    assert.deepEqual(difference(site, record, given, 'theirs').patch, {
      name: 'Works',
      country: 'NL',
      city: null,
    })
    const ours = difference(site, record, given, 'ours')
    assert.deepEqual([ours.patch, ours.kept], [{}, ['name', 'country', 'city']])
    const fill = difference(site, record, given, 'fill')
    assert.deepEqual([fill.patch, fill.kept], [{ country: 'NL' }, ['name', 'city']])
    const refuse = difference(site, record, given, 'refuse')
    assert.deepEqual([refuse.patch, refuse.disputed], [{ country: 'NL' }, ['name', 'city']])
  })

  it('does not bring back what was erased, and names what is no value', () => {
    const erased = standing('person', { code: 'P1' }, { erased: ['name', 'email'] })
    const given = { name: 'Jan', email: 'no address', code: 'P1' }
    const found = difference(kinds.person, erased, given, 'theirs')
    assert.deepEqual(found.erased, ['name'])
    assert.deepEqual(found.patch, {})
    assert.deepEqual(
      found.problems.map(({ path }) => path),
      ['/email'],
    )
  })
})
