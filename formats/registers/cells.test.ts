// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readCsvRows } from '../csv/index.ts'
import { dayText, momentText, serialDay } from './dates.ts'
import { guarded, unguarded } from './guard.ts'
import { joined, parted, partedRows, quotedItem, unquoted } from './lists.ts'
import { cellNumberText, numberText } from './numbers.ts'

describe('numbers', () => {
  const dutch = { sign: ',', isWhole: false } as const
  const english = { sign: '.', isWhole: false } as const
  const whole = { sign: ',', isWhole: true } as const
  const rows: readonly (readonly [string, Parameters<typeof numberText>[1], string | undefined])[] =
    [
      ['12,5 %', dutch, '12.5'],
      ['€ 1.250,00', dutch, '1250.00'],
      ['1.250', dutch, '1250'],
      ['1.250', english, '1.250'],
      ['1,250', english, '1250'],
      ['1,250', dutch, '1.250'],
      ['1.250', whole, '1250'],
      ['1,250', whole, '1250'],
      ['1.250.000,50', english, '1250000.50'],
      ['1,250,000.50', dutch, '1250000.50'],
      ['€ 500,-', dutch, '500'],
      ['EUR 12 500', whole, '12500'],
      ['0,125', english, '0.125'],
      ['-3', dutch, '-3'],
      ['−3,5', dutch, '-3.5'],
      ['1E+05', dutch, '100000'],
      ['007', whole, '7'],
      ['1.2.3', dutch, undefined],
      ['12 stuks', dutch, undefined],
      ['1,2,3', english, undefined],
      ['', dutch, undefined],
      ['1,', dutch, undefined],
    ]
  for (const [given, terms, text] of rows) {
    it(`reads ${given} as ${text} (${terms.sign}${terms.isWhole ? ', whole' : ''})`, () => {
      assert.equal(numberText(given, terms), text)
    })
  }

  it('of a spreadsheet lose the noise behind fifteen figures', () => {
    assert.equal(cellNumberText(0.1 + 0.2), '0.3')
    assert.equal(cellNumberText(1e20), '100000000000000000000')
    assert.equal(cellNumberText(1.5e-7), '0.00000015')
    assert.equal(cellNumberText(-0), '0')
  })
})

describe('days and moments', () => {
  const days: readonly (readonly [string, string | undefined])[] = [
    ['2026-03-05', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    ['05/03/26', '2026-03-05'],
    ['5.3.1998', '1998-03-05'],
    ['3 maart 2026', '2026-03-03'],
    ['3 mrt. 2026', '2026-03-03'],
    ['March 3, 2026', '2026-03-03'],
    ['do 5 mei 2022', '2022-05-05'],
    ['20260305', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['31-2-2026', undefined],
    ['13/13/2026', undefined],
    ['maart 2026', undefined],
    ['2026', undefined],
  ]
  for (const [given, day] of days) {
    it(`reads ${given} as ${day}`, () => assert.equal(dayText(given, 'dmy'), day))
  }

  it('reads the American order when told, and days that a sheet shows as numbers', () => {
    assert.equal(dayText('3/5/2026', 'mdy'), '2026-03-05')
    assert.equal(serialDay(46_000), '2025-12-09')
    assert.equal(serialDay(60), undefined)
    assert.equal(serialDay(1.5), undefined)
  })

  it('takes a time without offset for that of the wall, over changes of clocks too', () => {
    const here = { order: 'dmy', zone: 'Europe/Amsterdam' } as const
    const rows: readonly (readonly [string, string | undefined])[] = [
      ['5-3-2026 14:30', '2026-03-05T13:30:00.000Z'],
      ['5 juli 2026 om 14.30 uur', '2026-07-05T12:30:00.000Z'],
      ['2026-07-05T14:30:15.5Z', '2026-07-05T14:30:15.500Z'],
      ['2026-07-05 14:30+0100', '2026-07-05T14:30:00.000+01:00'],
      ['2026-03-05', '2026-03-04T23:00:00.000Z'],
      ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
      ['2026-10-25 03:30', '2026-10-25T02:30:00.000Z'],
      ['2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
      ['2026-03-29 03:01', '2026-03-29T01:01:00.000Z'],
      ['2026-03-05 25:00', undefined],
      ['gisteren', undefined],
    ]
    for (const [given, at] of rows) assert.equal(momentText(given, here), at, given)
  })
})

describe('guards', () => {
  it('keep every formula from running, and come off again', () => {
    for (const text of ['=1+1', '+31 6', '-x', '@sum', '\t=x', '\rx', ' =cmd', '(leeg)', '#REF!']) {
      assert.ok(guarded(text, true).startsWith("'"), text)
      assert.equal(unguarded(guarded(text, true)), text)
    }
    assert.equal(guarded("'s-Hertogenbosch", true), "'s-Hertogenbosch")
    assert.equal(unguarded("'s-Hertogenbosch"), "'s-Hertogenbosch")
  })

  it('give back any text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom("'", "''", '=', "'=", '-', '(geen)', "'(none)", '@', '%', "'#N/A"),
          fc.string(),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (one, isText) => {
        assert.equal(unguarded(guarded(one, isText)), one)
      }),
    )
  })
})

describe('lists in a cell', () => {
  it('give back any items, also as values of rows', () => {
    const item = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        assert.deepEqual(parted(joined(items), ';\n')?.map(unquoted), items)
        const line = items.map((one, at) => `veld ${at}: ${quotedItem(one)}`).join('; ')
        assert.deepEqual(
          partedRows(`${line}\n${line}`)?.[1],
          items.map((one, at) => [`veld ${at}`, one]),
        )
      }),
    )
  })

  it('take any text in little time, and say when a quote stays open', () => {
    assert.equal(parted('a; "b', ';'), undefined)
    assert.equal(partedRows('geen naam'), undefined)
    const started = performance.now()
    parted('"'.repeat(32_000), ';')
    parted(`${'a"'.repeat(16_000)}`, ';')
    partedRows(':"'.repeat(16_000))
    assert.ok(performance.now() - started < 500)
  })
})

it('finds the delimiter below a title that holds another one', () => {
  const text = 'Inventaris, versie 2, concept\nCode;Naam;Bedrag\nA;B;1,5\nC;D;2,5\n'
  const { rows } = readCsvRows('a.csv', new TextEncoder().encode(text))
  assert.deepEqual(rows[1]?.cells, ['Code', 'Naam', 'Bedrag'])
})
