// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readCycloneDx } from '@schouw/formats/cyclonedx'
import { header, pack } from './archive.ts'
import { billOf, licencesOf } from './bill.ts'
import { packagesIn } from './lock.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'schouw-release-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

describe('a release', () => {
  it('is an archive that other tools unpack, with the same bytes each time', async () => {
    const long = `${'a'.repeat(90)}/${'b'.repeat(60)}`
    const from = join(folder, 'from')
    mkdirSync(join(from, long), { recursive: true })
    writeFileSync(join(from, long, 'file'), 'x'.repeat(1000))
    writeFileSync(join(from, 'run'), '#!/bin/sh\n')
    chmodSync(join(from, 'run'), 0o700)
    writeFileSync(join(from, 'empty'), '')
    symlinkSync('run', join(from, 'link'))
    const files = ['one.tar.gz', 'two.tar.gz'].map((name) => join(folder, name))
    for (const file of files) await pack({ folder: from, as: 'r', file, time: 1_700_000_000 })
    const [one = '', two = ''] = files
    assert.ok(readFileSync(one).equals(readFileSync(two)))
    const to = join(folder, 'to')
    mkdirSync(to)
    execFileSync('tar', ['-xzf', one, '-C', to])
    assert.equal(readFileSync(join(to, 'r', long, 'file'), 'utf8'), 'x'.repeat(1000))
    assert.equal(readlinkSync(join(to, 'r/link')), 'run')
    assert.equal(statSync(join(to, 'r/run')).mode & 0o777, 0o755)
    assert.equal(statSync(join(to, 'r/run')).mtimeMs, 1_700_000_000_000)
  })

  it('refuses a name that does not fit rather than cutting it', () => {
    const of = { bytes: 0, mode: 0o644, target: undefined }
    assert.throws(() => header({ ...of, name: `r/${'x'.repeat(101)}` }, 0), /too long/)
    assert.doesNotThrow(() => header({ ...of, name: `r/${'x'.repeat(98)}` }, 0))
  })

  it('names every package in it, with its digest, its licence and what uses it', async () => {
    const packages = packagesIn(root)
    const release = { version: '1.2.3', platform: 'linux-x64', time: 1_700_000_000, packages }
    const bill = billOf(release)
    assert.equal(bill, billOf(release))
    const { components, dependencies } = JSON.parse(bill)
    assert.equal(components.length, packages.length)
    const fastify = components.find(({ name }: { name: string }) => name === 'fastify')
    assert.match(fastify.hashes[0].content, /^[0-9a-f]{128}$/)
    assert.equal(fastify.licenses[0].expression, 'MIT')
    const refs = new Set(components.map((one: { 'bom-ref': string }) => one['bom-ref']))
    assert.equal(refs.size, components.length)
    for (const { dependsOn } of dependencies)
      for (const ref of dependsOn) assert.ok(refs.has(ref), ref)
    const uses = dependencies.find(({ ref }: { ref: string }) => ref === fastify['bom-ref'])
    assert.ok(
      uses.dependsOn.some((ref: string) => ref.startsWith('pkg:npm/pino@')),
      bill,
    )
    const bytes = new TextEncoder().encode(bill)
    const read = await readCycloneDx([bytes])
    assert.deepEqual(read.problems, [])
    assert.match(licencesOf(release), /^MIT\n( {2}\S+ \S+\n)+/m)
  })
})
