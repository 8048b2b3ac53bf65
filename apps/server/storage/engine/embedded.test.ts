// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { StorageFault } from '../fault.ts'
import { migrate } from '../migrate.ts'
import { openEmbedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { makeTemplate } from './template.ts'

describe('the embedded engine', () => {
  let folder = ''
  let directory = ''
  let engine: Engine
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schouw-embedded-'))
    directory = join(folder, 'database')
    engine = await openEmbedded({ directory, template: await makeTemplate() })
    await engine.pool.query('create table public.t (n integer)')
  })
  after(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('forces each commit to the disk', async () => {
    const before = engine.gauges?.fsyncs() ?? 0
    for (let n = 0; n < 20; n += 1) {
      await engine.pool.query('insert into public.t values ($1)', [n])
    }
    assert.equal((engine.gauges?.fsyncs() ?? 0) - before, 20)
  })

  it('begins from a template that is migrated', async () => {
    assert.equal(await migrate(engine), 0)
  })

  it('lets no second process in', async () => {
    await assert.rejects(
      openEmbedded({ directory, template: null }),
      (error) => error instanceof StorageFault && error.code === 'storage-locked',
    )
  })

  it('keeps the thread that serves people free', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 5)
    await engine.pool.query('select count(*) from generate_series(1, 3000000)')
    clearInterval(timer)
    assert.ok(turns > 3, `${turns} turns`)
  })

  it('bounds its shared memory', async () => {
    const { rows } = await engine.pool.query('show shared_buffers')
    assert.equal(rows[0]?.shared_buffers, '32MB')
  })

  it('refuses writes while the disk is full, and has lost nothing afterwards', async () => {
    engine.gauges?.setDiskFull(true)
    const attempts = await Promise.allSettled(
      Array.from({ length: 3 }, () =>
        engine.pool.query('insert into public.t select generate_series(1, 20000)'),
      ),
    )
    assert.ok(attempts.every(({ status }) => status === 'rejected'))
    engine.gauges?.setDiskFull(false)
    const count = await eventually(async () => {
      const { rows } = await engine.pool.query('select count(*) as n from public.t')
      return rows[0]?.n
    })
    assert.equal(count, 20)
    await engine.pool.query('insert into public.t values (20)')
  })

  it('answers the session settings to every connection', async () => {
    const { rows } = await engine.pool.query('show timezone')
    assert.equal(String(rows[0]?.TimeZone).toLowerCase(), 'utc')
  })

  it('leaves nothing of a connection that was given up to the next', async () => {
    const client = await engine.pool.connect()
    await client.query('begin')
    await client.query('insert into public.t values (99)')
    client.release(true)
    const { rows } = await engine.pool.query('select count(*) as n from public.t where n = 99')
    assert.equal(rows[0]?.n, 0)
  })
})

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
