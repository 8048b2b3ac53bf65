// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cpeOf } from '../names/cpe.ts'
import { csaf, findings, verdict } from '../testing/documents.ts'

const cpe = 'cpe:2.3:a:zlib:zlib:*:*:*:*:*:*:*:*'
const own = { product: 'zlib1g', vendor: 'Some Distribution' }

describe('a component of a bill of materials', () => {
  it('is recognised by its CPE, whatever name it goes by', () => {
    const rows = [{ vendor: 'zlib', name: 'zlib', range: '<1.3', helper: { cpe } }]
    const of = (version: string) =>
      verdict(csaf(rows), { ...own, cpe: `cpe:2.3:a:zlib:zlib:${version}:*:*:*:*:*:*:*` })
    assert.equal(of('1.2.13'), 'affected version_in_range')
    assert.equal(of('1.3'), 'not_affected fixed_version')
    assert.equal(of('*'), 'cannot_decide asset_version_missing')
    const [found] = findings(csaf(rows), { ...own, version: '1.2', cpe: 'cpe:/a:zlib:zlib:1.2' })
    assert.equal(found?.route, 'cpe')
  })

  it('is recognised by its package URL first', () => {
    const helper = { cpe, purl: 'pkg:generic/zlib' }
    const rows = [{ vendor: 'zlib', name: 'zlib', range: '<1.3', helper }]
    const [found] = findings(csaf(rows), { ...own, purl: 'pkg:generic/zlib@1.2', cpe })
    assert.deepEqual([found?.route, found?.verdict], ['package_url', 'affected'])
  })

  it('is not recognised by a CPE that leaves vendor or product open', () => {
    for (const text of [
      'cpe:2.3:a:*:zlib:1:*',
      'cpe:2.3:a:zlib:-:1',
      'cpe:/',
      'zlib',
      'cpe:2.3:x:a:b',
    ]) {
      assert.equal(cpeOf(text), undefined, text)
    }
    assert.deepEqual(cpeOf('cpe:2.3:a:foo\\:bar:b\\.c:1\\.0'), {
      base: 'cpe/a/foo:bar/b.c',
      version: '1.0',
    })
  })
})
