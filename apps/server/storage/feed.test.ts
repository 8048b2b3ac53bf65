// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import type { Happening } from './feed.ts'
import { openStorage, type Storage } from './storage.ts'
import { onBothEngines } from './testing/engines.ts'
import { creating, done } from './testing/records.ts'
import { first, second } from './testing/tenants.ts'

const site = (code: string) => creating('site', { code, name: code })

async function take(storage: Storage, tenant: string, from: number, count: number) {
  const stop = AbortSignal.timeout(10_000)
  const taken: Happening[] = []
  for await (const happening of storage.changes(tenant, from, stop)) {
    taken.push(happening)
    if (taken.length === count) break
  }
  return taken
}

onBothEngines('the feed of changes', (bench) => {
  it('tells what there was, then what comes, each once and in order', async () => {
    const { storage } = bench
    await Promise.all(Array.from({ length: 30 }, (_, n) => done(storage, site(`A${n}`))))
    const reading = take(storage, first, 5, 600)
    await Promise.all(Array.from({ length: 574 }, (_, n) => done(storage, site(`B${n}`))))
    const taken = await reading
    assert.deepEqual(
      taken.map(({ index }) => index),
      Array.from({ length: 600 }, (_, n) => 5 + n),
    )
    assert.ok(taken.every(({ header }) => header.type === 'site.create'))
  })

  it('tells one tenant nothing of another', async () => {
    const { storage } = bench
    const stop = AbortSignal.timeout(300)
    const heard: number[] = []
    const reading = (async () => {
      for await (const { index } of storage.changes(second, 0, stop)) heard.push(index)
    })()
    await done(storage, site('C1'))
    await reading
    assert.deepEqual(heard, [0])
  })

  it('ends when it is told to, also while it waits', async () => {
    const stop = new AbortController()
    const reading = (async () => {
      for await (const _ of bench.storage.changes(first, 1e9, stop.signal)) assert.fail()
    })()
    setTimeout(() => stop.abort(), 50)
    await reading
  })

  if (bench.engine === 'embedded') return
  it('is heard by another server on the same database within a moment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-other-'))
    const secret = readFileSync(join(bench.folder, 'secret'), 'utf8').trim()
    const other = await openStorage({ ...bench.options, folder, secret })
    const { size } = (await bench.storage.log(first)).head
    const started = performance.now()
    for (let n = 0; n < 5; n += 1) {
      const reading = take(other, first, size + n, 1)
      await done(bench.storage, site(`D${n}`))
      const taken = await reading
      assert.deepEqual(
        taken.map(({ index }) => index),
        [size + n],
      )
    }
    // Whoever only looked now and then would need five times three seconds.
    assert.ok(performance.now() - started < 10_000)
    await other.close()
    rmSync(folder, { recursive: true })
  })
})
