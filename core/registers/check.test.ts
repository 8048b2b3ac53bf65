// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkFields } from './check.ts'
import type { Field } from './field.ts'
import { formats } from './formats.ts'

const read = (field: Field, input: unknown) => checkFields({ f: field }, { f: input }).values['f']
const refusal = (field: Field, input: unknown) =>
  checkFields({ f: field }, { f: input }).problems[0]

describe('a decimal', () => {
  const field = { type: 'decimal', unit: 'count', decimals: 2, min: -10, max: 10 } as const

  it('has one spelling, from a number or from text', () => {
    const rows: readonly [unknown, string | undefined][] = [
      [0, '0'],
      [-0, '0'],
      ['-0', '0'],
      ['-0.00', '0'],
      ['0.50', '0.5'],
      [2.5, '2.5'],
      ['-9.99', '-9.99'],
      ['10.00', '10'],
      ['10.01', undefined],
      ['-10.01', undefined],
      ['0.125', undefined],
      ['0.120', '0.12'],
      ['00.1', undefined],
      ['1,5', undefined],
      [' 1', undefined],
      [1e-7, undefined],
    ]
    for (const [input, expected] of rows) assert.equal(read(field, input), expected, String(input))
  })

  it('reads every number of two decimals as it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (cents) => {
        const text = read(field, cents / 100)
        assert.equal(Number(text), cents / 100 + 0)
        assert.equal(read(field, text), text)
      }),
    )
  })
})

describe('an instant', () => {
  const field = { type: 'instant' } as const

  it('is written in UTC whatever its offset, and keeps its moment', () => {
    assert.equal(read(field, '2026-10-25T02:30:00+02:00'), '2026-10-25T00:30:00.000Z')
    assert.equal(read(field, '2026-10-25T02:30+01:00'), '2026-10-25T01:30:00.000Z')
    assert.equal(read(field, '2026-12-31T23:59:59.9Z'), '2026-12-31T23:59:59.900Z')
  })

  it('without an offset is no instant, nor is one on a day that does not exist', () => {
    for (const text of [
      '2026-10-25T02:30:00',
      '2026-02-29T00:00:00Z',
      '2026-01-01T25:00Z',
      '2026-01-01T00:60Z',
    ]) {
      assert.equal(read(field, text), undefined, text)
    }
    assert.equal(read(field, '2028-02-29T00:00:00Z'), '2028-02-29T00:00:00.000Z')
  })

  it('stays within the years of a living company on both sides of midnight', () => {
    assert.equal(read(field, '2199-12-31T23:30:00-01:00'), undefined)
    assert.equal(read(field, '2199-12-31T23:30:00Z'), '2199-12-31T23:30:00.000Z')
  })
})

describe('a text', () => {
  it('is trimmed, composed, on one line and within its length, at it and one past', () => {
    const field = { type: 'text', max: 5 } as const
    assert.equal(read(field, '  abcde '), 'abcde')
    assert.equal(read(field, 'abcdef'), undefined)
    assert.equal(read(field, 'e\u0301'), '\u00e9')
    assert.equal(read(field, 'a\u2028b'), undefined)
    assert.equal(read({ type: 'long_text' }, 'a\r\nb\rc'), 'a\nb\nc')
  })

  it('shows back what was refused, shortened', () => {
    const found = refusal({ type: 'text', max: 5 }, 'x'.repeat(500))
    assert.ok(found?.code === 'field-refused')
    assert.ok(found.found.length < 100)
    assert.deepEqual(found.expected, { rule: 'text', max: 5 })
  })

  it('is held to its format in time, whatever it holds', { timeout: 60_000 }, () => {
    for (const format of Object.keys(formats) as (keyof typeof formats)[]) {
      for (const piece of ['a', ':', '\\:', '.', '/', '@', '0', '-', 'pkg:a/', 'cpe:2.3:a:']) {
        read({ type: 'text', max: 20_000, format }, `${piece.repeat(4_000)}\u0020!`)
      }
    }
  })
})

describe('a list', () => {
  it('names the item that is wrong, and the second of two that are the same', () => {
    const field = { type: 'mac', many: true } as const
    const { problems } = checkFields(
      { f: field },
      { f: ['00:00:00:00:00:01', 'no', '00-00-00-00-00-01'] },
    )
    assert.deepEqual(
      problems.map((one) => [one.path, one.code === 'field-refused' && one.expected.rule]),
      [
        ['/f/1', 'mac'],
        ['/f/2', 'no_duplicate'],
      ],
    )
  })

  it('that is empty is known to be none, but not where one is asked', () => {
    assert.deepEqual(read({ type: 'ip', many: true }, []), [])
    assert.equal(read({ type: 'ip', many: true, required: true }, []), undefined)
  })

  it('has its bound, at it and one past', () => {
    const field = { type: 'whole', min: 0, max: 9999, many: true, maxItems: 3 } as const
    assert.deepEqual(read(field, [1, 2, 3]), [1, 2, 3])
    assert.equal(read(field, [1, 2, 3, 4]), undefined)
  })

  it('of rows names row and cell', () => {
    const field = {
      type: 'rows',
      fields: { a: { type: 'whole', min: 0, max: 9, required: true }, b: { type: 'date' } },
    } as const
    const { problems } = checkFields(
      { f: field },
      { f: [{ a: 1 }, { b: '2026-01-01' }, { a: 10, c: 1 }, {}] },
    )
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['/f/1/a', '/f/2/c', '/f/2/a', '/f/3/a'],
    )
  })
})
