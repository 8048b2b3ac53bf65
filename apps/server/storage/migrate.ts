// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Engine } from './engine/engine.ts'
import { inTurn } from './engine/turns.ts'
import { faultOf, StorageFault, sqlState } from './fault.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  /** SHA-256 of the text in hex: a file that was applied somewhere never changes again. */
  readonly digest: string
}

export function migrationsIn(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{3}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
  return files.map((file, at) => {
    const number = Number(file.slice(0, 3))
    if (number !== at + 1) {
      throw new StorageFault('storage-version', `${file} does not follow migration ${at}`)
    }
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    const digest = createHash('sha256').update(text).digest('hex')
    return { number, name: file.slice(4, -4), text, digest }
  })
}

export const ownMigrations = (): readonly Migration[] =>
  migrationsIn(join(import.meta.dirname, 'migrations'))

/** Brings the database up to these migrations; gives how many were new. Forward only. */
export async function migrate(engine: Engine, migrations = ownMigrations()): Promise<number> {
  return inTurn(engine, 'migrate', async (client) => {
    await prepare(client)
    const applied = await appliedOf(client)
    check(applied, migrations)
    const due = migrations.slice(applied.length)
    for (const migration of due) await apply(client, migration)
    await tune(client)
    return due.length
  })
}

/** How many a database has; none when it is not one of ours yet. */
export async function appliedCount(engine: Engine): Promise<number> {
  try {
    const { rows: there } = await engine.pool.query(
      `select to_regclass('schouw.migrations') is not null as is_there`,
    )
    if (there[0]?.is_there !== true) return 0
    const { rows } = await engine.pool.query('select count(*) as count from schouw.migrations')
    return rows[0]?.count ?? 0
  } catch (error) {
    throw faultOf(error)
  }
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly digest: string
}

function check(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const { number, name, digest } of applied) {
    const known = migrations[number - 1]
    if (known === undefined) {
      throw new StorageFault(
        'storage-version',
        `the database is newer than this program: it has migration ${number} (${name}), the program knows ${migrations.length}`,
      )
    }
    if (known.digest !== digest) {
      throw new StorageFault(
        'storage-version',
        `migration ${number} (${name}) is not the one the database was made with`,
      )
    }
  }
}

async function appliedOf(client: pg.PoolClient): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(
    'select number, name, digest from schouw.migrations order by number',
  )
  return rows
}

async function prepare(client: pg.PoolClient): Promise<void> {
  try {
    for (const role of ['schouw_app', 'schouw_system', 'schouw_identity']) {
      await client.query(makeRole(role))
      await client.query(grantRole(role))
    }
    await client.query('create schema if not exists schouw')
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new StorageFault(
      'storage-setup',
      'the user of DATABASE_URL may not prepare the database; run once as an administrator: create role schouw_app nologin; create role schouw_system nologin; create role schouw_identity nologin; grant schouw_app, schouw_system, schouw_identity to that user; and grant it create on the database',
      error,
    )
  }
  await client.query(`create table if not exists schouw.migrations (
    number integer primary key, name text not null, digest text not null,
    at timestamptz not null default now())`)
}

/** Roles belong to the whole server: another database of ours on it may have made them already. */
const makeRole = (role: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$`

const grantRole = (role: string) => `do $$ begin
  if not pg_has_role(current_user, '${role}', 'member') then execute 'grant ${role} to current_user'; end if;
end $$`

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into schouw.migrations (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/**
 * Under row-level security an index serves only conditions whose functions are known to give
 * nothing away about rows they are not shown. These compare and never fail on what they are given,
 * so they qualify, but only a superuser may say so. Without it searches read more rows, and
 * answer the same.
 */
const harmless = [
  'ts_match_vq(tsvector, tsquery)',
  'jsonb_contains(jsonb, jsonb)',
  'jsonb_object_field_text(jsonb, text)',
  'jsonb_object_field(jsonb, text)',
  'jsonb_lt(jsonb, jsonb)',
  'jsonb_le(jsonb, jsonb)',
  'jsonb_gt(jsonb, jsonb)',
  'jsonb_ge(jsonb, jsonb)',
]

async function tune(client: pg.PoolClient): Promise<void> {
  await client.query(`do $$ declare signature text; begin
    if current_setting('is_superuser') = 'on' then
      foreach signature in array array['${harmless.join("', '")}'] loop
        if not (select proleakproof from pg_proc where oid = ('pg_catalog.' || signature)::regprocedure) then
          execute 'alter function pg_catalog.' || signature || ' leakproof';
        end if;
      end loop;
    end if;
  end $$`)
}
