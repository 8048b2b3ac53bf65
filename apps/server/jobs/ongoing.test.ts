// SPDX-License-Identifier: EUPL-1.2
// Work that somebody waits for, whoever does it: seen by its asker and the CISO of the same
// organisation, counted, and stopped with nothing left that is not said.
import assert from 'node:assert/strict'
import type { Readable } from 'node:stream'
import { after, afterEach, before, it } from 'node:test'
import type { LossInput } from '@schouw/core/risk'
import type { FastifyInstance } from 'fastify'
import { exported } from '../exchange/export.ts'
import { storeImport } from '../exchange/rows.ts'
import { httpApp } from '../http/app.ts'
import type { Caller } from '../http/caller.ts'
import { developmentTokens } from '../http/development.ts'
import { newId } from '../http/ids.ts'
import { everybody, personOf, type Role } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { FollowedRuns } from '../risk/followed.ts'
import { LossRuns } from '../risk/runs.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done, kindNamed } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { Ongoing, Stopped } from './ongoing.ts'
import { until } from './testing/running.ts'
import { sweep } from './upkeep.ts'

const clock = () => new Date().toISOString()

onBothEngines('work under way', (bench) => {
  let app: FastifyInstance
  let ongoing: Ongoing
  before(async () => {
    const { storage } = bench
    ongoing = new Ongoing({ storage, clock, signMs: 20 })
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage, authenticate, ongoing, requestsPerMinute: 1e9 })
  })
  after(() => app.close())
  afterEach(() => bench.storage.write(first, (db) => db.deleteFrom('job_runs').execute()))

  const listed = async (as: Role, tenant = first): Promise<readonly any[]> =>
    (await ask(app, { as, tenant, url: '/api/v1/jobs' })).body.items
  const stop = (id: string, as: Role, tenant = first) =>
    ask(app, { as, tenant, method: 'POST', url: `/api/v1/jobs/${id}/cancel` })
  const callerOf = (role: Role) =>
    everybody.find(({ actor, tenant }) => tenant === first && actor.roles[0] === role) as Caller
  const begun = { tenant: first, by: personOf('ot_engineer'), name: 'source' } as const

  it('is listed for its asker and the CISO of that organisation, and for nobody else', async () => {
    const going = ongoing.begin({ ...begun, about: { file: 'conn.log' } })
    going.count({ done: 12, total: null, of: 'rows' })
    await until(async () => (await listed('ot_engineer')).length === 1)
    const [own] = await listed('ot_engineer')
    assert.deepEqual(
      [own.name, own.about, own.state, own.progress, own.can_cancel, own.leaves],
      [
        'source',
        { register: null, file: 'conn.log' },
        'active',
        { done: 12, total: null, of: 'rows' },
        true,
        'nothing',
      ],
    )
    assert.equal((await listed('ciso'))[0]?.asked_by, personOf('ot_engineer'))
    for (const role of ['director', 'it_manager', 'auditor', 'employee'] as const) {
      assert.deepEqual(await listed(role), [], role)
      assert.equal((await stop(own.id, role)).status, 404, role)
    }
    assert.deepEqual(await listed('ciso', second), [])
    assert.equal((await stop(own.id, 'ciso', second)).status, 404)
    assert.equal(going.signal.aborted, false)
    assert.equal((await stop(own.id, 'ciso')).body.is_cancel_asked, true)
    await until(() => going.signal.aborted)
    assert.ok(going.signal.reason instanceof Stopped)
    await going.end('cancelled')
    const [ended] = await listed('ot_engineer')
    assert.deepEqual([ended.state, ended.can_cancel], ['cancelled', false])
    assert.equal((await stop(own.id, 'ot_engineer')).body.state, 'cancelled')
  })

  it('hears until its last step whoever asked, also between two signs, and nobody afterwards', async () => {
    const rarely = new Ongoing({ storage: bench.storage, clock, signMs: 1_000_000 })
    const asked = async (isLate: boolean) => {
      const going = rarely.begin(begun)
      going.sign()
      await until(async () => (await listed('ciso')).length === 1)
      const [{ id }] = await listed('ciso')
      if (isLate) await going.conclude()
      await stop(id, 'ciso')
      if (isLate) {
        going.sign()
        await going.end('done')
        return going.signal.aborted
      }
      assert.equal(going.signal.aborted, false)
      await going.conclude()
      await going.end('cancelled')
      await bench.storage.write(first, (db) => db.deleteFrom('job_runs').execute())
      return going.signal.aborted
    }
    assert.equal(await asked(false), true)
    assert.equal(await asked(true), false)
  })

  it('says nothing of what is done at once, and what a server left when it ended', async () => {
    assert.equal(await ongoing.during(begun, async () => 'quick'), 'quick')
    assert.deepEqual(await listed('ot_engineer'), [])
    const failing = ongoing.during(begun, async () => {
      await until(async () => (await listed('ot_engineer')).length === 1)
      throw new RangeError('no')
    })
    await assert.rejects(failing, RangeError)
    assert.equal((await listed('ot_engineer'))[0]?.state, 'failed')
    const left = ongoing.begin(begun)
    await until(async () => (await listed('ot_engineer')).length === 2)
    // As another server sees it two minutes after the last sign.
    await left.end('done')
    const before = new Date(Date.now() - 120_000).toISOString()
    await bench.storage.write(first, (db) =>
      db
        .updateTable('job_runs')
        .set({ state: 'active', finished_at: null, seen_at: before })
        .where('state', '=', 'done')
        .execute(),
    )
    const lost = (await listed('ot_engineer')).find(({ state }) => state === 'lost')
    assert.equal(lost?.can_cancel, false)
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString()
    await bench.storage.write(first, (db) => sweep(db, later))
    assert.ok((await listed('ot_engineer')).every(({ state }) => state === 'failed'))
  })

  it('an import is among it, and is stopped from there', async () => {
    const id = newId(clock())
    const at = clock()
    await bench.storage.write(first, (db) =>
      storeImport(db, {
        ...{ id, kind: 'supplier', state: 'writing', file_name: 'lijst.csv', format: 'csv' },
        ...{ digest: '', size: 1, rows: 40, sheets: { all: [], proposals: [] }, settings: null },
        ...{ problems: [], made_at: at, made_by: personOf('it_manager') },
      }),
    )
    const [own] = await listed('it_manager')
    assert.deepEqual(
      [own.id, own.name, own.about, own.progress, own.leaves],
      [
        id,
        'import-write',
        { register: 'suppliers', file: 'lijst.csv' },
        { done: 0, total: 40, of: 'rows' },
        'undoable',
      ],
    )
    assert.deepEqual(await listed('director'), [])
    assert.equal((await stop(id, 'director')).status, 404)
    assert.equal((await stop(id, 'it_manager')).body.is_cancel_asked, true)
    const row = await bench.storage.read(first, (db) =>
      db.selectFrom('imports').select('is_cancelled').where('id', '=', id).executeTakeFirst(),
    )
    assert.equal(row?.is_cancelled, true)
    await bench.storage.write(first, (db) =>
      db.updateTable('imports').set({ state: 'done' }).where('id', '=', id).execute(),
    )
    assert.deepEqual(await listed('it_manager'), [])
  })

  it('a stopped export breaks off the file', {
    timeout: 120_000,
  }, async () => {
    const { storage } = bench
    const sites = Array.from({ length: 1_600 }, (_, at) => ({
      code: `S${at}`,
      name: `Hal ${at} ${'x'.repeat(150)}`,
    }))
    await Promise.all(sites.map((values) => done(storage, creating('site', values))))
    const call = {
      storage,
      caller: callerOf('ciso'),
      kind: kindNamed('site'),
      now: clock(),
      ongoing,
    }
    const terms = { language: 'nl', delimiter: 'comma', bom: 'no' } as const
    const answer = await exported(call, { ...terms, format: 'csv' }, {})
    assert.ok('status' in answer)
    const chunks = (answer.body as Readable)[Symbol.asyncIterator]()
    await chunks.next()
    await chunks.next()
    await until(async () => (await listed('ciso'))[0]?.progress?.done >= 500)
    const [job] = await listed('ciso')
    assert.deepEqual([job.name, job.about.register], ['export', 'sites'])
    await stop(job.id, 'ciso')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await assert.rejects(async () => {
      while (!(await chunks.next()).done);
    }, Stopped)
    await until(async () => (await listed('ciso'))[0]?.state === 'cancelled')
    const whole = await exported(call, { ...terms, format: 'csv' }, {})
    let lines = 0
    if ('status' in whole) {
      for await (const chunk of whole.body as Readable)
        lines += String(chunk).split('\n').length - 1
    }
    assert.ok(lines > 1_600)
  })

  it('a simulation that is stopped stays so for whoever asks again at once', async () => {
    const runs = new LossRuns({ patienceMs: 1, leaseMs: 60_000 })
    const followed = new FollowedRuns(runs, ongoing)
    const input: LossInput = {
      years: 1_000_000,
      seed: 1,
      risks: Array.from({ length: 200 }, (_, at) => ({
        id: `r${at}`,
        frequency: { poisson: 30 },
        loss_eur: { lognormal: { median: 10_000, p95: 90_000 } },
      })),
    } as unknown as LossInput
    const told = await followed.ask(callerOf('ciso'), input)
    assert.ok('progress' in told)
    await until(async () => (await listed('ciso'))[0]?.name === 'simulation')
    const [job] = await listed('ciso')
    assert.equal(job.progress.total, 1_000_000)
    await stop(job.id, 'ciso')
    await until(() => runs.count === 0)
    assert.deepEqual(await followed.ask(callerOf('ciso'), input), { stopped: true })
    assert.equal(runs.count, 0)
    await until(async () => (await listed('ciso'))[0]?.state === 'cancelled')
    runs.close()
  })
})
