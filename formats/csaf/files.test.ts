// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { filesIn } from './index.ts'

const bytes = Buffer.from('{"a":1}')
const long = `${'deep/'.repeat(30)}a-document-with-a-long-name.json`
let folder = ''

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-carried-'))
  mkdirSync(join(folder, 'in', 'deep/'.repeat(30)), { recursive: true })
  writeFileSync(join(folder, 'in', 'b.json'), bytes)
  writeFileSync(join(folder, 'in', 'b.json.sha256'), 'x')
  writeFileSync(join(folder, 'in', 'notes.txt'), bytes)
  writeFileSync(join(folder, 'in', long), bytes)
})
after(() => rmSync(folder, { recursive: true }))

function namesIn(name: string): string[] {
  const found = [...filesIn(join(folder, name), name)]
  return found.map((one) => ('problem' in one ? `! ${one.problem}` : one.path)).sort()
}

describe('files carried in', () => {
  it('come out of a zip, a tar and a packed tar alike, long names included', () => {
    const zip = zipSync({ 'b.json': bytes, 'b.json.sha256': bytes, 'notes.txt': bytes })
    writeFileSync(join(folder, 'a.zip'), zip)
    assert.deepEqual(namesIn('a.zip'), ['b.json', 'b.json.sha256'])
    for (const format of ['gnu', 'pax']) {
      const args = ['-C', join(folder, 'in'), '-f', join(folder, `${format}.tar`), '-c']
      execFileSync('tar', [...args, `--format=${format}`, 'b.json', 'b.json.sha256', long])
      assert.deepEqual(namesIn(`${format}.tar`), ['b.json', 'b.json.sha256', long])
    }
    execFileSync('tar', ['-C', join(folder, 'in'), '-czf', join(folder, 'a.tgz'), 'b.json'])
    assert.deepEqual(namesIn('a.tgz'), ['b.json'])
  })

  it('are the one file that it is, packed or not', () => {
    assert.deepEqual(namesIn('in/b.json'), ['in/b.json'])
    writeFileSync(join(folder, 'epss.csv.gz'), gzipSync('cve,epss,percentile'))
    assert.deepEqual(namesIn('epss.csv.gz'), ['epss.csv'])
  })

  it('that cannot be unpacked are told', () => {
    writeFileSync(join(folder, 'cut.gz'), gzipSync(bytes).subarray(0, 15))
    assert.deepEqual(namesIn('cut.gz'), ['! gzip that does not unpack in bounds'])
    assert.deepEqual(namesIn('none.json'), ['! ENOENT'])
  })

  it('never throw, whatever the bytes', () => {
    const path = join(folder, 'any')
    const starts = ['', 'PK\x03\x04', '\x1f\x8b\x08', `${'x'.repeat(257)}ustar`]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 700 }), (start, rest) => {
        writeFileSync(path, Buffer.concat([Buffer.from(start, 'latin1'), rest]))
        assert.ok(Array.isArray([...filesIn(path, 'any')]))
      }),
      { numRuns: 200 },
    )
  })
})
