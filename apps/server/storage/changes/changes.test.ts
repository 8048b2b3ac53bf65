// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onBothEngines } from '../testing/engines.ts'
import { changing, creating, done } from '../testing/records.ts'
import { first } from '../testing/tenants.ts'

onBothEngines('changes', (bench) => {
  it('stores a record with its entry', async () => {
    const { storage } = bench
    const made = await done(storage, creating('site', { code: 'S1', name: 'Plant one' }))
    assert.deepEqual(made.entries, [1])
    const id = made.record?.id ?? ''
    const changed = await done(storage, changing('site', id, 1, { name: 'Plant two' }))
    assert.deepEqual(changed.entries, [2])
    assert.equal((await storage.log(first)).head.size, 3)
    const again = await bench.reopen()
    assert.equal((await again.log(first)).head.size, 3)
    assert.equal((await again.log(first)).refusal, undefined)
  })

  it('puts many changes into one order', async () => {
    const { storage } = bench
    const all = await Promise.all(
      Array.from({ length: 400 }, (_, n) =>
        done(storage, creating('site', { code: `M${n}`, name: `Plant ${n}` })),
      ),
    )
    const indexes = all.flatMap(({ entries }) => entries)
    assert.deepEqual(
      indexes,
      Array.from({ length: 400 }, (_, n) => 3 + n),
    )
  })
})
