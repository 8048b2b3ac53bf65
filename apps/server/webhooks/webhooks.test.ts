// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, afterEach, before, beforeEach, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { startJobs, until } from '../jobs/testing/running.ts'
import { mailQueue, opened } from '../mail/queue.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { changing, creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { type DeliverOptions, webhookSender } from './deliver.ts'
import { followLogs } from './feed.ts'
import { type Receiver, receiver, type Told } from './testing/receiver.ts'

const clock = () => new Date().toISOString()
const hooks = '/api/v1/webhooks'

onBothEngines('webhooks', (bench) => {
  let app: FastifyInstance
  let there: Receiver
  let running: Jobs | undefined
  /** Of an installation that allows public addresses only. */
  let strict: FastifyInstance
  before(async () => {
    const background = (mayReachInside: boolean) => ({
      mayReachInside,
      figures: () => Promise.reject(new Error('not here')),
      mailHealth: () => ({ state: 'off' }) as const,
      wake: () => running?.wake(),
    })
    const authenticate = developmentTokens(everybody)
    const around = { storage: bench.storage, authenticate, requestsPerMinute: 1e9 }
    app = await httpApp({ ...around, background: background(true) })
    strict = await httpApp({ ...around, background: background(false) })
    const values = { code: 'P1', name: 'Eva', email: 'eva@example.org', language: 'en' }
    await done(bench.storage, creating('person', values, personOf('ciso')))
  })
  beforeEach(async () => {
    there = await receiver()
  })
  afterEach(async () => {
    await running?.stop()
    running = undefined
    await there.stop()
    await bench.storage.write(first, async (db) => {
      await db.deleteFrom('webhooks').execute()
      await db.deleteFrom('outbox').execute()
      await db.deleteFrom('mails').execute()
    })
  })
  after(async () => {
    await app.close()
    await strict.close()
  })

  const begin = async (more: Partial<DeliverOptions> = {}) => {
    const { storage } = bench
    const queueMail = mailQueue({ secrets: storage.secrets, clock })
    const isPrivateAllowed = true
    const waits = [400, 400, 400]
    const sender = webhookSender({
      storage,
      clock,
      queueMail,
      isPrivateAllowed,
      waits,
      timeMs: 300,
      ...more,
    })
    const started = await startJobs(storage, [sender], { look: () => followLogs(storage, clock) })
    running = started.running
    return started
  }
  const create = async (more: object = {}) => {
    const came = await ask(app, { as: 'ciso', url: hooks, body: { url: there.url, ...more } })
    assert.equal(came.status, 201, came.text)
    return came.body as { webhook: { id: string }; secret: string }
  }
  const site = (code: string) => done(bench.storage, creating('site', { code, name: `N-${code}` }))
  const deliveries = async (id: string) => {
    const came = await ask(app, { as: 'ciso', url: `${hooks}/${id}/deliveries` })
    assert.equal(came.status, 200, came.text)
    return came.body.items as any[]
  }
  const hookOf = async (id: string) => {
    const { body } = await ask(app, { as: 'ciso', url: hooks })
    return body.items.find((one: any) => one.id === id)
  }
  const isSigned = ({ headers, body }: Told, secret: string) => {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const mac = createHmac('sha256', key).update(content).digest('base64')
    return headers['webhook-signature'] === `v1,${mac}`
  }

  it('tell what changed from then on, once and signed, without its values', async () => {
    await site('before')
    const { webhook, secret } = await create({ description: 'Ours' })
    assert.match(secret, /^whsec_/)
    const listed = await ask(app, { as: 'ciso', url: hooks })
    assert.doesNotMatch(listed.text, /whsec_|sealed/)
    await begin()
    const made = await site('T1')
    const id = made.record?.id ?? ''
    await done(bench.storage, changing('site', id, 1, { city: 'Secret-city' }))
    await until(() => there.told.length === 2)
    await wait(700)
    assert.equal(there.told.length, 2)
    const said = there.told.map(({ body }) => JSON.parse(body))
    said.sort((a, b) => a.data.entry - b.data.entry)
    const [entry] = made.entries
    const data = { entry, kind: 'site', id, action: 'create', version: 1 }
    assert.deepEqual(said[0], { type: 'site.create', timestamp: said[0].timestamp, data })
    assert.deepEqual([said[1].type, said[1].data.version], ['site.change', 2])
    for (const one of there.told) {
      assert.ok(isSigned(one, secret))
      assert.equal(one.headers['content-type'], 'application/json; charset=utf-8')
      assert.doesNotMatch(one.body, /N-T1|Secret-city/)
    }
    const [newest] = await deliveries(webhook.id)
    assert.deepEqual([newest.state, newest.attempts, newest.tries[0].status], ['delivered', 1, 204])
    const waiting = await bench.storage.read(first, (db) =>
      db.selectFrom('outbox').selectAll().execute(),
    )
    assert.deepEqual(waiting, [])
  })

  it('tell only of the kinds and the actions that were asked for', async () => {
    await create({ kinds: ['supplier'], actions: ['change'] })
    await begin()
    await site('K1')
    const values = { code: 'S-K1', name: 'Supplier', country: 'NL' }
    const made = await done(bench.storage, creating('supplier', values))
    await done(bench.storage, changing('supplier', made.record?.id ?? '', 1, { country: 'BE' }))
    await until(() => there.told.length > 0)
    await wait(700)
    assert.deepEqual(
      there.told.map(({ body }) => JSON.parse(body).type),
      ['supplier.change'],
    )
  })

  it('are tried again, later each time, under the same id', async () => {
    let left = 2
    there.answer((response) => {
      left -= 1
      response.writeHead(left >= 0 ? 500 : 200).end('x'.repeat(100_000))
    })
    const { webhook, secret } = await create()
    await begin()
    await site('R1')
    await until(() => there.told.length === 3)
    assert.equal(new Set(there.told.map(({ headers }) => headers['webhook-id'])).size, 1)
    assert.ok(there.told.every((one) => isSigned(one, secret)))
    await until(async () => (await deliveries(webhook.id))[0].state === 'delivered')
    const [delivery] = await deliveries(webhook.id)
    assert.deepEqual(
      delivery.tries.map(({ status }: { status: number }) => status),
      [500, 500, 200],
    )
    assert.equal((await hookOf(webhook.id)).failing_since, null)
  })

  it('follow no redirect and wait for nobody', async () => {
    const { webhook } = await create()
    there.answer((response) => {
      if (there.told.length === 1) response.writeHead(307, { location: `${there.url}/other` }).end()
      // And then silence.
    })
    await begin({ waits: [400] })
    await site('F1')
    await until(async () => (await deliveries(webhook.id))[0]?.state === 'failed')
    const [delivery] = await deliveries(webhook.id)
    assert.deepEqual(
      delivery.tries.map(({ status, fault }: any) => status ?? fault),
      [307, 'time'],
    )
    assert.deepEqual(
      there.told.map(({ path }) => path),
      ['/hook', '/hook'],
    )
    assert.ok(delivery.tries[1].ms < 2_000)
  })

  it('stop after long failure, and say so to whoever registered them', async () => {
    there.answer((response) => void response.writeHead(503).end())
    const { webhook } = await create()
    await begin({ patienceMs: 300 })
    await site('L1')
    await until(async () => (await hookOf(webhook.id)).state === 'disabled')
    assert.equal((await hookOf(webhook.id)).disabled_because, 'failing')
    const mails = await bench.storage.read(first, (db) =>
      db.selectFrom('mails').selectAll().execute(),
    )
    assert.equal(mails.length, 1)
    const mail = opened(bench.storage.secrets, mails[0]?.sealed ?? new Uint8Array())
    assert.deepEqual(
      [mail.to, mail.template, mail.language],
      ['eva@example.org', 'webhook-stopped', 'en'],
    )
    await until(async () => (await deliveries(webhook.id))[0].state === 'failed')
    await site('L2')
    there.answer((response) => void response.writeHead(200).end())
    const url = `${hooks}/${webhook.id}`
    const back = await ask(app, { as: 'ciso', method: 'PATCH', url, body: { state: 'active' } })
    assert.deepEqual([back.body.state, back.body.failing_since], ['active', null])
    const count = there.told.length
    await site('L3')
    await until(() => there.told.length > count)
    await wait(600)
    const types = there.told.slice(count).map(({ body }) => JSON.parse(body).data.action)
    assert.deepEqual(types, ['create'], 'what happened meanwhile is not told')
  })

  it('stop at once when the receiver is gone', async () => {
    there.answer((response) => void response.writeHead(410).end())
    const { webhook } = await create()
    await begin()
    await site('G1')
    await until(async () => (await hookOf(webhook.id)).disabled_because === 'gone')
    assert.equal((await deliveries(webhook.id))[0].state, 'failed')
  })

  it('can be tried, and told again by hand', async () => {
    const { webhook } = await create({ scheme: 'v1a' })
    await begin()
    const tried = await ask(app, { as: 'ciso', method: 'POST', url: `${hooks}/${webhook.id}/test` })
    assert.equal(tried.status, 202, tried.text)
    await until(() => there.told.length === 1)
    assert.equal(JSON.parse(there.told[0]?.body ?? '').type, 'webhook.test')
    assert.match(String(there.told[0]?.headers['webhook-signature']), /^v1a,/)
    await until(async () => (await deliveries(webhook.id))[0].state === 'delivered')
    const { delivery } = tried.body
    const url = `${hooks}/${webhook.id}/deliveries/${delivery}/redeliver`
    assert.equal((await ask(app, { as: 'ciso', method: 'POST', url })).status, 202)
    await until(() => there.told.length === 2)
    assert.equal(there.told[1]?.headers['webhook-id'], there.told[0]?.headers['webhook-id'])
    const foreign = { as: 'ciso', tenant: second, method: 'POST' } as const
    assert.equal((await ask(app, { ...foreign, url })).status, 404)
    assert.equal((await ask(app, { ...foreign, url: `${hooks}/${webhook.id}/test` })).status, 404)
  })

  it('go to public addresses only, unless the installation allows otherwise', async () => {
    const { webhook } = await create()
    const body = { url: 'https://127.0.0.1/' }
    const refused = await ask(strict, { as: 'ciso', url: hooks, body })
    assert.equal(refused.status, 422)
    assert.deepEqual(refused.body.errors, [{ code: 'url-private', path: '/url' }])
    await begin({ isPrivateAllowed: false, waits: [400] })
    await site('A1')
    await until(async () => (await deliveries(webhook.id))[0]?.state === 'failed')
    assert.equal((await deliveries(webhook.id))[0].tries[0].fault, 'address-private')
    assert.deepEqual(there.told, [])
  })

  it('are bounded in number, listed by page and deleted with what they hold', async () => {
    const { webhook } = await create()
    for (let n = 1; n < 20; n += 1) await create()
    const more = await ask(app, { as: 'ciso', url: hooks, body: { url: there.url } })
    assert.deepEqual([more.status, more.body.code], [409, 'too-many-webhooks'])
    const url = `${hooks}/${webhook.id}`
    for (let n = 0; n < 60; n += 1) {
      await ask(app, { as: 'ciso', method: 'POST', url: `${url}/test` })
    }
    const page = await ask(app, { as: 'ciso', url: `${url}/deliveries` })
    const rest = await ask(app, { as: 'ciso', url: `${url}/deliveries?cursor=${page.body.next}` })
    assert.deepEqual(
      [page.body.items.length, rest.body.items.length, rest.body.next],
      [50, 10, null],
    )
    const ids = [...page.body.items, ...rest.body.items].map(({ id }) => id)
    assert.equal(new Set(ids).size, 60)
    const wrong = await ask(app, { as: 'ciso', url: `${url}/deliveries?cursor=x` })
    assert.equal(wrong.status, 400)
    assert.equal((await ask(app, { as: 'ciso', method: 'DELETE', url })).status, 204)
    assert.equal((await ask(app, { as: 'ciso', url: `${url}/deliveries` })).status, 404)
    const left = await bench.storage.read(first, (db) =>
      db.selectFrom('webhook_deliveries').selectAll().execute(),
    )
    assert.deepEqual(left, [])
  })
})
