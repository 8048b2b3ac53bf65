// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mailServer } from '../mail/testing/smtp.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first } from '../storage/testing/tenants.ts'
import { counted } from './testing/counting.ts'
import { begin, keptBy, killRounds } from './testing/kill-rounds.ts'
import { until } from './testing/running.ts'

/** A small generator with a seed, so that a failure can be had again. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

onBothEngines(
  'jobs of killed processes',
  (bench) => {
    it('are done: exactly once with their end, else at least once', {
      timeout: 400_000,
    }, async () => {
      await bench.storage.close()
      const seed = Date.now() % 2 ** 32
      const { options } = bench
      const rounds = { options, tenant: first, rounds: 8, chance: dice(seed) }
      const toll = await killRounds(rounds).catch((error) => {
        throw new Error(`seed ${seed}`, { cause: error })
      })
      await bench.reopen()
      // On a machine so busy that nobody ever got going, only the starts were tried.
      assert.ok(toll.kept > 0 || toll.whileStarting === toll.rounds, JSON.stringify(toll))
    })

    if (bench.engine === 'embedded') return

    it('are never run by two at the same time', { timeout: 200_000 }, async () => {
      const server = await mailServer()
      const { options, storage } = bench
      const lives = ['one', 'two'].map((word) =>
        begin({ options, tenant: first, word, count: 60, port: server.port }),
      )
      try {
        await until(() => lives.every(({ lines }) => lines().includes('written')), 60_000)
        const names = lives.flatMap(({ lines }) => keptBy(lines()))
        assert.equal(names.length, 120)
        await until(async () => {
          const { slow, exactly, atLeast } = await counted(storage, first)
          const isOver = (name: string) => slow.get(name)?.every(({ to }) => to !== undefined)
          return names.every((name) => isOver(name) && exactly.has(name) && atLeast.has(name))
        }, 90_000)
        await until(() => server.received.length >= 120, 30_000)
        for (const { child } of lives) child.kill('SIGTERM')
        await Promise.all(lives.map(({ over }) => over))
        const { slow, exactly, atLeast } = await counted(storage, first)
        const places = new Set<string>()
        for (const name of names) {
          assert.equal(slow.get(name)?.length, 1, `${name} ran more than once`)
          assert.equal(exactly.get(name), 1)
          assert.equal(atLeast.get(name), 1)
          for (const { where } of slow.get(name) ?? []) places.add(where)
        }
        assert.deepEqual([...places].sort(), ['one', 'two'])
        const mails = server.received.flatMap(({ to }) => to)
        assert.equal(new Set(mails).size, mails.length, 'a mail went out twice')
      } finally {
        for (const { child } of lives) child.kill('SIGKILL')
        await server.stop()
      }
    })
  },
  [],
)
