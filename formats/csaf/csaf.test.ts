// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { zipSync } from 'fflate'
import { documentValue, eachDocument } from './index.ts'

let folder = ''

const text = JSON.stringify({ document: { title: 'Läsion' } })
const bytes = new TextEncoder().encode(text)

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-csaf-'))
  mkdirSync(join(folder, '2026/deep'), { recursive: true })
  writeFileSync(join(folder, '2026/b.json'), bytes)
  writeFileSync(join(folder, '2026/deep/a.json'), `\uFEFF${text}`)
  writeFileSync(join(folder, '2026/readme.txt'), 'no document')
  writeFileSync(join(folder, '2026/cut.json'), text.slice(0, 10))
  writeFileSync(join(folder, '2026/latin.json'), Uint8Array.of(0x22, 0xe4, 0x22))
  writeFileSync(join(folder, 'all.zip'), zipSync({ 'x/one.json': bytes, 'x/notes.txt': bytes }))
  writeFileSync(join(folder, 'broken.zip'), zipSync({ 'one.json': bytes }).slice(0, 60))
})
after(() => rmSync(folder, { recursive: true }))

function read(path: string): { documents: string[]; problems: string[] } {
  const documents: string[] = []
  const problems: string[] = []
  eachDocument(path, {
    document: (one) => documents.push(one.path),
    problem: (one) => problems.push(`${one.path}: ${one.expected}`),
  })
  return { documents, problems }
}

describe('documents', () => {
  it('come from a folder in the order of their names, with what cannot be read', () => {
    assert.deepEqual(read(join(folder, '2026')), {
      documents: ['b.json', 'deep/a.json'],
      problems: ['cut.json: JSON in UTF-8', 'latin.json: JSON in UTF-8'],
    })
  })

  it('come from a zip, and a cut one is told', () => {
    assert.deepEqual(read(join(folder, 'all.zip')), {
      documents: ['all.zip/x/one.json'],
      problems: [],
    })
    assert.deepEqual(read(join(folder, 'broken.zip')).documents, [])
    assert.deepEqual(read(join(folder, 'broken.zip')).problems, ['broken.zip: a whole zip'])
  })

  it('carry the digest of their bytes', () => {
    eachDocument(join(folder, '2026/b.json'), {
      problem: () => assert.fail(),
      document: ({ sha256 }) =>
        assert.equal(sha256, createHash('sha256').update(bytes).digest('hex')),
    })
  })

  it('are held against the digest beside them', () => {
    const file = join(folder, '2026/deep/a.json')
    writeFileSync(`${file}.sha512`, `${'0'.repeat(128)}  a.json\n`)
    assert.deepEqual(read(file).problems, ['a.json: the bytes a.json.sha512 stands for'])
    assert.deepEqual(read(file).documents, ['a.json'])
    rmSync(`${file}.sha512`)
  })

  it('are missed by name', () => {
    assert.deepEqual(read(join(folder, 'none')).problems, ['none: a readable file or folder'])
  })
})

const vex = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1" version="2">
  <metadata><supplier><name>Lampworks</name></supplier></metadata>
  <components>
    <component type="library" bom-ref="a"><name>lampd</name><version>1.2.3</version></component>
  </components>
  <vulnerabilities><vulnerability>
    <id>CVE-2026-0001</id><analysis><state>not_affected</state></analysis>
    <affects><target><ref>a</ref></target></affects>
  </vulnerability></vulnerabilities>
</bom>`

describe('XML', () => {
  const of = (content: string) => documentValue(Buffer.from(content))

  it('of CycloneDX says of vulnerabilities what its JSON says', () => {
    const { value } = of(vex)
    const { vulnerabilities, metadata } = JSON.parse(JSON.stringify(value))
    assert.equal(metadata.supplier.name, 'Lampworks')
    assert.deepEqual(vulnerabilities, [
      {
        id: 'CVE-2026-0001',
        analysis: { state: 'not_affected' },
        affects: [{ ref: 'a', versions: [] }],
      },
    ])
  })

  it('without a list of vulnerabilities has none, and of something else is passed by', () => {
    const { value } = of(vex.replace(/<vulnerabilities>.*<\/vulnerabilities>/s, ''))
    assert.ok(typeof value === 'object' && value !== null && !('vulnerabilities' in value))
    assert.deepEqual(of('<html><p>Advisories</p></html>'), { value: undefined })
  })

  it('that declares entities, or is cut, is told', () => {
    const bomb = '<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert.match(of(`${bomb}<bom>&b;</bom>`).problem?.found ?? '', /^entities-refused/)
    assert.match(of(vex.slice(0, 300)).problem?.found ?? '', /^not-xml/)
  })
})
