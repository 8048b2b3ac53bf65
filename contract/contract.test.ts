// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds, type RecordKind } from '@schouw/core/registers'
import fc from 'fast-check'
import * as z from 'zod'
import { badFieldValues, kindValues } from '../core/registers/testing/arbitrary.ts'
import {
  cursorText,
  kindOfPlural,
  kindSchemas,
  plurals,
  type Route,
  readCursor,
  readListQuery,
  readMoment,
  routes,
} from './index.ts'

const all: readonly RecordKind[] = Object.values(kinds)
const supplier: RecordKind = kinds.supplier

describe('schemas of a kind', () => {
  it('take every value that the core writes', () => {
    for (const kind of all) {
      const { values } = kindSchemas(kind)
      fc.assert(
        fc.property(kindValues(kind), (given) => {
          const parsed = values.safeParse(given)
          assert.ok(parsed.success, `${kind.name}: ${JSON.stringify(parsed.error?.issues)}`)
          assert.deepEqual(parsed.data, given)
        }),
        { numRuns: 20 },
      )
    }
  })

  it('become JSON Schema without losing a field', () => {
    for (const kind of all) {
      const { values } = kindSchemas(kind)
      const schema = z.toJSONSchema(values)
      assert.deepEqual(Object.keys(schema.properties ?? {}), Object.keys(kind.fields))
      const required = Object.keys(kind.fields).filter((name) => kind.fields[name]?.required)
      assert.deepEqual([...(schema.required ?? [])].sort(), required.sort(), kind.name)
    }
  })

  it('refuse what is of another type than the core takes', () => {
    for (const kind of all) {
      const { values } = kindSchemas(kind)
      for (const [name, field] of Object.entries(kind.fields)) {
        for (const value of [{}, [[]], null, ...badFieldValues(field)]) {
          if (typeof value === 'string' || isListOfTexts(value)) continue
          const parsed = values.safeParse({ [name]: value })
          const isNamed = parsed.error?.issues.some(({ path }) => path[0] === name)
          assert.ok(isNamed, `${kind.name}.${name} takes ${JSON.stringify(value)}`)
        }
      }
    }
  })

  it('have a plural each, and no two the same', () => {
    for (const kind of all) assert.equal(kindOfPlural(plurals[kind.name]), kind.name)
    assert.equal(kindOfPlural('constructor'), undefined)
  })
})

describe('a cursor', () => {
  it('comes back as it went', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.integer(),
      fc.constant(null),
    )
    fc.assert(
      fc.property(value, fc.uuid(), fc.string(), (one, id, list) => {
        const place = { value: one, id, list }
        assert.deepEqual(readCursor(cursorText(place)), place)
      }),
    )
  })

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        readCursor(text)
      }),
    )
  })
})

describe('a list query', () => {
  const rows: readonly [Record<string, unknown>, string | undefined][] = [
    [{}, undefined],
    [{ limit: '500' }, undefined],
    [{ limit: '501' }, '/limit'],
    [{ limit: '0' }, '/limit'],
    [{ limit: '-1' }, '/limit'],
    [{ limit: ['1', '2'] }, '/limit'],
    [{ sort: '-name' }, undefined],
    [{ sort: 'delivers' }, '/sort'],
    [{ sort: 'constructor' }, '/sort'],
    [{ filter: 'country:eq:NL' }, undefined],
    [{ filter: ['country:in:NL,DE', 'state:ne:former'] }, undefined],
    [{ filter: 'state:eq:gone' }, '/filter/0'],
    [{ filter: ['country:eq:NL', 'country:like:N'] }, '/filter/1'],
    [{ filter: 'switching_days:gte:10' }, undefined],
    [{ filter: 'switching_days:gte:ten' }, '/filter/0'],
    [{ filter: 'delivers:eq:cloud' }, undefined],
    [{ filter: 'delivers:lt:cloud' }, '/filter/0'],
    [{ filter: 'owner:known:no' }, undefined],
    [{ filter: '__proto__:eq:1' }, '/filter/0'],
    [{ fields: 'code,name' }, undefined],
    [{ fields: 'code,secret' }, '/fields'],
    [{ as_of: '12' }, undefined],
    [{ as_of: '2026-11-21' }, undefined],
    [{ as_of: '2026-11-21T10:00:00+01:00' }, undefined],
    [{ as_of: 'yesterday' }, '/as_of'],
    [{ retired: 'maybe' }, '/retired'],
    [{ cursor: 'abc' }, '/cursor'],
    [{ colour: 'red' }, '/colour'],
  ]
  for (const [raw, path] of rows) {
    it(`${path === undefined ? 'takes' : 'refuses'} ${JSON.stringify(raw)}`, () => {
      const read = readListQuery(supplier, raw)
      assert.equal(read.ok ? undefined : read.problems[0]?.path, path)
    })
  }

  it('keeps a cursor to its own list', () => {
    const read = readListQuery(supplier, { sort: 'name' })
    assert.ok(read.ok)
    const id = '0190a000-0000-7000-8000-00000000000a'
    const cursor = cursorText({ value: 'x', id, list: read.value.list })
    assert.ok(readListQuery(supplier, { sort: 'name', cursor }).ok)
    assert.ok(!readListQuery(supplier, { sort: '-name', cursor }).ok)
  })

  it('reads a date up to its end', () => {
    assert.deepEqual(readMoment('2026-11-21'), { instant: '2026-11-21T23:59:59.999Z' })
    assert.deepEqual(readMoment('7'), { size: 7 })
    assert.equal(readMoment('2026-02-30'), undefined)
  })

  it('never throws', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.anything())
    const names = ['limit', 'cursor', 'sort', 'filter', 'q', 'fields', 'as_of', 'retired']
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (raw) => {
        readListQuery(supplier, raw)
      }),
      // What has no text of its own, alone and among others.
      { examples: [[{ limit: { toString: [] } }], [{ filter: [[{ toString: [] }]] }]] },
    )
  })
})

describe('fixed routes', () => {
  it('hide no register: none of them is called like one', () => {
    const names: readonly string[] = Object.values(plurals)
    const hiding = Object.values<Route>(routes)
      .map(({ path }) => path.split('/'))
      .filter((parts) => parts.length === 4 && names.includes(parts[3] ?? ''))
    assert.deepEqual(hiding, [])
  })
})

/** Spelling inside a list is the core's to judge. */
function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
}
