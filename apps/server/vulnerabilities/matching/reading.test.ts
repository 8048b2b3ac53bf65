// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { csafDocument, plcAdvisory } from '@schouw/fixtures/advisories'
import { Keyring } from '@schouw/formats/openpgp'
import { partsOf } from './reading.ts'

it('says of a document that is too large to keep packed that it is not matched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-reading-'))
  try {
    const keyring = await Keyring.of([])
    const path = join(folder, 'a.json')
    writeFileSync(path, JSON.stringify(csafDocument(plcAdvisory)))
    const [usual] = await Array.fromAsync(partsOf(path, 'a.json', { keyring }))
    assert.deepEqual(usual?.problems, [])
    assert.notEqual(usual?.documents[0]?.packed, null)
    const [part] = await Array.fromAsync(partsOf(path, 'a.json', { keyring, packedBytes: 100 }))
    assert.equal(part?.documents[0]?.packed, null)
    assert.deepEqual(part?.documents[0]?.oddities[0]?.code, 'too-large-to-match')
    assert.match(part?.problems[0]?.found ?? '', /kept and not matched/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
