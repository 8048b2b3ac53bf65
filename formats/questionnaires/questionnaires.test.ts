// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { unzipped } from '../unzip/index.ts'
import { choicesAt, fillQuestionnaire, readQuestionnaire } from './index.ts'
import { customerBook, dutchQuestions, sheetNames } from './testing/customer-book.ts'

const book = customerBook()

async function filled(fills: Parameters<typeof fillQuestionnaire>[2]) {
  const out = fillQuestionnaire('a.xlsx', book, fills)
  assert.ok('bytes' in out)
  const { sheets, problems } = await readQuestionnaire('a.xlsx', out.bytes)
  assert.deepEqual(problems, [])
  const at = (sheet: string, row: number, column: number) =>
    sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]
  return { ...out, at }
}

describe('a workbook of a customer', () => {
  it('is read with lists that stand in the cell, on another sheet and nowhere', async () => {
    const { sheets, problems, form } = await readQuestionnaire('a.xlsx', book)
    assert.deepEqual([problems, form, sheets.length], [[], 'workbook', 4])
    const [, organisation, technical] = sheets
    assert.ok(organisation !== undefined && technical !== undefined)
    assert.equal(organisation.rows[5]?.[1], dutchQuestions[0])
    assert.deepEqual(choicesAt(organisation, 5, 3), ['Ja', 'Deels', 'Nee', 'N.v.t.'])
    assert.deepEqual(choicesAt(organisation, 5, 4), [])
    assert.deepEqual(choicesAt(technical, 3, 2), [
      'Fully implemented',
      'Partially',
      'Not implemented',
      'Not applicable',
    ])
  })

  it('comes back with its answers in place, where there was a cell and where there was none', async () => {
    const { at, left } = await filled([
      { sheet: sheetNames.nl, row: 5, column: 3, text: 'Ja' },
      {
        sheet: sheetNames.nl,
        row: 5,
        column: 4,
        text: 'Vastgesteld op 3 maart & herzien <jaarlijks>',
      },
      { sheet: sheetNames.en, row: 3, column: 2, text: 'Fully implemented' },
      { sheet: sheetNames.en, row: 3, column: 3, text: 'Two lines\nof text' },
    ])
    assert.deepEqual(left, [])
    assert.equal(at(sheetNames.nl, 5, 3), 'Ja')
    assert.equal(at(sheetNames.nl, 5, 4), 'Vastgesteld op 3 maart & herzien <jaarlijks>')
    assert.equal(at(sheetNames.en, 3, 2), 'Fully implemented')
    assert.equal(at(sheetNames.en, 3, 3), 'Two lines\nof text')
  })

  it('keeps every other part byte for byte, and every other cell letter for letter', async () => {
    const { bytes } = await filled([{ sheet: sheetNames.nl, row: 5, column: 3, text: 'Ja' }])
    const [before, after] = [unzipped(book).files, unzipped(bytes).files]
    assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort())
    for (const [name, part] of before) {
      if (name === 'xl/worksheets/sheet2.xml') continue
      assert.deepEqual(new Uint8Array(after.get(name) ?? []), new Uint8Array(part), name)
    }
    const sheet = (of: typeof before) =>
      strFromU8(of.get('xl/worksheets/sheet2.xml') ?? new Uint8Array())
    const answered = '<c r="D6" s="3" t="inlineStr"><is><t xml:space="preserve">Ja</t></is></c>'
    assert.equal(sheet(after), sheet(before).replace('<c r="D6" s="3"/>', answered))
  })

  it('never gets a formula from an answer, and never loses one of its own', async () => {
    const { bytes, left } = await filled([
      { sheet: sheetNames.nl, row: 5, column: 4, text: '=HYPERLINK("http://x","y")' },
      { sheet: sheetNames.nl, row: 5, column: 5, text: '1' },
      { sheet: 'Nowhere', row: 0, column: 0, text: 'x' },
    ])
    assert.deepEqual(left.map(({ because }) => because).sort(), ['absent', 'formula'])
    const xml = strFromU8(unzipped(bytes).files.get('xl/worksheets/sheet2.xml') ?? new Uint8Array())
    assert.equal(xml.match(/<f>/g)?.length, dutchQuestions.length)
    assert.ok(xml.includes('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK('))
  })

  it('takes any text in any cell, in a row that was there, was empty or was missing', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    const cell = fc.record({ row: fc.nat(60), column: fc.nat(30), text })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, { selector: (one) => `${one.row} ${one.column}`, maxLength: 8 }),
        async (cells) => {
          // The title of this sheet is merged over its first row, and its last column computes.
          const free = cells.filter(({ row, column }) => row > 10 || (row > 0 && column > 6))
          const { at, left } = await filled(free.map((one) => ({ ...one, sheet: sheetNames.nl })))
          assert.deepEqual(left, [])
          for (const { row, column, text: wanted } of free) {
            const kept = wanted.replaceAll(
              /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
              '',
            )
            assert.equal((at(sheetNames.nl, row, column) ?? '').replaceAll('\r', ''), kept)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('says what it is not, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.xlsx', 'a.csv', 'a.txt'),
        async (bytes, name) => {
          const read = await readQuestionnaire(name, bytes)
          assert.ok(read.sheets.length > 0 || read.problems.length > 0)
          fillQuestionnaire(name, bytes, [{ sheet: 'csv', row: 0, column: 1, text: 'x' }])
        },
      ),
    )
    const cut = book.subarray(0, 2000)
    assert.equal((await readQuestionnaire('a.xlsx', cut)).problems.length, 1)
  })
})

