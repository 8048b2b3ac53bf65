// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { purlOf } from '../names/purl.ts'
import { advisoryOf } from '../read.ts'
import { verdict } from '../testing/documents.ts'

const openVex = (statements: readonly object[]) => ({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.org/vex-1',
  author: 'Lampworks',
  version: 1,
  statements,
})

describe('VEX', () => {
  it('is matched by package, whatever the version in front of a range', () => {
    const document = openVex([
      {
        vulnerability: { name: 'CVE-2026-0001' },
        products: [{ '@id': 'pkg:generic/Lampworks/lampd@1.2.3?arch=arm' }],
        status: 'not_affected',
        justification: 'component_not_present',
      },
      {
        vulnerability: 'CVE-2026-0002',
        products: ['pkg:generic/lampworks/lampd@1.2.4'],
        status: 'affected',
      },
    ])
    const of = (purl: string) => verdict(document, { purl })
    assert.equal(of('pkg:generic/lampworks/lampd@1.2.3'), 'not_affected stated_not_affected')
    assert.equal(of('pkg:generic/lampworks/lampd@1.2.4'), 'affected exact_version')
    assert.equal(of('pkg:npm/lampd@1.2.4'), 'nothing')
  })

  it('is read from CycloneDX, without what a scanner found and nobody judged', () => {
    const document = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        { 'bom-ref': 'a', name: 'lampd', version: '1.2.3', purl: 'pkg:generic/lampd@1.2.3' },
      ],
      vulnerabilities: [
        { id: 'CVE-2026-0001', analysis: { state: 'resolved' }, affects: [{ ref: 'a' }] },
        { id: 'CVE-2026-0002', affects: [{ ref: 'a' }] },
      ],
    }
    const advisory = advisoryOf(document)
    assert.deepEqual(
      advisory?.weaknesses.map(({ id }) => id),
      ['CVE-2026-0001'],
    )
    assert.deepEqual(
      advisory?.oddities.map(({ code }) => code),
      ['without-analysis'],
    )
    assert.equal(
      verdict(document, { purl: 'pkg:generic/lampd@1.2.3' }),
      'not_affected stated_fixed',
    )
  })

  it('keeps what CycloneDX says of one version from another', () => {
    const of = (state: string, versions: readonly object[]) => ({
      id: 'CVE-2026-0001',
      analysis: { state },
      affects: [{ ref: 'a', versions }],
    })
    const document = (...vulnerabilities: readonly object[]) => ({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ 'bom-ref': 'a', name: 'LW4711', supplier: { name: 'Lampworks' } }],
      vulnerabilities,
    })
    const split = document(
      of('exploitable', [
        { version: '2.4', status: 'affected' },
        { range: 'vers:generic/>=2.9|<=4.1', status: 'affected' },
      ]),
      of('not_affected', [
        { version: '2.5', status: 'unaffected' },
        { range: 'vers:generic/>=1.0|<=2.3', status: 'unaffected' },
      ]),
    )
    const asked = (whole: object, version: string) =>
      verdict(whole, { vendor: 'Lampworks', product: 'LW4711', version })
    assert.match(asked(split, '2.4'), /^affected/)
    assert.match(asked(split, '3.0'), /^affected/)
    assert.match(asked(split, '2.5'), /^not_affected/)
    assert.match(asked(split, '1.7'), /^not_affected/)
    const off = document(of('not_affected', [{ range: 'vers:generic/<2.0', status: 'affected' }]))
    assert.match(asked(off, '1.0'), /^cannot_decide/)
    const mixed = document(
      of('exploitable', [
        { range: 'vers:generic/<2.0', status: 'affected' },
        { version: '2.0', status: 'unaffected' },
        { version: '2.1', status: 'unknown' },
      ]),
    )
    assert.match(asked(mixed, '1.0'), /^affected/)
    assert.match(asked(mixed, '2.0'), /^not_affected/)
    assert.match(asked(mixed, '2.1'), /^cannot_decide/)
  })

  it('names a statement that is about no product', () => {
    const codes = (value: unknown) => advisoryOf(value)?.oddities.map(({ code }) => code)
    const judged = { id: 'CVE-2026-0001', analysis: { state: 'resolved' } }
    assert.deepEqual(codes({ bomFormat: 'CycloneDX', vulnerabilities: [judged] }), [
      'without-product',
    ])
    const statement = { vulnerability: 'CVE-2026-0001', status: 'fixed' }
    assert.deepEqual(codes(openVex([statement])), ['without-product'])
  })

  it('is read from anything without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        advisoryOf({
          '@context': 'https://openvex.dev/ns',
          statements: [value, { status: 'fixed', products: value }],
        })
        advisoryOf({ bomFormat: 'CycloneDX', vulnerabilities: [value], components: value })
        purlOf(JSON.stringify(value))
      }),
      { numRuns: 500 },
    )
  })

  const folder = join(import.meta.dirname, '../../../../shared/advisories/openvex')
  it('reads real documents', { skip: !existsSync(folder) && 'no shared documents' }, () => {
    const read = globSync('*vex.json', { cwd: folder }).filter((file) => {
      const advisory = advisoryOf(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      return (advisory?.weaknesses.length ?? 0) > 0
    })
    assert.ok(read.length >= 10, String(read.length))
  })
})
