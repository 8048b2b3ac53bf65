// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { StorageFault } from './fault.ts'
import { onBothEngines } from './testing/engines.ts'
import { auditOf, foldOf } from './testing/fold.ts'
import { killRounds } from './testing/kill-rounds.ts'
import { creating, done } from './testing/records.ts'
import { first } from './testing/tenants.ts'

const site = (code: string) => creating('site', { code, name: code })

const faults = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === 'rejected' && result.reason instanceof StorageFault
      ? result.reason.code
      : result.status === 'rejected'
        ? String(result.reason)
        : 'kept',
  )

/** A small generator with a seed, so that a failure can be had again. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

onBothEngines(
  'faults',
  (bench) => {
    it('loses nothing that was acknowledged when it is killed', { timeout: 300_000 }, async () => {
      await bench.storage.close()
      const seed = Date.now() % 2 ** 32
      const toll = await killRounds({
        options: bench.options,
        tenant: first,
        rounds: 20,
        chance: dice(seed),
        between: (round) => {
          if (bench.postgres === undefined || round % 5 !== 4) return
          bench.postgres.stop('immediate')
          bench.postgres.start()
        },
      }).catch((error) => {
        throw new Error(`seed ${seed}`, { cause: error })
      })
      assert.deepEqual(
        [toll.lost, toll.secondRoots, toll.refusedStarts],
        [0, 0, []],
        `seed ${seed}`,
      )
      // Where every kill came too early, only the starts were tried.
      assert.ok(toll.acknowledged > 0 || toll.whileStarting === toll.rounds)
      const storage = await bench.reopen()
      const report = await auditOf(storage, first)
      assert.deepEqual([report.findings, report.isWhole], [[], true])
      const { records } = await foldOf(storage, first)
      const stored = await storage.read(first, (db) =>
        db.selectFrom('records').select(['id', 'version', 'document']).execute(),
      )
      assert.equal(stored.length, records.size)
      for (const { id, version, document } of stored) {
        assert.deepEqual([version, document], [records.get(id)?.version, records.get(id)?.values])
      }
    })

    if (bench.engine === 'embedded') {
      it('refuses changes while the disk is full, then goes on with nothing lost', async () => {
        const { storage } = bench
        await done(storage, site('before'))
        const { size } = (await storage.log(first)).head
        storage.engine.gauges?.setDiskFull(true)
        const during = await Promise.allSettled(
          Array.from({ length: 4 }, (_, n) => storage.apply(first, site(`during-${n}`))),
        )
        for (const code of faults(during)) assert.match(code, /^storage-(full|unavailable)$/)
        storage.engine.gauges?.setDiskFull(false)
        const made = await eventually(() => done(storage, site('after')))
        assert.ok((made.entries[0] ?? 0) >= size)
        const report = await auditOf(storage, first)
        assert.deepEqual([report.findings, report.isWhole], [[], true])
      })
      return
    }

    it('refuses changes while the database is away, then goes on with nothing lost', async () => {
      const { storage, postgres } = bench
      await done(storage, site('before'))
      const { size } = (await storage.log(first)).head
      postgres?.stop('immediate')
      const during = await Promise.allSettled(
        Array.from({ length: 4 }, (_, n) => storage.apply(first, site(`during-${n}`))),
      )
      assert.deepEqual(new Set(faults(during)), new Set(['storage-unavailable']))
      await assert.rejects(
        storage.read(first, (db) => db.selectFrom('logs').selectAll().execute()),
        (error) => error instanceof StorageFault && error.code === 'storage-unavailable',
      )
      postgres?.start()
      const made = await eventually(() => done(storage, site('after')))
      assert.ok((made.entries[0] ?? 0) >= size)
      const report = await auditOf(storage, first)
      assert.deepEqual([report.findings, report.isWhole], [[], true])
    })
  },
  [],
)

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (turn > 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
