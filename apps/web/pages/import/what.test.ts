// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { type Look, lookAt } from './what.ts'

const files: readonly (readonly [name: string, text: string, look: Look])[] = [
  ['lijst.csv', 'Code;Naam\nA;B\n', 'table'],
  ['een-kolom.csv', 'Naam\nB\n', 'table'],
  ['boek.xlsx', 'PK\u0003\u0004…', 'table'],
  ['boek', 'PK\u0003\u0004 xl/workbook.xml', 'table'],
  ['factory.zip', 'PK\u0003\u0004 factory/organisation.yaml', 'first-state'],
  ['baseline.json', '{ "schema": "schouw/baseline/1" }', 'first-state'],
  ['scan.xml', '<?xml version="1.0"?><nmaprun>', 'source'],
  ['bom.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">', 'source'],
  ['bom.json', '{"bomFormat":"CycloneDX"}', 'source'],
  ['eve.json', '{"timestamp":"…","event_type":"flow"}\n', 'source'],
  ['conn.log', '#separator \\x09\n', 'source'],
  ['scan.sarif', '{"version":"2.1.0","runs":[]}', 'scan'],
  ['dojo.json', '{ "findings": [] }', 'scan'],
  ['page.html', '<html></html>', 'unknown'],
  ['leeg.csv', '', 'empty'],
]

for (const [name, text, look] of files) {
  it(`takes ${name} for: ${look}`, async () => {
    const bytes = Buffer.from(text, text.startsWith('PK') ? 'latin1' : 'utf8')
    assert.equal(await lookAt(new File([bytes], name)), look)
  })
}

it('takes captures for what they are', async () => {
  for (const magic of ['d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', '0a0d0d0a']) {
    assert.equal(await lookAt(new File([Buffer.from(magic, 'hex')], 'x')), 'capture')
  }
})

it('looks at any bytes without stumbling', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, name) => {
      assert.equal(typeof (await lookAt(new File([Uint8Array.from(bytes)], name))), 'string')
    }),
    { numRuns: 200 },
  )
})
