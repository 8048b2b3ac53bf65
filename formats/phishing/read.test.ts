// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readDrill } from './read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, said = {}) => readDrill('drill.csv', bytes(text), said)

describe('the results of a drill', () => {
  it('are read by the names that makers give the columns', () => {
    const rows: readonly [string, object][] = [
      [
        'Email;Geopend;Geklikt;Gemeld;Datum\na@x.nl;ja;nee;ja;3-11-2026',
        { was_opened: true, was_clicked: false, was_reported: true, sent_on: '2026-11-03' },
      ],
      [
        'User,Sent,Opened,Clicked,Reported,Date\na@x.nl,1,2,0,0,2026-11-03T09:00:00Z',
        { was_opened: true, was_clicked: false, was_reported: false, sent_on: '2026-11-03' },
      ],
      ['Recipient\tClicked\na@x.nl\t2026-11-03 10:00', { was_opened: true, was_clicked: true }],
      ['Naam,Gemeld\nAnna Bos,', { was_reported: false }],
    ]
    for (const [text, expected] of rows) {
      const { rows: found, problems } = read(text)
      assert.deepEqual(problems, [], text)
      const [{ line, who, ...rest } = { line: 0, who: '' }] = found
      assert.deepEqual(rest, expected, text)
      assert.equal(line, 2)
      assert.ok(who.length > 0)
    }
  })

  it('follow what is said of the columns, and take no column that is not there', () => {
    const text = 'A,B\na@x.nl,ja\n'
    const said = read(text, { who: 'A', reported: 'B', clicked: 'C' })
    assert.deepEqual(said.columns, {
      who: 'A',
      sent: null,
      opened: null,
      clicked: null,
      reported: 'B',
      date: null,
    })
    assert.deepEqual(said.rows, [{ line: 2, who: 'a@x.nl', was_reported: true }])
    assert.equal(read(text).problems[0]?.expected, 'a column with an address or a name')
  })

  it('add up what stands of one person, and leave out who was sent nothing', () => {
    const found = read(
      'mail,sent,clicked,reported\nA@x.nl,yes,no,yes\na@X.nl,yes,yes,no\nb@x.nl,no,,\n',
    )
    assert.equal(found.not_sent, 1)
    assert.deepEqual(found.rows, [
      { line: 2, who: 'A@x.nl', was_opened: true, was_clicked: true, was_reported: true },
    ])
  })

  it('name what cannot be read with its line and column', () => {
    const { problems, rows } = read('mail,clicked,date\na@x.nl,perhaps,31-02-2026\n,yes,\n')
    assert.deepEqual(
      problems.map(({ line, column, found }) => [line, column, found]),
      [
        [2, 3, '"31-02-2026"'],
        [2, 2, '"perhaps"'],
        [3, 1, 'nothing'],
      ],
    )
    assert.deepEqual(rows, [{ line: 2, who: 'a@x.nl' }])
  })

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        const found = readDrill('x', some)
        assert.ok(found.rows.length >= 0)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 })), (cells) => {
        const text = [
          'mail,sent,opened,clicked,reported,date',
          ...cells.map((row) => row.join(',')),
        ]
        for (const row of read(text.join('\n')).rows) assert.ok(row.who !== '')
      }),
    )
  })
})
