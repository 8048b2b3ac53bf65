// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundedSheet } from './bounds.ts'
import { columnName, readWorkbook, writeXlsx } from './index.ts'

describe('writeXlsx', () => {
  it('loses no text, not even one that every object has as a member', async () => {
    const texts = [
      'constructor',
      '__proto__',
      'toString',
      'a\u{fffd}b',
      '=1+1',
      'a\nb',
      '<c/>',
      '1e5',
    ]
    const rows = [['Kop', 'Getal'], ...texts.map((text, at) => [text, at - 1.5])]
    const bytes = await writeXlsx([{ name: 'Blad', rows, widths: [10, 10] }])
    const read = await readWorkbook('a.xlsx', bytes)
    assert.deepEqual(read.problems, [])
    assert.deepEqual(read.sheets, [{ name: 'Blad', rows }])
  })

  it('is the same bytes from the same sheets, whenever it is written', async (test) => {
    const written = () => writeXlsx([{ name: 'Blad', rows: [['a', 1]], widths: [3] }])
    test.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 11, 1) })
    const first = await written()
    test.mock.timers.setTime(Date.UTC(2027, 5, 2))
    assert.deepEqual(await written(), first)
  })

  it('writes days as days, and those before 1 March 1900 as texts', async () => {
    const rows = [[{ day: '1900-01-31' }, { day: '2026-03-05' }]]
    const bytes = await writeXlsx([{ name: 'Blad', rows, widths: [] }])
    const [sheet] = (await readWorkbook('a.xlsx', bytes)).sheets
    assert.deepEqual(sheet?.rows, [['1900-01-31', '2026-03-05']])
  })
})

describe('boundedSheet', () => {
  const sheet = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`
  it('leaves out what is only formatted, however far out', () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="2"/></row><row r="1048576" s="1"/>'
    const bounded = boundedSheet(sheet(row))
    assert.ok('sheet' in bounded && !/XFD|1048576/.test(bounded.sheet))
  })

  it('refuses cells of which the emptiness before them would not fit', () => {
    for (const cell of ['XFD1', 'A2000000000', 'ZZZZZZ1']) {
      const row = `<row r="1"><c r="A1"><v>1</v></c><c r="${cell}"><v>1</v></c></row>`
      assert.ok('expected' in boundedSheet(sheet(row)), cell)
    }
    assert.ok('expected' in boundedSheet(sheet('<row r="4000000000"><c><v>1</v></c></row>')))
    const corner = '<row r="900000"><c r="SR900000"><v>1</v></c></row>'
    assert.ok('expected' in boundedSheet(sheet(corner)))
    assert.equal(columnName(512), 'SR')
  })
})
