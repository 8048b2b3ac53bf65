// SPDX-License-Identifier: EUPL-1.2
// A second tenant that looks over the shoulder of every storage test: it must see nothing of the
// first and lose nothing of its own.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Storage } from '../storage.ts'

export const first = '0190a000-0000-7000-8000-00000000000a'
export const second = '0190b000-0000-7000-8000-00000000000b'

/** Tables that have a tenant, from the catalogue: a new one is looked at without being asked for. */
export async function tenantTables(storage: Storage): Promise<readonly string[]> {
  const { rows } = await storage.engine.pool.query(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'schouw'::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'tenant' order by 1`,
  )
  return rows.map(({ relname }) => relname)
}

/** All rows that a tenant has, as one digest a table. */
export async function fingerprint(storage: Storage, tenant: string): Promise<unknown> {
  const tables = await tenantTables(storage)
  return storage.read(tenant, async (db) => {
    const digests: Record<string, unknown> = {}
    for (const table of tables) {
      const { rows } = await sql<{ digest: string; foreign: number }>`
        select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest,
          count(*) filter (where t.tenant <> ${tenant}) as foreign
        from ${sql.table(table)} t`.execute(db)
      assert.equal(rows[0]?.foreign, 0, `${table} shows rows of another tenant`)
      digests[table] = rows[0]?.digest
    }
    return digests
  })
}

/** Tries, as the second tenant, to change and delete whatever the first has. */
export async function assertApart(storage: Storage, before: unknown): Promise<void> {
  assert.deepEqual(await fingerprint(storage, second), before, 'the second tenant was changed')
  const own = await fingerprint(storage, first)
  for (const table of await tenantTables(storage)) {
    for (const attempt of [
      sql`update ${sql.table(table)} set tenant = tenant where tenant = ${first}`,
      sql`delete from ${sql.table(table)} where tenant = ${first}`,
    ]) {
      const count = await storage
        .write(second, async (db) => Number((await attempt.execute(db)).numAffectedRows))
        .catch((error) => (/permission denied/.test(String(error)) ? 0 : Promise.reject(error)))
      assert.equal(count, 0, `${table}: the second tenant reached a row of the first`)
    }
  }
  assert.deepEqual(await fingerprint(storage, first), own)
}
