// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { workbookLimits } from './archive.ts'
import { readXlsx } from './read.ts'

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with one sheet; styles 1 is a date, 2 `00000`, 3 a percentage. */
function workbook(sheetData: string, extra: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${namespace}" xmlns:r="${office}"><sheets><sheet name="Assets" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${namespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${namespace}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ),
    ...extra,
  })
}

const text = (cell: string, value: string) =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('readXlsx', () => {
  it('keeps dates, percentages, leading zeros and the numbers of rows', async () => {
    const table = await readXlsx(
      'a.xlsx',
      workbook(
        `<row r="2">${text('A2', 'naam')}${text('B2', 'datum')}${text('C2', 'nummer')}${text('D2', 'deel')}</row>` +
          `<row r="4">${text('A4', '007')}<c r="B4" s="1"><v>46000</v></c><c r="C4" s="2"><v>42</v></c><c r="D4" s="3"><v>0.29</v></c></row>`,
      ),
    )
    assert.deepEqual(table.problems, [])
    assert.equal(table.headLine, 2)
    assert.deepEqual(table.rows, [{ line: 4, cells: ['007', '2025-12-09', '00042', '29%'] }])
  })

  it('refuses what the directory declares as too large, before unpacking', async () => {
    const zeros = new Uint8Array(workbookLimits.unpackedBytes + 1)
    const bomb = workbook('', { 'xl/worksheets/sheet2.xml': zeros })
    assert.ok(bomb.length < 1024 * 1024)
    assert.match((await readXlsx('a.xlsx', bomb)).problems[0].expected, /unpacked/)
  })

  it('refuses a directory that lies, while unpacking', async () => {
    const zeros = new Uint8Array(workbookLimits.unpackedBytes + 1)
    const bomb = workbook('', { 'xl/worksheets/sheet2.xml': zeros })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = 0; at + 46 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    assert.match((await readXlsx('a.xlsx', bomb)).problems[0].expected, /unpacked/)
  })

  it('names old, encrypted and foreign files', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
    assert.match((await readXlsx('a', old)).problems[0].found, /old/)
    assert.match((await readXlsx('a', strToU8('naam;ip'))).problems[0].found, /something else/)
    assert.match((await readXlsx('a', zipSync({ x: strToU8('y') }))).problems[0].found, /else/)
  })

  it('refuses a DOCTYPE', async () => {
    const styles = strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><styleSheet/>')
    const table = await readXlsx('a', workbook('', { 'xl/styles.xml': styles }))
    assert.match(table.problems[0].found, /DOCTYPE/)
  })

  it('accepts any damage', async () => {
    const good = workbook(`<row r="1">${text('A1', 'naam')}</row>`)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.nat(255),
        fc.nat(good.length),
        async (at, value, length) => {
          const bad = good.slice(0, length < good.length / 2 ? good.length : length)
          bad[Math.min(at, bad.length - 1)] = value
          await readXlsx('a.xlsx', bad)
        },
      ),
      { numRuns: 300 },
    )
  })
})
