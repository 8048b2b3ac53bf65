// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { StorageFault } from '../storage/fault.ts'
import { Incoming } from './incoming.ts'

async function* words(count: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < count; n += 1) yield Buffer.alloc(1 << 20, 'words ')
}

it('a full disk refuses a file with one code, leaves nothing of it, and goes on', async (test) => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-full-'))
  const disk = ['-t', 'tmpfs', '-o', 'size=8m', 'none', folder]
  const mounted = spawnSync('mount', disk).status === 0
  if (!mounted) {
    rmSync(folder, { recursive: true })
    test.skip('this test mounts a small disk, which takes an administrator on Linux')
    return
  }
  try {
    const incoming = new Incoming(join(folder, 'incoming'))
    await assert.rejects(
      incoming.take(words(20), {}),
      (error) => error instanceof StorageFault && error.code === 'storage-full',
    )
    assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
    const small = await incoming.take(words(2), {})
    assert.ok(small.ok)
    assert.equal(small.value.bytes, 2 << 20)
  } finally {
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true })
  }
})
