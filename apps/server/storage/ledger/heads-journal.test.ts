// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { signCheckpoint } from '@schouw/core/ledger/notes'
import { sha256 } from './hash.ts'
import { KnownHeads } from './known-heads.ts'
import { newSeed, signerOf } from './secret.ts'

const one = '0190a000-0000-7000-8000-00000000000a'
const other = '0190a000-0000-7000-8000-00000000000b'
const seed = newSeed()

function note(tenant: string, size: number): Uint8Array {
  const origin = `schouw/${tenant}`
  const root = sha256(Buffer.from(`${size}`))
  const signed = signCheckpoint({ origin, size, root }, [signerOf(origin, seed)])
  assert.ok(signed.ok)
  return signed.value
}

describe('the journal of heads', () => {
  const folders: string[] = []
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-heads-'))
    folders.push(folder)
    return folder
  }
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true })
  })
  const journalsIn = (folder: string) => readdirSync(folder).filter((name) => /journal/.test(name))

  it('come back from the journal when a power cut took the ends of the files', async () => {
    const folder = fresh()
    const heads = new KnownHeads(folder)
    await Promise.all([1, 2, 3].map((size) => heads.add(one, note(one, size))))
    await heads.add(other, note(other, 7))
    // As the disk has it: the journal was forced to it, the files were not; half a head behind.
    const cut = fresh()
    const [journal = ''] = readdirSync(folder).filter((name) => name.endsWith('.journal'))
    copyFileSync(join(folder, journal), join(cut, journal))
    appendFileSync(join(cut, journal), '\n.\nschouw/half')
    copyFileSync(join(folder, `${one}.heads`), join(cut, `${one}.heads`))
    truncateSync(join(cut, `${one}.heads`), 300)
    const again = new KnownHeads(cut)
    assert.equal(again.last(one)?.size, 3)
    again.recover()
    assert.deepEqual(readdirSync(cut).sort(), [`${one}.heads`, `${other}.heads`])
    assert.equal(again.last(one)?.size, 3)
    assert.equal(again.last(other)?.size, 7)
    await heads.close()
  })

  it('leave the journal of a process that lives where it is', async () => {
    const folder = fresh()
    const heads = new KnownHeads(folder)
    await heads.add(one, note(one, 1))
    const before = journalsIn(folder)
    new KnownHeads(folder).recover()
    assert.deepEqual(journalsIn(folder), before)
    await heads.add(one, note(one, 2))
    await heads.close()
    assert.deepEqual(readdirSync(folder), [`${one}.heads`])
    assert.equal(new KnownHeads(folder).last(one)?.size, 2)
  })
})
