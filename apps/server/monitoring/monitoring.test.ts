// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { signedHeaders } from '../webhooks/sign.ts'

const eve = (at: string, to = '10.0.9.20') =>
  JSON.stringify({
    timestamp: `2026-11-15T02:${at}:00+0100`,
    event_type: 'alert',
    src_ip: '10.0.0.5',
    dest_ip: to,
    alert: { signature_id: 2_030_001, signature: 'Write to a controller', severity: 1 },
  })

onBothEngines('alerts', (bench) => {
  let app: FastifyInstance
  let plc = ''
  let jewel = ''
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
    })
    for (const role of ['ciso', 'ot_engineer'] as const) {
      await done(bench.storage, creating('person', { code: role, name: role }, personOf(role)))
    }
    const make = async (kind: Parameters<typeof creating>[0], values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    const site = await make('site', { code: 'S', name: 'Plant' })
    const zone = await make('zone', { code: 'Z', name: 'Cell 2', kind: 'ot', site })
    plc = await make('asset', { code: 'PLC-2', name: 'PLC 2', ips: ['10.0.9.20'], zone, site })
    const line = await make('process', { code: 'L2', name: 'Line 2', depends_on_zones: [zone] })
    jewel = await make('crown-jewel', {
      ...{ code: 'J', name: 'Line 2', process: line, nature: 'process' },
      why: 'It earns the money',
    })
  })
  const read = (text: string, as: 'ot_engineer' | 'ciso' = 'ot_engineer', tenant?: string) =>
    ask(app, {
      ...{ as, url: '/api/v1/monitoring/files', raw: text },
      ...(tenant === undefined ? {} : { tenant }),
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
    })
  const queue = async (tenant?: string) => {
    const came = await ask(app, {
      ...{ as: 'ciso', url: '/api/v1/monitoring' },
      ...(tenant === undefined ? {} : { tenant }),
    })
    assert.equal(came.status, 200, came.text)
    return came.body.queue
  }

  it('takes what a sensor wrote once, with the device it is about; a second look adds what is new', async () => {
    const first = await read(`${eve('38')}\n${eve('40')}`)
    assert.deepEqual([first.status, first.body.made, first.body.again], [200, 1, 0], first.text)
    await read(`${eve('38')}\n${eve('40')}`)
    const again = await read(eve('50'))
    assert.deepEqual([again.body.made, again.body.again], [0, 1])
    const { waiting } = await queue()
    assert.deepEqual(
      waiting.map(({ name, times, assets }: any) => [name, times, assets]),
      [['Write to a controller', 3, [plc]]],
    )
    assert.deepEqual((await queue(second)).waiting, [])
    const wrong = await read('neither this nor that')
    assert.deepEqual([wrong.status, wrong.body.left_out], [200, 1])
    assert.equal((await read('')).status, 422)
  })

  it('opens a room in one go, with what the registers say is touched and who knew', async () => {
    const [one] = (await queue()).waiting
    const url = `/api/v1/monitoring/alerts/${one.id}/incident`
    const opened = await ask(app, { as: 'ot_engineer', url, method: 'POST' })
    assert.equal(opened.status, 201, opened.text)
    const again = await ask(app, { as: 'ciso', url, method: 'POST' })
    assert.deepEqual([again.status, again.body.incident], [200, opened.body.incident])
    const { values, state } = (
      await ask(app, { as: 'ciso', url: `/api/v1/incidents/${opened.body.incident}` })
    ).body
    assert.equal(state, 'open')
    assert.deepEqual([values.assets, values.crown_jewels], [[plc], [jewel]])
    assert.deepEqual([values.zones.length, values.processes.length], [1, 1])
    const { room } = (
      await ask(app, { as: 'ciso', url: `/api/v1/incidents/${opened.body.incident}/room` })
    ).body
    assert.equal(room.aware.person, personOf('ot_engineer'))
    const { waiting, figures } = await queue()
    assert.deepEqual([waiting[0].state, waiting[0].incident], ['escalated', opened.body.incident])
    assert.equal(figures.detect_of, 1)
    const other = await ask(app, { as: 'ciso', tenant: second, url, method: 'POST' })
    assert.equal(other.status, 404)
  })

  it('wants a day and a reason before it is silent', async () => {
    await read(eve('41', '10.0.9.99'))
    const one = (await queue()).waiting.find(({ assets }: any) => assets.length === 0)
    const url = `/api/v1/alerts/${one.id}`
    const move = (version: number) =>
      ask(app, { as: 'ciso', url: `${url}/moves`, version, body: { to: 'suppressed' } })
    assert.equal((await move(1)).status, 422)
    const values = { suppressed_until: '2199-01-01', suppression_reason: 'Scanner of our own' }
    const changed = await ask(app, {
      ...{ as: 'ciso', url, version: 1, method: 'PATCH', body: { values } },
    })
    assert.equal(changed.status, 200, changed.text)
    assert.equal((await move(2)).status, 200)
    const { silent } = await queue()
    assert.deepEqual(
      silent.map(({ id }: any) => id),
      [one.id],
    )
  })

  it('takes signed deliveries at one address, and nothing else with that key', async () => {
    const made = await ask(app, {
      ...{ as: 'ciso', url: '/api/v1/monitoring/intakes', body: { name: 'SOC' } },
    })
    assert.equal(made.status, 201, made.text)
    const path = new URL(made.body.url).pathname
    const bytes = Buffer.from(made.body.key.slice('whsec_'.length), 'base64')
    const deliver = (
      body: string,
      more: { id?: string; ageSeconds?: number; sent?: string } = {},
      to = { path, bytes },
    ) => {
      const seconds = Math.floor(Date.now() / 1000) - (more.ageSeconds ?? 0)
      const headers = signedHeaders(
        { id: more.id ?? 'msg_1', seconds, body },
        { scheme: 'v1', bytes: to.bytes },
      )
      return ask(app, {
        ...{ url: to.path, raw: more.sent ?? body, method: 'POST' },
        headers: { ...headers, 'content-type': 'application/json' },
      })
    }
    const body = JSON.stringify({ name: 'Beacon', severity: 'critical', addresses: ['10.0.9.20'] })
    const first = await deliver(body)
    assert.deepEqual([first.status, first.body.made], [200, 1], first.text)
    assert.deepEqual((await deliver(body)).body.again, 1)
    assert.equal((await deliver(body, { id: 'msg_2' })).body.made, 1)
    assert.equal((await deliver(body, { sent: body.replace('Beacon', 'Bacon') })).status, 404)
    assert.equal((await deliver(body, { ageSeconds: 301 })).status, 404)
    assert.equal((await deliver(JSON.stringify({ name: '' }))).status, 422)
    assert.equal((await deliver('[]]')).status, 422)
    // Who has the key of one intake touches nothing that another has said.
    const other = await ask(app, {
      ...{ as: 'ciso', url: '/api/v1/monitoring/intakes', body: { name: 'MSP' } },
    })
    const another = {
      path: new URL(other.body.url).pathname,
      bytes: Buffer.from(other.body.key.slice('whsec_'.length), 'base64'),
    }
    const ruled = JSON.stringify({ name: 'Beacon', rule: 'R-1', addresses: ['10.0.9.20'] })
    const [own, theirs] = [await deliver(ruled), await deliver(ruled, {}, another)]
    assert.deepEqual([own.body.made, theirs.body.made], [1, 1])
    assert.equal((await deliver(ruled, { id: 'msg_4' })).body.again, 1)
    const swapped = path.replace(/deliveries\/[^.]+/, `deliveries/${second}`)
    const foreign = await ask(app, { url: swapped, raw: body, method: 'POST' })
    assert.equal(foreign.status, 404)
    const bearer = { authorization: `Bearer ${made.body.key}` }
    assert.equal((await ask(app, { url: '/api/v1/alerts', headers: bearer })).status, 401)
    const list = await ask(app, { as: 'ciso', url: '/api/v1/monitoring/intakes' })
    assert.doesNotMatch(list.text, /whsec|sealed/)
    assert.ok(list.body.items[0].last_at !== null)
    const elsewhere = { as: 'ciso', tenant: second, url: '/api/v1/monitoring/intakes' } as const
    assert.deepEqual((await ask(app, elsewhere)).body.items, [])
    const end = { url: `/api/v1/monitoring/intakes/${made.body.id}`, method: 'DELETE' } as const
    assert.equal((await ask(app, { as: 'ciso', tenant: second, ...end })).status, 404)
    assert.equal((await ask(app, { as: 'ciso', ...end })).status, 204)
    assert.equal((await deliver(body, { id: 'msg_3' })).status, 404)
  })
})
