// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import {
  assetAt,
  beatAt,
  conversationOf,
  enrolment,
  newKeys,
  packed,
  TestSensor,
  talk,
} from './testing/sensor.ts'

onBothEngines('sensors', (bench) => {
  let app: FastifyInstance
  let now = '2026-11-22T10:00:00.000Z'
  let sites: readonly [string, string] = ['', '']
  let plc = ''
  let elsewhere = ''
  const later = (minutes: number) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
  }
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      clock: () => now,
      requestsPerMinute: 1e9,
    })
    const make = async (kind: 'site' | 'asset', values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    sites = [
      await make('site', { code: 'D', name: 'Deventer' }),
      await make('site', { code: 'V', name: 'Venlo' }),
    ]
    plc = await make('asset', { code: 'p', name: 'PLC', ips: ['10.1.0.10'], site: sites[0] })
    elsewhere = await make('asset', {
      code: 'q',
      name: 'PLC V',
      ips: ['10.2.0.10'],
      site: sites[1],
    })
  })

  const codeFor = async (site: string, name = 'Hall 3') => {
    const came = await ask(app, {
      as: 'ot_engineer',
      url: '/api/v1/sensors/codes',
      body: { site, name },
    })
    assert.equal(came.status, 201, came.text)
    return came.body.code as string
  }
  let visitors = 0
  const enrolled = (body: unknown, from?: string) => {
    visitors += 1
    return app.inject({
      ...{ method: 'POST', url: '/api/v1/sensors/enrolments' },
      remoteAddress: from ?? `192.0.2.${visitors}`,
      ...{ headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) },
    })
  }
  const newSensor = async (site: string, name?: string) => {
    const keys = newKeys()
    const came = await enrolled(enrolment(await codeFor(site, name), keys))
    assert.equal(came.statusCode, 201, came.body)
    return new TestSensor(app, came.json().address, keys)
  }
  const network = async (tenant?: string) => {
    const of = tenant === undefined ? {} : { tenant }
    return (await ask(app, { as: 'ciso', url: '/api/v1/network', ...of })).body
  }
  const told = async (id: string) => {
    const { body } = await ask(app, { as: 'ciso', url: '/api/v1/sensors' })
    return body.items.find((one: any) => one.id === id)
  }
  const alerts = async (tenant?: string) => {
    const of = tenant === undefined ? {} : { tenant }
    const { body } = await ask(app, { as: 'ciso', url: '/api/v1/alerts?limit=100', ...of })
    return body.items as readonly any[]
  }

  it('are let in by a code that is good once, for an hour, until it is withdrawn, and never kept', async () => {
    const code = await codeFor(sites[0])
    const keys = newKeys()
    const kept = await bench.storage.read(first, (db) =>
      db.selectFrom('sensor_codes').selectAll().execute(),
    )
    assert.ok(!JSON.stringify(kept).includes(code.slice(-20)))
    const [wrong, other] = [newKeys(), newKeys()]
    assert.equal((await enrolled(enrolment(code, keys, wrong))).statusCode, 404)
    const made = await enrolled(enrolment(code, keys))
    assert.equal(made.statusCode, 201, made.body)
    assert.equal(made.json().site, 'Deventer')
    // An answer that was lost costs no code, and makes no second sensor.
    const again = await enrolled(enrolment(code, keys))
    assert.deepEqual([again.statusCode, again.json().address], [201, made.json().address])
    assert.equal((await enrolled(enrolment(code, other))).statusCode, 404)
    // A key is of one sensor.
    assert.equal((await enrolled(enrolment(await codeFor(sites[1]), keys))).statusCode, 404)
    const old = await codeFor(sites[0])
    later(61)
    assert.equal((await enrolled(enrolment(old, other))).statusCode, 404)
    const made2 = await ask(app, {
      ...{ as: 'ciso', url: '/api/v1/sensors/codes', body: { site: sites[0], name: 'x' } },
    })
    const gone = await ask(app, {
      ...{ as: 'ciso', method: 'DELETE', url: `/api/v1/sensors/codes/${made2.body.id}` },
    })
    assert.equal(gone.status, 204)
    assert.equal((await enrolled(enrolment(made2.body.code, other))).statusCode, 404)
    const foreign = await ask(app, {
      ...{ as: 'ciso', tenant: second, url: '/api/v1/sensors/codes' },
      body: { site: sites[0], name: 'x' },
    })
    assert.equal(foreign.status, 422)
  })

  it('are let in slowly: trying codes is refused before anything is looked up', async () => {
    const statuses = []
    for (let at = 0; at < 12; at += 1) {
      const code = `schouw_sens_${'A'.repeat(63)}${at % 10}`
      statuses.push((await enrolled(enrolment(code, newKeys()), '198.51.100.9')).statusCode)
    }
    assert.deepEqual(statuses.slice(0, 10), Array(10).fill(404))
    assert.deepEqual(statuses.slice(10), [429, 429])
  })

  it('bring devices and conversations into the network of their own site', async () => {
    const sensor = await newSensor(sites[0])
    const lines = [
      { asset: assetAt('10.1.0.10', '02:aa:00:00:00:01', { firmware: 'V3.1', facts: [] }) },
      { asset: assetAt('10.1.0.20', '02:aa:00:00:00:02', { hostnames: ['eng-1'] }) },
      conversationOf(['10.1.0.20', '10.1.0.10']),
    ]
    const came = await sensor.batch(1, packed(lines))
    assert.deepEqual([came.status, came.body.state], [201, 'taken'], came.text)
    const { assets, conversations } = await network()
    const stranger = assets.find((one: any) => one.name === 'eng-1')
    assert.deepEqual([stranger.site, stranger.is_registered], [sites[0], false])
    const [one] = conversations.filter((talk: any) => talk.to === plc)
    assert.deepEqual(
      [one.from, one.packets, one.capture, one.frame],
      [stranger.id, 20, 'a.pcap', 3],
    )
    const { body } = await ask(app, { as: 'ot_engineer', url: '/api/v1/sources' })
    const source = body.items.find((row: any) => row.by === sensor.id)
    assert.deepEqual([source.format, source.site, source.sightings], ['sensor', sites[0], 2])
    const proposals = await ask(app, {
      ...{ as: 'ot_engineer', url: `/api/v1/sources/${source.id}/proposals` },
    })
    const known = proposals.body.items.find((item: any) => item.assets[0]?.id === plc)
    assert.equal(known.set.firmware, 'V3.1', proposals.text)
    assert.deepEqual((await network(second)).assets, [])
  })

  it('come to the same in whatever order batches come, and however often', async () => {
    const batches = [1, 2, 3, 4].map((number) => ({
      number,
      bytes: packed([
        { asset: assetAt('10.9.0.1', '02:bb:00:00:00:01') },
        { asset: assetAt('10.9.0.2', number % 2 === 0 ? '02:bb:00:00:00:02' : undefined) },
        conversationOf(['10.9.0.1', '10.9.0.2'], number),
      ]),
    }))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3, 3], { minLength: 9 }),
        async (order) => {
          const sensor = await newSensor(sites[1], 'order')
          for (const at of order) {
            const { number, bytes } = batches[at]!
            assert.ok((await sensor.batch(number, bytes)).status < 300)
          }
          const source = (await told(sensor.id)).source
          const rows = await bench.storage.read(first, async (db) => ({
            sightings: await db
              .selectFrom('sightings')
              .select(['mac', 'ip'])
              .where('source', '=', source)
              .orderBy('ip')
              .execute(),
            talks: await db
              .selectFrom('conversations')
              .select(['packets_to_server', 'connections', 'operations'])
              .where('source', '=', source)
              .execute(),
          }))
          assert.deepEqual(rows.sightings, [
            { mac: '02:bb:00:00:00:01', ip: '10.9.0.1' },
            { mac: '02:bb:00:00:00:02', ip: '10.9.0.2' },
          ])
          const operations = [{ name: 'read', effect: 'read', count: 10 }]
          assert.deepEqual(rows.talks, [{ packets_to_server: 10, connections: 4, operations }])
          await ask(app, {
            ...{ as: 'ciso', url: `/api/v1/sensors/${sensor.id}/revocation` },
            body: { reason: 'tried' },
          })
        },
      ),
      { numRuns: 4 },
    )
  })

  it('are missed by number: gaps are told, and filled later', async () => {
    const sensor = await newSensor(sites[0])
    await sensor.batch(1, packed(talk(['10.3.0.1', '10.3.0.2'])))
    await sensor.batch(4, packed(talk(['10.3.0.3', '10.3.0.4'])))
    assert.equal((await told(sensor.id)).missing, 2)
    assert.ok((await told(sensor.id)).troubles.includes('numbers_missing'))
    await sensor.batch(3, packed(talk(['10.3.0.5', '10.3.0.6'])))
    await sensor.batch(2, packed(talk(['10.3.0.7', '10.3.0.8'])))
    assert.equal((await told(sensor.id)).missing, 0)
  })

  it('say one thing a number: a thief who runs ahead is found out, and nothing is lost for it', async () => {
    const sensor = await newSensor(sites[0], 'two')
    const thief = new TestSensor(app, sensor.address, sensor.keys)
    await thief.batch(1, packed(talk(['10.4.0.66', '10.4.0.67'])))
    const own = packed(talk(['10.4.0.1', '10.4.0.2']))
    const came = await sensor.batch(1, own)
    assert.deepEqual([came.status, came.body.code], [409, 'number-taken'], came.text)
    assert.equal((await told(sensor.id)).troubles[0], 'two_senders')
    const { body } = await ask(app, { as: 'ot_engineer', url: '/api/v1/notices' })
    const notice = body.items.find((one: any) => one.kind === 'sensor_two_senders')
    assert.equal(notice.subject.id, sensor.id)
    // Revoked and let in again with a new key, the same batch is taken.
    await ask(app, {
      ...{ as: 'ciso', url: `/api/v1/sensors/${sensor.id}/revocation`, body: { reason: 'stolen' } },
    })
    assert.equal((await thief.batch(2, own)).status, 404)
    assert.equal((await (await newSensor(sites[0], 'two, again')).batch(1, own)).status, 201)
  })

  it('speak for no other site, sensor or organisation, and of nothing but what they see', async () => {
    const [sensor, other] = [await newSensor(sites[0]), await newSensor(sites[1])]
    const lines = talk(['10.5.0.1', '10.5.0.2'])
    const bytes = packed(lines)
    const refused = async (came: Promise<{ status: number }>, status: number, why: string) =>
      assert.equal((await came).status, status, why)
    // Its own key under the address of another, with its own statement and with theirs.
    await refused(sensor.batch(1, bytes, {}, other.address), 404, 'another sensor')
    const address = other.address
    await refused(sensor.batch(1, bytes, { address }, address), 404, 'another sensor, said so')
    const abroad = `${second}.${sensor.id}`
    await refused(sensor.batch(1, bytes, { address: abroad }, abroad), 404, 'another organisation')
    await refused(sensor.batch(1, bytes, { what: 'beat' }), 404, 'a signature for a beat')
    await refused(sensor.batch(1, bytes, { number: 2 }), 404, 'a signature for another number')
    await refused(sensor.batch(1, bytes, { digest: '0'.repeat(64) }), 404, 'for other bytes')
    // Nothing in a batch says where it is from, and there is no other kind of line.
    for (const [line, head] of [
      [{ record: { kind: 'asset', values: {} } }],
      [{ site: { id: sites[1] } }],
      [{ asset: assetAt('10.5.0.1'), site: sites[1] }],
      [{ alert: { name: 'x', site: sites[1] } }],
      [{ alert: { name: 'x', assets: [elsewhere] } }],
      [{ conduit: {} }],
      ['asset'],
      [
        { asset: assetAt('10.5.0.1') },
        { schema: 'schouw/sightings/1', captures: [], site: sites[1] },
      ],
    ] as const) {
      await refused(sensor.batch(1, packed([line], head)), 422, JSON.stringify(line))
    }
    await refused(sensor.batch(1, Buffer.from('no gzip')), 422, 'no gzip')
    await refused(sensor.batch(1, gzipSync(Buffer.alloc(20 * 1024 * 1024))), 422, 'a bomb')
    assert.equal((await told(sensor.id)).batches, 0)
    // Its key opens no other door.
    for (const url of ['/api/v1/network', '/api/v1/sensors', '/api/v1/alerts', '/api/v1/sources']) {
      const headers = { authorization: `Bearer ${sensor.keys.publicKey.toString('base64')}` }
      await refused(ask(app, { url, headers }), 401, url)
    }
    assert.equal((await sensor.batch(1, bytes)).status, 201)
    const { assets } = await network()
    const seen = assets.filter((one: any) => String(one.address).startsWith('10.5.0.'))
    assert.deepEqual(
      seen.map(({ site }: any) => site),
      [sites[0], sites[0]],
    )
  })

  it('raise alerts about their own site alone', async () => {
    const [sensor, other] = [await newSensor(sites[0]), await newSensor(sites[1])]
    const said = (addresses: readonly string[], seen = '2026-11-22T08:00:00Z') => ({
      ...{ name: 'PLC stopped', rule: 'same-rule', severity: 'high', addresses, seen_at: seen },
    })
    const both = ['10.1.0.10', '10.2.0.10']
    await other.batch(1, packed([{ alert: said(both) }]))
    const [victim] = await alerts()
    assert.deepEqual([victim.values.site, victim.values.assets], [sites[1], [elsewhere]])
    await sensor.batch(1, packed([{ alert: said(both, '2099-01-01T00:00:00Z') }]))
    const all = await alerts()
    const own = all.find(({ values }) => values.site === sites[0])
    // Not the asset of the other site, not the other site's alert, and no time that is yet to come.
    assert.deepEqual(own.values.assets, [plc])
    assert.equal(own.values.last_seen_at, now)
    assert.deepEqual(
      all.find(({ id }) => id === victim.id),
      victim,
    )
    assert.ok(all.every(({ values }) => values.site !== undefined))
    assert.deepEqual(await alerts(second), [])
    const flood = Array.from({ length: 100 }, (_, at) => ({
      alert: { ...said(both), rule: `r${at}` },
    }))
    for (let number = 2; number <= 7; number += 1) {
      const lines = flood.map(({ alert }) => ({
        alert: { ...alert, rule: `${alert.rule} ${number}` },
      }))
      assert.equal((await sensor.batch(number, packed(lines))).status, 201)
    }
    const { left_out, troubles } = await told(sensor.id)
    assert.deepEqual([left_out, troubles.includes('hub_left_out')], [101, true])
    const made = await bench.storage.read(first, (db) =>
      db.selectFrom('records').select('id').where('kind', '=', 'alert').execute(),
    )
    assert.equal(made.length, all.length + 499)
  })

  it('go into the log when the day is over, with their digests', async () => {
    const sensor = await newSensor(sites[0])
    await sensor.batch(1, packed(talk(['10.6.0.1', '10.6.0.2'])))
    const { source } = await told(sensor.id)
    later(24 * 60)
    await sensor.batch(2, packed(talk(['10.6.0.3', '10.6.0.4'])))
    const today = (await told(sensor.id)).source
    assert.notEqual(today, source)
    const entries = await bench.storage.read(first, (db) =>
      db.selectFrom('sources').select(['id', 'entry']).where('made_by', '=', sensor.id).execute(),
    )
    const entryOf = (id: string) => entries.find((one) => one.id === id)?.entry
    assert.ok(Number(entryOf(source)) > 0)
    assert.equal(entryOf(today), null)
  })

  it('are told by their beats, unknown as unknown, and missed when they are silent', async () => {
    const sensor = await newSensor(sites[0], 'quiet')
    const healthy = async () => (await told(sensor.id)).health
    assert.equal(await healthy(), 'never_heard')
    assert.equal((await told(sensor.id)).beat, null)
    const came = await sensor.beat(1, beatAt(now))
    const { settings, top_sequence } = came.body
    assert.deepEqual([came.status, settings, top_sequence], [200, null, 0], came.text)
    assert.equal(await healthy(), 'well')
    // Older than what is known: nothing new.
    await sensor.beat(3, beatAt(now, { clock: { ahead_ms: 90_000, within_ms: 20 } }))
    await sensor.beat(2, beatAt(now))
    assert.deepEqual((await told(sensor.id)).troubles, ['clock'])
    await sensor.beat(4, beatAt(now))
    later(4)
    assert.equal(await healthy(), 'well')
    later(2)
    assert.equal(await healthy(), 'silent')
    const silent = async (as: 'ot_engineer' | 'director') =>
      (await ask(app, { as, url: '/api/v1/notices' })).body.items.filter(
        (one: any) => one.kind === 'sensor_silent' && one.subject.id === sensor.id,
      ).length
    assert.deepEqual([await silent('ot_engineer'), await silent('director')], [1, 0])
    assert.equal((await sensor.beat(5, { ...beatAt(now), site: sites[1] })).status, 422)
    await sensor.beat(6, beatAt(now, { spool: { ...beatAt(now).spool, lost: 3 } }))
    assert.deepEqual((await told(sensor.id)).troubles, ['lost'])
    assert.equal(await silent('ot_engineer'), 0)
  })

  it('are set by those who may, from what they saw, within bounds; what was set is signed', async () => {
    const sensor = await newSensor(sites[0], 'set')
    const set = (values: unknown, version = 0) =>
      ask(app, {
        ...{ as: 'ot_engineer', method: 'PUT', url: `/api/v1/sensors/${sensor.id}/settings` },
        body: { version, values },
      })
    const values = { every_s: 30, filter: 'not port 443', most_packets: 50_000, folder: '' }
    assert.equal((await set({ ...values, filter: 'colour blue' })).status, 422)
    assert.equal((await set({ ...values, every_s: 0 })).status, 422)
    assert.equal((await set({ ...values, folder: '../etc' })).status, 422)
    assert.equal((await set(values)).body.version, 1)
    assert.equal((await set(values)).status, 412)
    const { body } = await sensor.beat(1, beatAt(now))
    assert.deepEqual(JSON.parse(body.settings.text), values)
    assert.deepEqual((await told(sensor.id)).troubles, ['settings_waiting'])
    await sensor.beat(2, beatAt(now, { settings: { version: 1, refused: null } }))
    assert.deepEqual((await told(sensor.id)).troubles, [])
  })
})