describe('a table and a text of a customer', () => {
  it('come back with answers, their own rows letter for letter', async () => {
    const csv = strToU8('Nr;Vraag;Antwoord\r\n1;"Heeft u; beleid?";\r\n2;Gebruikt u MFA?;\r\n')
    const out = fillQuestionnaire('a.csv', csv, [{ sheet: 'csv', row: 2, column: 2, text: '=1+1' }])
    assert.ok('bytes' in out)
    // The mark that spreadsheet programs ask of UTF-8, and what came with one answer in it.
    assert.deepEqual([...out.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    assert.equal(
      strFromU8(out.bytes.subarray(3)),
      'Nr;Vraag;Antwoord\r\n1;"Heeft u; beleid?";\r\n2;Gebruikt u MFA?;\'=1+1\r\n',
    )
    const { sheets } = await readQuestionnaire('a.csv', csv)
    assert.equal(sheets[0]?.rows[1]?.[1], 'Heeft u; beleid?')
    const text = fillQuestionnaire('a.txt', strToU8('Beste leverancier,\nHeeft u beleid?'), [
      { sheet: 'text', row: 1, column: 1, text: 'Ja' },
    ])
    assert.ok('bytes' in text)
    assert.equal(strFromU8(text.bytes), 'Beste leverancier,\nHeeft u beleid?\nJa\n')
  })
})

describe('a Word document of a customer', () => {
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const tc = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr>${text}</w:tc>`
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('Do you have a security policy?')}<w:tbl><w:tr>${tc(p('Question'))}${tc(p('Answer'))}</w:tr><w:tr>${tc(p('Is MFA &amp; VPN used?'))}${tc('<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>')}</w:tr></w:tbl></w:body></w:document>`
  const bytes = zipSync({ 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8('<s/>') })

  it('is answered in the cells of its tables and under its paragraphs', async () => {
    const { sheets, form } = await readQuestionnaire('a.docx', bytes)
    assert.equal(form, 'document')
    assert.deepEqual(
      sheets.map(({ name, rows }) => [name, rows]),
      [
        [
          'Table 1',
          [
            ['Question', 'Answer'],
            ['Is MFA & VPN used?', ''],
          ],
        ],
        ['Text', [['Do you have a security policy?']]],
      ],
    )
    const out = fillQuestionnaire('a.docx', bytes, [
      { sheet: 'Table 1', row: 1, column: 1, text: 'Yes <always>' },
      { sheet: 'Text', row: 0, column: 1, text: 'Yes' },
    ])
    assert.ok('bytes' in out)
    const again = await readQuestionnaire('a.docx', out.bytes)
    assert.equal(again.sheets[0]?.rows[1]?.[1], 'Yes <always>')
    assert.deepEqual(again.sheets[1]?.rows, [['Do you have a security policy?'], ['Yes']])
    assert.deepEqual(unzipped(out.bytes).files.get('word/styles.xml')?.toString(), '<s/>')
  })
})
