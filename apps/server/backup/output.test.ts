// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { Output } from './output.ts'

it('a backup that does not fit on its disk leaves nothing, and says why', async (test) => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-full-'))
  const isMounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', folder]).status === 0
  if (!isMounted) {
    rmSync(folder, { recursive: true })
    test.skip('this test mounts a small disk, which takes an administrator on Linux')
    return
  }
  try {
    for (const passphrase of [undefined, 'words of a passphrase']) {
      const output = await Output.open(join(folder, 'x.backup'), passphrase)
      const write = async () => {
        for (let n = 0; n < 64; n += 1) await output.write(randomBytes(1 << 17))
        await output.keep()
      }
      await assert.rejects(write(), { code: 'ENOSPC' })
      await output.drop()
      assert.deepEqual(readdirSync(folder), [])
    }
  } finally {
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true })
  }
})

it('a backup never takes the place of another file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-there-'))
  const path = join(folder, 'x.backup')
  const output = await Output.open(path, undefined)
  await output.write(Buffer.from('rows'))
  // Somebody else was quicker.
  writeFileSync(path, 'theirs')
  await assert.rejects(output.keep(), { code: 'EEXIST' })
  await output.drop()
  await assert.rejects(Output.open(path, undefined), { code: 'EEXIST' })
  assert.deepEqual(readdirSync(folder), ['x.backup'])
  rmSync(folder, { recursive: true })
})
