// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openEmbedded } from './engine/embedded.ts'
import type { Engine } from './engine/engine.ts'
import { openPostgres } from './engine/postgres.ts'
import { makeTemplate } from './engine/template.ts'
import { StorageFault } from './fault.ts'
import { type Migration, migrate, ownMigrations } from './migrate.ts'
import { type PrivatePostgres, privatePostgres } from './testing/private-postgres.ts'

const versionFault = (pattern: RegExp) => (error: unknown) =>
  error instanceof StorageFault && error.code === 'storage-version' && pattern.test(error.message)

const own = ownMigrations()

function next(text: string, name = 'next'): Migration {
  return { number: own.length + 1, name, text, digest: `digest of ${text}` }
}

for (const name of ['embedded', 'postgres'] as const) {
  describe(`migrations (${name})`, () => {
    let engine: Engine | undefined
    let postgres: PrivatePostgres | undefined
    let folder = ''
    const the = () => engine as Engine
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'schouw-migrate-'))
      if (name === 'embedded') {
        engine = await openEmbedded({
          directory: join(folder, 'database'),
          template: await makeTemplate(),
        })
      } else {
        postgres = privatePostgres(['fsync=off'])
        if (postgres !== undefined) engine = await openPostgres(await postgres.database())
      }
    })
    after(async () => {
      await engine?.close()
      postgres?.remove()
      rmSync(folder, { recursive: true, force: true })
    })
    const skip = () => engine === undefined && 'no PostgreSQL server on this machine'

    it('runs once, and takes only what is new', async (test) => {
      if (skip()) return test.skip(String(skip()))
      await migrate(the())
      assert.equal(await migrate(the()), 0)
      assert.equal(await migrate(the(), [...own, next('create table public.one (n integer)')]), 1)
    })

    it('refuses a database that is newer than the program, in one line', async (test) => {
      if (skip()) return test.skip(String(skip()))
      await assert.rejects(
        migrate(the(), own),
        versionFault(/^[^\n]*newer than this program[^\n]*$/),
      )
    })

    it('refuses a migration that was edited after it ran', async (test) => {
      if (skip()) return test.skip(String(skip()))
      await assert.rejects(
        migrate(the(), [...own, next('create table public.other (n integer)')]),
        versionFault(/is not the one/),
      )
    })

    it('leaves nothing of one that fails half-way', async (test) => {
      if (skip()) return test.skip(String(skip()))
      const kept = next('create table public.one (n integer)')
      const broken = {
        ...next('create table public.two (n integer); select 1 / 0'),
        number: kept.number + 1,
      }
      await assert.rejects(migrate(the(), [...own, kept, broken]), /division by zero/)
      const { rows } = await the().pool.query("select to_regclass('public.two') as found")
      assert.equal(rows[0]?.found, null)
    })

    if (name === 'embedded') return
    it('takes turns when two processes start at once', async (test) => {
      if (postgres === undefined) return test.skip('no PostgreSQL server on this machine')
      const url = await postgres.database()
      const both = await Promise.all([openPostgres(url), openPostgres(url), openPostgres(url)])
      const counts = await Promise.all(both.map((one) => migrate(one)))
      assert.deepEqual(counts.sort(), [0, 0, own.length])
      await Promise.all(both.map((one) => one.close()))
    })

    it('says what an administrator must do where the user may not', async (test) => {
      if (postgres === undefined) return test.skip('no PostgreSQL server on this machine')
      const url = await postgres.database()
      await the().pool.query('create role plain login')
      const engineOfPlain = await openPostgres(url.replace('postgres@', 'plain@'))
      await assert.rejects(
        migrate(engineOfPlain),
        (error) => error instanceof StorageFault && error.code === 'storage-setup',
      )
      const database = /@\/(\w+)/.exec(url)?.[1]
      await the().pool.query(`grant create on database ${database} to plain`)
      await the().pool.query('grant schouw_app, schouw_system, schouw_identity to plain')
      assert.equal(await migrate(engineOfPlain), own.length)
      await engineOfPlain.close()
    })
  })
}

describe('migrations on their own', () => {
  it('are numbered from one, without a gap, and never edited once released', () => {
    assert.deepEqual(
      own.map(({ number }) => number),
      own.map((_, at) => at + 1),
    )
  })
})
