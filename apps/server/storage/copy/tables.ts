// SPDX-License-Identifier: EUPL-1.2
import { StorageFault } from '../fault.ts'
import type { Transaction } from '../session.ts'

// Everything that lasts, from the catalogue: a table that is made tomorrow is copied without being
// asked for, and one that nobody may read whole stops the copy instead of being left out.

export interface CopiedTable {
  /** With its schema. */
  readonly name: string
  /** But for those that make themselves from the others. */
  readonly columns: readonly string[]
  /** As whom all of it is seen: a role that sees every row, or one tenant after the other. */
  readonly seenBy: { readonly role: string } | 'tenants'
  /** Whether even its owner is held to its policies. */
  readonly isForced: boolean
}

interface Found {
  readonly name: string
  readonly columns: readonly string[]
  readonly role: string | null
  readonly has_tenant: boolean
  readonly is_read_by_app: boolean
  readonly has_counter: boolean
  readonly is_forced: boolean
  readonly leans_on: readonly string[]
}

// A role sees all of a table when it may read it and a policy lets every row through.
const find = `select format('%I.%I', n.nspname, c.relname) as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
      as columns,
    (select r.rolname::text from pg_roles r
      where r.rolname like 'schouw\\_%' and has_table_privilege(r.oid, c.oid, 'select')
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'r')
        and r.oid = any(p.polroles) and pg_get_expr(p.polqual, c.oid) = 'true')
      order by 1 limit 1) as role,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant'
      and a.attnotnull) as has_tenant,
    has_table_privilege('schouw_app', c.oid, 'select') as is_read_by_app,
    exists (select from pg_attribute a where a.attrelid = c.oid and (a.attidentity <> ''
      or case when a.attisdropped or a.attnum < 1 then false
        else pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null end))
      as has_counter,
    c.relforcerowsecurity as is_forced,
    array(select distinct f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as leans_on
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and (n.nspname = 'schouw' or n.nspname like 'schouw\\_%')
    and not (n.nspname = 'schouw' and c.relname = 'migrations')
  order by 1`

/** In an order in which each table comes after those it leans on. */
export async function copiedTables(transaction: Transaction): Promise<readonly CopiedTable[]> {
  await transaction.script('set local search_path to pg_catalog')
  const { rows } = await transaction.query<Found>({ text: find })
  await transaction.script('set local search_path to schouw')
  return inOrder(rows).map((found): CopiedTable => {
    const { name, columns, role, has_tenant, is_read_by_app, has_counter } = found
    const isForced = found.is_forced
    if (has_counter) {
      throw new StorageFault('storage-setup', `${name} has a counter, which is not copied`)
    }
    if (role !== null) return { name, columns, seenBy: { role }, isForced }
    if (has_tenant && is_read_by_app) return { name, columns, seenBy: 'tenants', isForced }
    throw new StorageFault('storage-setup', `no role of ours sees all of ${name}`)
  })
}

function inOrder(tables: readonly Found[]): readonly Found[] {
  const done: Found[] = []
  let left = tables
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name))
    const [free, rest] = [true, false].map((isFree) =>
      left.filter(({ leans_on }) => leans_on.some((one) => names.has(one)) !== isFree),
    )
    if (free === undefined || free.length === 0) {
      throw new StorageFault('storage-setup', `tables lean on each other: ${[...names].join(', ')}`)
    }
    done.push(...free)
    left = rest ?? []
  }
  return done
}

export interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly digest: string
}

/** As the owner of the schema, which no tenant's role is. */
export async function appliedMigrations(
  transaction: Transaction,
): Promise<readonly AppliedMigration[]> {
  const { rows } = await transaction.query<AppliedMigration>({
    text: 'select number, name, digest from schouw.migrations order by number',
  })
  return rows
}
