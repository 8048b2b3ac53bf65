// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { StorageFault } from './fault.ts'
import { onBothEngines } from './testing/engines.ts'
import { creating, done } from './testing/records.ts'
import { first, second, tenantTables } from './testing/tenants.ts'

const isFault = (code: string) => (error: unknown) =>
  error instanceof StorageFault && error.code === code

onBothEngines('tenants apart', (bench) => {
  it('forces row-level security on every table of a tenant, under keys that begin with it', async () => {
    const { rows } = await bench.storage.engine.pool.query(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select from pg_policy p where p.polrelid = c.oid
          and pg_get_expr(p.polqual, c.oid) like '%app_tenant()%'
          and 'schouw_app'::regrole = any(p.polroles)) as has_policy,
        (select a.attname from pg_index i join pg_attribute a
          on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as leads
      from pg_class c where c.relnamespace = 'schouw'::regnamespace and c.relkind in ('r', 'p')`)
    const tables = rows.filter(({ name }) => name !== 'migrations')
    assert.ok(tables.length >= 15)
    for (const { name, forced, has_policy, leads } of tables) {
      assert.ok(forced, `${name} does not force row-level security`)
      assert.ok(has_policy, `${name} has no policy for the application`)
      assert.equal(leads, name === 'tenants' ? 'id' : 'tenant', name)
    }
  })

  it('lets no index of a tenant begin with anything but the tenant', async () => {
    const { rows } = await bench.storage.engine.pool.query(`
      select i.indexrelid::regclass::text as name, a.attname as leads
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
        join pg_am m on m.oid = x.relam and m.amname = 'btree'
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'schouw'::regnamespace`)
    const strange = rows.filter(
      ({ name, leads }) =>
        leads !== 'tenant' &&
        !/(tenants_pkey|migrations_pkey|logs_origin_key|outbox_due)$/.test(name),
    )
    assert.deepEqual(strange, [])
  })

  it('shows one tenant nothing of another, and nobody anything without a tenant', async () => {
    const { storage } = bench
    await done(storage, creating('site', { code: 'S1', name: 'Only mine' }))
    const count = async (tenant: string) =>
      storage.read(tenant, async (db) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from records`.execute(db)
        return rows[0]?.n
      })
    assert.equal(await count(first), 1)
    assert.equal(await count(second), 0)
    assert.equal(await count('0190f000-0000-7000-8000-00000000000f'), 0)
    const nobody = await storage.session
      .run('system', () =>
        storage.db
          .selectFrom('records')
          .selectAll()
          .execute()
          .catch((error) => String(error)),
      )
      .catch((error) => String(error))
    assert.match(String(nobody), /permission denied|aborted|had failed/)
  })

  it('refuses to write a row of another tenant', async () => {
    const { storage } = bench
    const attempt = storage.write(second, (db) =>
      sql`insert into record_uniques (tenant, kind, field, value, id)
        values (${first}, 'site', 'code', 'x', ${first})`.execute(db),
    )
    await assert.rejects(attempt, /row-level security/)
  })

  it('lets the application neither change nor delete what is in the log', async () => {
    const { storage } = bench
    for (const text of [
      sql`update log_entries set header = ''`,
      sql`delete from log_entries`,
      sql`update log_tiles set hashes = ''`,
      sql`delete from log_payloads`,
      sql`update log_payloads set slot = 'x'`,
      sql`truncate log_entries`,
      sql`alter table log_entries disable row level security`,
    ]) {
      await assert.rejects(
        storage.write(first, (db) => text.execute(db)),
        /permission denied|must be owner/,
      )
    }
  })

  it('does not let a transaction take another identity', async () => {
    const { storage } = bench
    // The connection itself may, so the text of a statement must never come from outside.
    await assert.rejects(
      storage.write(`${first}'; reset role; --`, (db) => sql`select 1`.execute(db)),
      TypeError,
    )
  })

  it('throws at once where a transaction would wait for itself', async () => {
    const { storage } = bench
    const inside = (work: () => Promise<unknown>) => storage.write(first, work)
    await assert.rejects(
      inside(() => storage.read(first, (db) => db.selectFrom('logs').selectAll().execute())),
      isFault('storage-nested'),
    )
    await assert.rejects(
      inside(() => storage.apply(first, creating('site', { code: 'S2', name: 'Two' }))),
      isFault('storage-nested'),
    )
    await assert.rejects(
      inside(() => storage.tenants()),
      isFault('storage-nested'),
    )
    await assert.rejects(
      inside(() =>
        storage.db.transaction().execute((db) => db.selectFrom('logs').selectAll().execute()),
      ),
      isFault('storage-nested'),
    )
    assert.equal((await storage.tenants()).length, 2)
  })

  it('refuses a statement outside of a transaction, or after its end', async () => {
    const { storage } = bench
    await assert.rejects(
      storage.db.selectFrom('logs').selectAll().execute(),
      isFault('storage-outside'),
    )
    let late: Promise<unknown> | undefined
    await storage.read(first, async (db) => {
      late = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
        db.selectFrom('logs').selectAll().execute(),
      )
      late.catch(() => {})
    })
    await assert.rejects(late ?? Promise.resolve(), isFault('storage-outside'))
    assert.equal(
      (await storage.read(first, (db) => db.selectFrom('logs').selectAll().execute())).length,
      1,
    )
  })

  it('undoes all of a transaction that throws, also one whose error was caught inside', async () => {
    const { storage } = bench
    const file = {
      digest: 'a'.repeat(64),
      size: 1,
      type: 'text/plain',
      state: 'stored' as const,
      at: '2026-01-01T00:00:00.000Z',
    }
    await assert.rejects(
      storage.write(first, async (db) => {
        await db.insertInto('files').values(file).execute()
        throw new Error('changed my mind')
      }),
      /changed my mind/,
    )
    await assert.rejects(
      storage.write(first, async (db) => {
        await db.insertInto('files').values(file).execute()
        await sql`select 1 / 0`.execute(db).catch(() => {})
      }),
      /had failed/,
    )
    assert.deepEqual(
      await storage.read(first, (db) => db.selectFrom('files').selectAll().execute()),
      [],
    )
  })

  it('has more than one table of a tenant to look at', async () => {
    assert.ok((await tenantTables(bench.storage)).length >= 14)
  })
})
