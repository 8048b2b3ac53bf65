// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { vectorsAbsent } from '@schouw/fixtures/vectors'
import * as ledger from './index.ts'

const shared = join(import.meta.dirname, '../../../shared/vectors')

/** Folder of shared vectors → the test that runs every case in it. */
const runBy: Readonly<Record<string, string>> = {
  checkpoint: 'notes/vectors.test.ts',
  cosignature: 'notes/vectors.test.ts',
  ed25519: 'cryptography/cryptography.test.ts',
  jcs: 'json/json.test.ts',
  merkle: 'trees/trees.test.ts',
  note: 'notes/vectors.test.ts',
  proof: 'notes/vectors.test.ts',
  rfc3161: 'timestamps/vectors.test.ts',
  sigstore: 'timestamps/vectors.test.ts',
  tiles: 'tiles/tiles.test.ts',
  webauthn: 'approvals/approvals.test.ts',
  witness: 'notes/vectors.test.ts',
}

describe('the ledger', () => {
  it('is reached by subject', () => {
    const used: ledger.entries.Commitment = { slot: 'a', digest: 'b' }
    assert.equal(typeof ledger.trees.leafHash, 'function')
    assert.equal(used.slot, 'a')
  })

  it('runs every folder of shared vectors', { skip: vectorsAbsent }, () => {
    const folders = new Set(globSync('*/**', { cwd: shared }).map((path) => path.split('/')[0]))
    assert.deepEqual([...folders].sort(), Object.keys(runBy).sort())
    for (const file of Object.values(runBy)) {
      assert.equal(globSync(file, { cwd: import.meta.dirname }).length, 1, file)
    }
  })
})
