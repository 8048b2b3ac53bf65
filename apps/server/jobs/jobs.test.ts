// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { type Enqueued, enqueue } from './enqueue.ts'
import { type Job, job, type Run, schedule, texts } from './job.ts'
import type { JobsOptions } from './jobs.ts'
import { askCancel } from './runs.ts'
import { startJobs, until } from './testing/running.ts'

const quick = { firstRetrySeconds: 1, longestRetrySeconds: 1 }
const now = () => new Date().toISOString()

onBothEngines('jobs', (bench) => {
  const begin = (jobs: readonly Job<never>[], more: Partial<JobsOptions> = {}) =>
    startJobs(bench.storage, jobs, more)
  const put = <Data>(one: Job<Data>, data: Data, more: Partial<Enqueued> = {}, tenant = first) =>
    bench.storage.write(tenant, (db) => enqueue(db, one, data, { now: now(), ...more }))

  it('does what was kept, once, for the tenant that wrote it, and nothing that was undone', async () => {
    const seen: string[] = []
    const note = job('test.note', texts('word'), async ({ word }, run) => {
      seen.push(`${run.tenant} ${word} ${run.attempt}`)
    })
    const { running } = await begin([note])
    const undone = bench.storage.write(first, async (db) => {
      await enqueue(db, note, { word: 'undone' }, { now: now() })
      throw new Error('changed my mind')
    })
    await assert.rejects(undone, /changed my mind/)
    const id = await put(note, { word: 'kept' })
    await put(note, { word: 'again' }, { id })
    await put(note, { word: 'later' }, { dueAt: new Date(Date.now() + 3_600_000).toISOString() })
    running.wake()
    await until(() => seen.length > 0)
    await wait(1_200)
    assert.deepEqual(seen, [`${first} kept 1`])
    const figures = await running.figures()
    assert.deepEqual([figures.written, figures.queued, figures.active], [1, [], 0])
    await running.stop()
    await bench.storage.write(first, (db) => db.deleteFrom('outbox').execute())
  })

  it('tries again what fails, later each time, and says so without its values', async () => {
    const attempts: number[] = []
    const flaky = job(
      'test.flaky',
      texts('word'),
      async (_data, run) => {
        attempts.push(run.attempt)
        if (run.attempt < 3) throw new RangeError('secret-word')
      },
      quick,
    )
    const { running, complaints } = await begin([flaky])
    await put(flaky, { word: 'secret-word' })
    running.wake()
    await until(() => attempts.length === 3)
    await running.stop()
    assert.deepEqual(attempts, [1, 2, 3])
    assert.equal(complaints.length, 2)
    assert.match(complaints[0] ?? '', /test\.flaky/)
    const { rows } = await bench.storage.engine.pool.query(
      `select count(*) as n from jobs.job where output::text like '%secret%'`,
    )
    assert.equal(rows[0]?.n, 0)
  })

  it('keeps apart what was given up', async () => {
    const hopeless = job(
      'test.hopeless',
      texts(),
      async () => {
        throw new Error('no')
      },
      { ...quick, retries: 1 },
    )
    const { running } = await begin([hopeless])
    await put(hopeless, {})
    running.wake()
    await until(async () => (await running.figures()).givenUp === 1)
    await running.stop()
  })

  it('keeps what a job writes at its end with its end, or not at all', async () => {
    let failures = 1
    const tried: number[] = []
    const ending = job(
      'test.ending',
      texts('name'),
      async ({ name }, run) => {
        tried.push(run.attempt)
        await run.finish(async (db) => {
          await enqueue(
            db,
            ending,
            { name: 'child' },
            { now: now(), dueAt: '2199-01-01T00:00:00Z' },
          )
          failures -= 1
          if (failures >= 0) throw new Error(`half way ${name}`)
        })
      },
      quick,
    )
    const { running } = await begin([ending])
    await put(ending, { name: 'parent' })
    running.wake()
    await until(() => tried.length === 2)
    await until(async () => (await running.figures()).active === 0)
    await running.stop()
    const rows = await bench.storage.read(first, (db) =>
      db.selectFrom('outbox').select('topic').execute(),
    )
    assert.deepEqual(rows, [{ topic: 'test.ending' }])
    await bench.storage.write(first, (db) => db.deleteFrom('outbox').execute())
  })

  it('shows how far a job is that somebody asked for, and stops it when told to', async () => {
    const began: Run[] = []
    const ended: string[] = []
    const long = job(
      'test.long',
      texts(),
      async (_data, run) => {
        began.push(run)
        await run.progress({ done: 3, total: 10, of: 'rows' })
        await wait(30_000, undefined, { signal: run.signal }).catch(() => {
          ended.push('stopped')
          throw run.signal.reason
        })
      },
      { ...quick, isTracked: true },
    )
    const { running } = await begin([long])
    const askedBy = 'somebody'
    await assert.rejects(put(long, {}), /somebody asked/)
    const id = await put(long, {}, { askedBy })
    const never = await put(long, {}, { askedBy, dueAt: '2199-01-01T00:00:00Z' })
    running.wake()
    await until(() => began.length === 1)
    const rowOf = async (one: string) =>
      bench.storage.read(first, (db) =>
        db.selectFrom('job_runs').selectAll().where('id', '=', one).executeTakeFirst(),
      )
    await until(async () => (await rowOf(id))?.steps_done === 3)
    assert.equal((await rowOf(id))?.state, 'active')
    await bench.storage.write(second, (db) => askCancel(db, id, now()))
    assert.equal((await rowOf(id))?.is_cancel_asked, false)
    for (const one of [id, never]) {
      await bench.storage.write(first, (db) => askCancel(db, one, now()))
    }
    await until(async () => (await rowOf(id))?.state === 'cancelled')
    assert.deepEqual(ended, ['stopped'])
    assert.equal((await rowOf(never))?.state, 'cancelled')
    await running.stop()
    assert.equal(began.length, 1)
    await bench.storage.write(first, (db) => db.deleteFrom('outbox').execute())
  })

  it('waits for what is under way when it stops, and leaves the rest for later', async () => {
    const ended: string[] = []
    let hasBegun = false
    const slow = job('test.slow', texts('word'), async ({ word }) => {
      hasBegun = true
      await wait(600)
      ended.push(word)
    })
    const { running } = await begin([slow])
    await put(slow, { word: 'one' })
    running.wake()
    await until(() => hasBegun)
    await running.stop()
    assert.deepEqual(ended, ['one'])
    await put(slow, { word: 'two' })
    running.wake()
    await wait(300)
    assert.deepEqual(ended, ['one'])
    const again = await begin([slow])
    await until(() => ended.length === 2)
    await again.running.stop()
  })

  it('leaves alone what it does not know', async () => {
    const unknown = job('test.unknown', texts(), async () => {})
    const known = job('test.known', texts(), async () => {})
    const { running } = await begin([known])
    await put(unknown, {})
    running.wake()
    await wait(700)
    assert.equal((await running.figures()).written, 1)
    await running.stop()
    await bench.storage.write(first, (db) => db.deleteFrom('outbox').execute())
  })

  it('starts on what there is, with schedules that are as they were declared', async () => {
    const turn = schedule('test.turn', '0 4 * * *', async () => {})
    const { running } = await begin([], { schedules: [turn] })
    await running.stop()
    const { running: again } = await begin([], { schedules: [{ ...turn, cron: '0 5 * * *' }] })
    await again.stop()
    const { rows } = await bench.storage.engine.pool.query(
      `select cron from jobs.schedule where name = 'test.turn'`,
    )
    assert.deepEqual(rows, [{ cron: '0 5 * * *' }])
  })
})
