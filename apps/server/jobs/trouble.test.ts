// SPDX-License-Identifier: EUPL-1.2
// The database or the mail server goes away and comes back: requests have their answers meanwhile,
// and what was kept is done afterwards.
import assert from 'node:assert/strict'
import { afterEach, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import type { MailSettings } from '../mail/settings.ts'
import { freePort, mailServer } from '../mail/testing/smtp.ts'
import { StorageFault } from '../storage/fault.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first } from '../storage/testing/tenants.ts'
import { background, type RunningBackground } from './background.ts'
import { enqueue } from './enqueue.ts'
import { job, texts } from './job.ts'
import { quickPace, until } from './testing/running.ts'

const now = () => new Date().toISOString()

onBothEngines('work in trouble', (bench) => {
  let app: FastifyInstance | undefined
  let behind: RunningBackground | undefined
  afterEach(async () => {
    await app?.close()
    await behind?.stop()
    await bench.storage.write(first, async (db) => {
      await db.deleteFrom('outbox').execute()
      await db.deleteFrom('mails').execute()
      await db.deleteFrom('job_runs').execute()
    })
  })

  const done: string[] = []
  const mark = job('test.mark', texts('word'), async ({ word }) => {
    done.push(word)
  })
  const long = job(
    'test.asked',
    texts(),
    async (_data, { signal, progress }) => {
      await progress({ done: 1, total: 4, of: 'documents' })
      await wait(20_000, undefined, { signal })
    },
    { isTracked: true },
  )
  const begin = async (mail: MailSettings | undefined) => {
    const complaints: string[] = []
    const keep = (facts: object, text: string) => {
      complaints.push(`${text} ${JSON.stringify(facts)}`)
    }
    const { storage } = bench
    const one = background({
      storage,
      log: { warn: keep, error: keep },
      mail,
      mayReachInside: false,
      jobs: [mark, long],
      pace: quickPace,
    })
    behind = one
    await one.start()
    const authenticate = developmentTokens(everybody)
    const served = await httpApp({ storage, authenticate, background: one, requestsPerMinute: 1e9 })
    app = served
    return { one, served, complaints }
  }
  const put = (word: string) =>
    bench.storage.write(first, (db) => enqueue(db, mark, { word }, { now: now() }))

  it('a mail server that is away is said to be, and holds up nobody', async () => {
    const from = { name: '', address: 'schouw@example.org' }
    const to = {
      host: '127.0.0.1',
      tls: 'none',
      user: undefined,
      password: undefined,
      from,
    } as const
    const port = await freePort()
    const { one, served } = await begin({ ...to, port })
    const before = await ask(served, { as: 'ciso', url: '/api/v1/health' })
    assert.equal(before.body.mail.state, 'unknown')
    const written = await bench.storage.write(first, (db) =>
      one.queueMail(db, {
        to: 'eva@example.org',
        template: 'account-changed',
        language: 'nl',
        values: { at: now() },
      }),
    )
    assert.ok(written.ok)
    one.wake()
    const health = () => ask(served, { as: 'it_manager', url: '/api/v1/health' })
    await until(async () => (await health()).body.mail.state === 'away')
    const { body } = await health()
    assert.deepEqual([body.mail.code, body.mail.waiting], ['ESOCKET', 1])
    const made = await ask(served, {
      as: 'ciso',
      url: '/api/v1/sites',
      body: { values: { code: `M-${bench.engine}`, name: 'Plant' } },
    })
    assert.equal(made.status, 201, made.text)
    assert.equal((await ask(served, { as: 'ciso', url: '/api/v1/sites' })).status, 200)
    const { text } = await ask(served, { url: '/metrics' })
    assert.match(text, /^schouw_mail_waiting 1$/m)
    assert.match(text, /^schouw_jobs_waiting\{job="outbox"\} \d+$/m)
    assert.doesNotMatch(text, /eva@/)
    const server = await mailServer({}, port)
    // As if the minute until the next attempt had passed.
    await bench.storage.write(first, async (db) => {
      await db.updateTable('mails').set({ due_at: now() }).execute()
      await db.updateTable('outbox').set({ due_at: now() }).execute()
    })
    one.wake()
    await until(async () => (await health()).body.mail.waiting === 0)
    assert.equal((await health()).body.mail.state, 'ok')
    assert.equal(server.received.length, 1)
    await server.stop()
  })

  it('a job is shown to whoever asked for it and to the CISO, and stops when told to', async () => {
    const { one, served } = await begin(undefined)
    const askedBy = personOf('ot_engineer')
    const id = await bench.storage.write(first, (db) =>
      enqueue(db, long, {}, { now: now(), askedBy }),
    )
    const url = `/api/v1/jobs/${id}`
    assert.equal((await ask(served, { as: 'ot_engineer', url })).body.state, 'waiting')
    one.wake()
    await until(async () => (await ask(served, { as: 'ciso', url })).body.progress?.done === 1)
    assert.equal((await ask(served, { as: 'director', url })).status, 404)
    const cancel = { method: 'POST', url: `${url}/cancel` } as const
    assert.equal((await ask(served, { as: 'director', ...cancel })).status, 404)
    const told = await ask(served, { as: 'ot_engineer', ...cancel })
    assert.deepEqual(
      [told.status, told.body.state, told.body.is_cancel_asked],
      [200, 'active', true],
    )
    await until(async () => (await ask(served, { as: 'ciso', url })).body.state === 'cancelled')
    assert.equal((await ask(served, { as: 'ciso', url: '/api/v1/jobs/x' })).status, 404)
  })

  if (bench.engine === 'embedded') {
    it('a full disk refuses work, keeps the rest, and goes on when there is room', async () => {
      const { one } = await begin(undefined)
      await put('before')
      one.wake()
      await until(() => done.includes('before'))
      const { gauges } = bench.storage.engine
      gauges?.setDiskFull(true)
      await assert.rejects(put('during'), (error) => error instanceof StorageFault)
      await wait(1_000)
      gauges?.setDiskFull(false)
      const isPut = () =>
        put('after').then(
          () => true,
          () => false,
        )
      await until(isPut, 90_000)
      one.wake()
      await until(() => done.includes('after'), 60_000)
      assert.equal(done.includes('during'), false)
    })
    return
  }

  it('a database that is away is waited for, and nothing of the work is lost', async () => {
    const { one, served, complaints } = await begin(undefined)
    await put('kept')
    bench.postgres?.stop('immediate')
    await assert.rejects(put('refused'), (error) => error instanceof StorageFault)
    const body = { values: { code: 'D1', name: 'Plant' } }
    const write = await ask(served, { as: 'ciso', url: '/api/v1/sites', body })
    assert.deepEqual([write.status, write.body.code], [503, 'storage-unavailable'])
    const { status } = await ask(served, { as: 'ciso', url: '/api/v1/health' })
    assert.equal(status, 503)
    assert.doesNotMatch((await ask(served, { url: '/metrics' })).text, /^schouw_mail_waiting/m)
    await wait(3_000)
    bench.postgres?.start()
    await until(() => done.includes('kept'))
    await put('after')
    one.wake()
    await until(() => done.includes('after'))
    assert.equal(done.includes('refused'), false)
    assert.ok(complaints.length <= 4, complaints.join('\n'))
  })
})
