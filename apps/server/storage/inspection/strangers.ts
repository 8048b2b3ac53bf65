// SPDX-License-Identifier: EUPL-1.2
import type { Engine } from '../engine/engine.ts'
import { faultOf } from '../fault.ts'

export interface Strangers {
  readonly table: string
  readonly tenant: string
}

/**
 * Rows of tenants that are not there, which no tenant sees. Undefined where the user of the
 * database is held back by row-level security too, and cannot look.
 */
export async function strangers(engine: Engine): Promise<readonly Strangers[] | undefined> {
  try {
    const { rows: may } = await engine.pool.query<{ may: boolean }>(
      `select rolsuper or rolbypassrls as may from pg_roles where rolname = current_user`,
    )
    if (may[0]?.may !== true) return undefined
    const { rows: tables } = await engine.pool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'schouw'::regnamespace and c.relkind in ('r', 'p')
          and a.attname = 'tenant' order by 1`,
    )
    const found: Strangers[] = []
    for (const { name } of tables) {
      const { rows } = await engine.pool.query<{ tenant: string }>(
        `select distinct tenant from schouw."${name.replaceAll('"', '""')}" x
          where not exists (select from schouw.tenants t where t.id = x.tenant) limit 20`,
      )
      found.push(...rows.map(({ tenant }) => ({ table: name, tenant })))
    }
    return found
  } catch (error) {
    throw faultOf(error)
  }
}

/** The number of the newest migration of the database; 0 when it is none of ours. */
export async function databaseVersion(engine: Engine): Promise<number> {
  try {
    const { rows: there } = await engine.pool.query<{ there: boolean }>(
      `select to_regclass('schouw.migrations') is not null as there`,
    )
    if (there[0]?.there !== true) return 0
    const { rows } = await engine.pool.query<{ number: number | null }>(
      'select max(number) as number from schouw.migrations',
    )
    return rows[0]?.number ?? 0
  } catch (error) {
    throw faultOf(error)
  }
}
