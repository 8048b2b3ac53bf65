// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Asset, assetOf } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

/** Registers that are held against advisories: devices, and the software that is in them. */
export const subjectKinds = ['asset', 'software-component'] as const

/** Devices that are not there, or no longer, have no vulnerabilities. */
const gone = ['out_of_use', 'disposed', 'planned']

const subjectsTogether = 1_000

/** Subjects by id, from one on, of which an entry came between the two; those that are gone are left out. */
export async function subjectRows(
  db: Database,
  {
    after,
    since,
    until,
  }: { readonly after: string; readonly since: number; readonly until: number },
): Promise<readonly RecordVersion[]> {
  let query = standingSubjects(db, undefined).where('id', '>', after)
  // Of everything, the rows come by their ids; of a few, by their entries.
  if (since >= 0) query = query.where('entry', '>', since)
  const rows = await query
    .where('entry', '<=', until)
    .select(recordColumns)
    .orderBy('id')
    .limit(subjectsTogether)
    .execute()
  return rows.map(recordOf)
}

/** What changed since an entry, whatever it is now. */
export async function subjectsSince(db: Database, since: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('kind', 'in', [...subjectKinds])
    .where('entry', '>', since)
    .execute()
  return rows.map(({ id }) => id)
}

/** Of what changed since an entry, what is no subject now. */
export async function goneSubjects(db: Database, since: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('kind', 'in', [...subjectKinds])
    .where('entry', '>', since)
    .where((where) => where.or([where('is_retired', '=', true), where('state', 'in', gone)]))
    .execute()
  return rows.map(({ id }) => id)
}

export async function subjectCount(db: Database, ids?: readonly string[]): Promise<number> {
  const row = await standingSubjects(db, ids)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

function standingSubjects(db: Database, ids: readonly string[] | undefined) {
  const query = db
    .selectFrom('records')
    .where('kind', 'in', [...subjectKinds])
    .where('is_retired', '=', false)
    .where('state', 'not in', gone)
  return ids === undefined ? query : query.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
}

/** A record as the matcher wants it. What people call a device is no product. */
export function subjectOf({ id, kind, values }: RecordVersion): Asset {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  if (kind === 'asset') {
    const row = {
      id,
      vendor: text('vendor'),
      product: text('model'),
      order_number: text('order_number'),
      version: text('firmware'),
      serial_number: text('serial'),
    }
    return assetOf(row, id)
  }
  const sha256 = text('sha256')
  const row = {
    id,
    vendor: text('vendor'),
    product: text('name'),
    version: text('version'),
    purl: text('purl'),
    cpe: text('cpe'),
    hashes: sha256 === '' ? [] : [`sha256:${sha256}`],
  }
  return assetOf(row, id)
}

/** Forgets what was matched of subjects that are gone, of all or of these; what people made of it stays. */
export async function dropGone(db: Database, only?: readonly string[]): Promise<number> {
  const among = only === undefined ? sql`true` : sql`m.subject = any(${[...only]}::uuid[])`
  const isGone = sql`not exists (select from records r where r.id = m.subject
    and r.kind = any(${[...subjectKinds]}::text[]) and not r.is_retired
    and r.state <> all(${gone}::text[]))`
  await sql`delete from vulnerability_subjects m where ${among} and ${isGone}`.execute(db)
  const { numAffectedRows = 0n } =
    await sql`delete from vulnerability_matches m where ${among} and ${isGone}`.execute(db)
  return Number(numAffectedRows)
}

/** The last entry in which any of them was registered or changed; -1 where there is none. */
export function newestSubject(db: Database): Promise<number> {
  return newestEntryOf(db, subjectKinds)
}

/** The last entry of any of these registers; -1 where there is none. */
export async function newestEntryOf(db: Database, kinds: readonly KindName[]): Promise<number> {
  const { rows } = await sql<{ entry: string | null }>`
    select max(e.entry) as entry from unnest(${[...kinds]}::text[]) k (kind)
    cross join lateral (select r.entry from records r where r.kind = k.kind
      order by r.entry desc limit 1) e`.execute(db)
  return Number(rows[0]?.entry ?? -1)
}
