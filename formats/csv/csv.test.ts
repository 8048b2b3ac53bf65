// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { tableLimits } from '../table/index.ts'
import { readCsv } from './read.ts'
import { csvCell, csvText } from './write.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('readCsv', () => {
  it('finds comma, semicolon and tab, also with a delimiter inside quotes', () => {
    for (const delimiter of [',', ';', '\t']) {
      const table = readCsv('a.csv', bytesOf(`naam${delimiter}"a,;\tb"\r\nx${delimiter}y\r\n`))
      assert.deepEqual(table.head, ['naam', 'a,;\tb'])
      assert.deepEqual(table.rows, [{ line: 2, cells: ['x', 'y'] }])
      assert.deepEqual(table.problems, [])
    }
  })

  it('keeps lines right over blank lines, quoted line breaks and a stated delimiter', () => {
    const table = readCsv('a.csv', bytesOf('sep=;\na;b\n\n1;"x\ny"\n\n\n2;z\n'))
    assert.deepEqual(
      table.rows.map((row) => row.line),
      [4, 8],
    )
  })

  it('reads a byte order mark, UTF-16 and Windows-1252', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('naam;é\n', 'utf16le')])
    assert.deepEqual(readCsv('a', bytesOf('\uFEFFnaam;é\n')).head, ['naam', 'é'])
    assert.deepEqual(readCsv('a', utf16).head, ['naam', 'é'])
    assert.deepEqual(readCsv('a', Buffer.from('naam;é\n', 'latin1')).head, ['naam', 'é'])
  })

  it('refuses a cell over the bound and keeps the other rows', () => {
    const at = 'x'.repeat(tableLimits.cellCharacters)
    const table = readCsv('a.csv', bytesOf(`a,b\n1,${at}\n2,${at}x\n3,c\n`))
    assert.deepEqual(
      table.rows.map((row) => row.cells[0]),
      ['1', '3'],
    )
    assert.equal(table.problems.length, 1)
    assert.deepEqual([table.problems[0].line, table.problems[0].column], [3, 2])
  })

  it('names an unclosed quote and binary data', () => {
    assert.match(readCsv('a', bytesOf('a,b\n1,"x\n')).problems[0].expected, /closing quote/)
    assert.equal(readCsv('a', bytesOf('a,b\n0,0\n1,"x\n')).rows.length, 1)
    assert.match(readCsv('a', new Uint8Array([80, 75, 0, 1])).problems[0].found, /binary/)
    assert.match(readCsv('a', new Uint8Array()).problems[0].found, /nothing/)
  })

  it('lists a row with too many cells and keeps one with too few', () => {
    const table = readCsv('a.csv', bytesOf('a,b\n1\n1,2,3\n1,2,\n'))
    assert.deepEqual(
      table.rows.map((row) => row.line),
      [2, 4],
    )
    assert.deepEqual(
      table.problems.map((problem) => [problem.line, problem.column]),
      [[3, 3]],
    )
  })

  it('accepts any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readCsv('a.csv', bytes)
      }),
    )
  })
})

describe('csvText', () => {
  it('disarms formulas, also behind blanks, and leaves numbers alone', () => {
    for (const text of ['=1+1', '+31', '-x', '@sum', ' =cmd', '\t=x', '\r=x', '＝1']) {
      assert.match(csvCell(text), /^"?'/, JSON.stringify(text))
    }
    assert.equal(csvCell(-3), '-3')
    assert.equal(csvCell('a=b'), 'a=b')
  })

  it('is read back as written, whatever the text', () => {
    const cell = fc
      .string({ maxLength: 20, unit: 'grapheme' })
      .map((text) => `x${text.replaceAll('\0', '')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const table = readCsv('a.csv', bytesOf(csvText([['a', 'b'], ...rows])))
        assert.deepEqual(
          table.rows.map((row) => row.cells),
          rows,
        )
      }),
    )
  })
})
