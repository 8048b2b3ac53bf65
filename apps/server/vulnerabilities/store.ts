// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import type { Compared, DocumentRead, WeaknessFact } from './matching/messages.ts'
import { plain, storable } from './storable.ts'

export interface NewImport {
  readonly id: string
  readonly fileName: string
  readonly digest: string
  readonly size: number
  readonly origin: string
  readonly licence: string
  readonly at: string
  readonly by: string
}

export async function storeImport(db: Database, given: NewImport): Promise<void> {
  const { id, fileName: file_name, digest, size, origin, licence, at, by } = given
  const row = { id, file_name, digest, size, origin, licence, made_at: at, made_by: by }
  const rest = { counters: '{}', problems: '[]', job: null, entry: null, finished_at: null }
  await db
    .insertInto('advisory_imports')
    .values({ ...row, ...rest, state: 'waiting' })
    .execute()
}

export function importRow(db: Database, id: string) {
  return db.selectFrom('advisory_imports').selectAll().where('id', '=', id).executeTakeFirst()
}

export function importRows(db: Database, limit: number) {
  return db
    .selectFrom('advisory_imports')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function noteImport(
  db: Database,
  id: string,
  set: {
    readonly state?: string
    readonly counters?: object
    readonly problems?: readonly object[]
    readonly job?: string
    readonly entry?: number
    readonly finished_at?: string
  },
): Promise<void> {
  const { counters, problems, ...rest } = set
  await db
    .updateTable('advisory_imports')
    .set({
      ...rest,
      ...(counters === undefined ? {} : { counters: JSON.stringify(counters) }),
      ...(problems === undefined ? {} : { problems: JSON.stringify(problems) }),
    })
    .where('id', '=', id)
    .execute()
}

/** Of each document the revision that counts. */
export async function currentsOf(db: Database, documents: readonly string[]) {
  const rows = await db
    .selectFrom('advisories')
    .select(['document', 'digest', 'bytes'])
    .where('document', '=', sql<string>`any(${[...documents]}::text[])`)
    .where('is_current', '=', true)
    .execute()
  return new Map<string, { readonly digest: string; readonly bytes: Uint8Array | null }>(
    rows.map(({ document, ...row }) => [document, row]),
  )
}

/** Those of these digests that are here already. */
export async function storedOf(db: Database, digests: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('advisories')
    .select('digest')
    .where('digest', '=', sql<string>`any(${[...digests]}::text[])`)
    .execute()
  return new Set(rows.map(({ digest }) => digest))
}

export interface Storing {
  readonly read: DocumentRead
  readonly import: string
  readonly licence: string
  readonly origin: string
  readonly at: string
  readonly isCurrent: boolean
  readonly former: string | null
  readonly compared: Compared | null
  /** See `nextChange`. */
  readonly change: number
}

/**
 * The number of a change of which documents there are. Whoever takes one waits for whoever took the
 * one before: a thread that has everything up to a number has missed nothing.
 */
export async function nextChange(db: Database, at: string): Promise<number> {
  const { rows } = await sql<{ digest: string }>`
    insert into vulnerability_catalogues as c (name, digest, as_of, counters, made_at)
    values ('documents', '1', ${at}, '{}', ${at}::timestamptz)
    on conflict (tenant, name) do update set digest = (c.digest::bigint + 1)::text,
      as_of = excluded.as_of, made_at = excluded.made_at
    returning digest`.execute(db)
  return Number(rows[0]?.digest ?? 0)
}

/** A revision takes the place of the one before it in the same transaction. */
export async function storeDocument(db: Database, storing: Storing): Promise<void> {
  const { read, isCurrent, compared } = storing
  if (isCurrent) {
    await db
      .updateTable('advisories')
      .set({ is_current: false })
      .where('document', '=', read.document)
      .execute()
  }
  // Who has read what it says need not read it again.
  if (isCurrent && storing.former !== null && compared?.changes.length === 0) {
    await db
      .updateTable('advisory_readings')
      .set({ digest: read.sha256 })
      .where('document', '=', read.document)
      .where('digest', '=', storing.former)
      .execute()
  }
  const { hash, signature, signedBy } = read
  const { vendors } = read.view
  const search = [read.id, read.title, read.publisher, ...vendors, ...read.weaknesses].join(' ')
  await db
    .insertInto('advisories')
    .values({
      digest: read.sha256,
      document: read.document,
      import: storing.import,
      path: plain(read.path.slice(-500)),
      name: plain(read.id),
      title: plain(read.title),
      publisher: plain(read.publisher),
      publisher_category: plain(read.publisherCategory),
      category: plain(read.category),
      format: read.format,
      revision: plain(read.revision),
      released_at: plain(read.releasedAt),
      status: plain(read.status),
      is_current: isCurrent,
      former: storing.former,
      changes: [...(compared?.changes ?? [])],
      differences: storable(compared?.differences ?? []),
      weaknesses: read.weaknesses.map(plain),
      search: plain(search.toLowerCase().slice(0, 20_000)),
      view: storable(read.view),
      oddities: storable(read.oddities),
      verification: storable({ hash, signature, signed_by: signedBy }),
      licence: storing.licence || plain(read.terms.distribution),
      origin: storing.origin,
      bytes: read.packed,
      size: read.size,
      change: storing.change,
      made_at: storing.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Documents that count, some megabytes at a time. */
export async function packedDocuments(
  db: Database,
  { after, only }: { readonly after: string; readonly only?: readonly string[] | undefined },
): Promise<readonly { readonly document: string; readonly packed: Uint8Array }[]> {
  let query = db
    .selectFrom('advisories')
    .select(['document', 'bytes'])
    .where('is_current', '=', true)
    .where('bytes', 'is not', null)
    .where('document', '>', after)
  if (only !== undefined)
    query = query.where('document', '=', sql<string>`any(${[...only]}::text[])`)
  const rows = await query.orderBy('document').limit(60).execute()
  return rows.flatMap(({ document, bytes }) =>
    bytes === null ? [] : [{ document, packed: bytes }],
  )
}

export interface Replacing {
  /** All matches of these documents are replaced, or all of these subjects, or where both meet. */
  readonly documents?: readonly string[] | undefined
  readonly subjects?: readonly string[] | undefined
  /** An array of JSON, see `Match`. */
  readonly rows: string
  readonly at: string
}

/**
 * Puts matches in the place of those that were there. What came out the same stays as it was, with
 * the moment it first did; gives how many are new or otherwise, and whose they are.
 */
export async function replaceMatches(
  db: Database,
  { documents, subjects, rows, at }: Replacing,
): Promise<Replaced> {
  const conditions = [
    ...(documents === undefined ? [] : [sql`m.document = any(${[...documents]}::text[])`]),
    ...(subjects === undefined ? [] : [sql`m.subject = any(${[...subjects]}::uuid[])`]),
  ]
  const within = sql.join(conditions, sql` and `)
  const isSame = sql`m.subject = i.subject and m.document = i.document and m.weakness = i.weakness`
  const columns = sql.raw(matchColumns.join(', '))
  const taken = sql.raw(
    matchColumns
      .slice(3)
      .map((name) => `${name} = excluded.${name}`)
      .join(', '),
  )
  const { rows: told } = await sql<Told>`
    with i as materialized (
      select subject, document, w.weakness, verdict, basis, route, stated_by, confidence, w.fix,
        grounds
      from json_to_recordset(${rows}::json) as f (subject uuid, document text, verdict text,
        basis text, route text, stated_by text, confidence float8, grounds text, weaknesses text[],
        fixes text[]),
      unnest(weaknesses, fixes) as w (weakness, fix)),
    gone as (
      delete from vulnerability_matches m where ${within}
        and not exists (select from i where ${isSame}) returning m.subject, m.weakness),
    put as (
      insert into vulnerability_matches as m (${columns}, since, changed_at)
      select ${columns}, ${at}::timestamptz, ${at}::timestamptz from i
      on conflict (tenant, subject, document, weakness) do update set ${taken},
        changed_at = case when m.verdict <> excluded.verdict or m.fix <> excluded.fix
          then excluded.changed_at else m.changed_at end
      where (m.verdict, m.basis, m.route, m.stated_by, m.confidence, m.fix, m.grounds) is distinct
        from (excluded.verdict, excluded.basis, excluded.route, excluded.stated_by,
          excluded.confidence, excluded.fix, excluded.grounds)
      returning m.subject, m.weakness, m.xmax = 0 as is_fresh,
        m.changed_at = ${at}::timestamptz as is_changed),
    touched as (select subject, weakness from put union select subject, weakness from gone)
    select (select count(*) from put where is_fresh) as fresh,
      (select count(*) from put where is_changed and not is_fresh) as changed,
      (select count(*) from gone) as gone,
      array(select distinct subject::text from touched) as subjects,
      array(select distinct weakness from touched) as weaknesses
  `.execute(db)
  const { fresh = 0, changed = 0, gone = 0, ...whose } = told[0] ?? {}
  const touched = { subjects: whose.subjects ?? [], weaknesses: whose.weaknesses ?? [] }
  return { fresh: Number(fresh), changed: Number(changed), gone: Number(gone), ...touched }
}

export interface Replaced {
  readonly fresh: number
  readonly changed: number
  readonly gone: number
  readonly subjects: readonly string[]
  readonly weaknesses: readonly string[]
}

interface Told {
  readonly fresh: string
  readonly changed: string
  readonly gone: string
  readonly subjects: string[]
  readonly weaknesses: string[]
}

const matchColumns = [
  'subject',
  'document',
  'weakness',
  'verdict',
  'basis',
  'route',
  'stated_by',
  'confidence',
  'fix',
  'grounds',
] as const

/** The evidence that matches name; what is there stays. */
export async function storeGrounds(
  db: Database,
  grounds: readonly { readonly digest: string; readonly evidence: string }[],
): Promise<void> {
  if (grounds.length === 0) return
  await sql`
    insert into vulnerability_grounds (digest, evidence)
    select digest, evidence::jsonb from unnest(${grounds.map(({ digest }) => digest)}::text[],
      ${grounds.map(({ evidence }) => evidence)}::text[]) as g (digest, evidence)
    on conflict do nothing`.execute(db)
}

/** Of these subjects, what all their matches came to when they were stored last. */
export async function subjectDigests(db: Database, subjects: readonly string[]) {
  const rows = await db
    .selectFrom('vulnerability_subjects')
    .select(['subject', 'digest'])
    .where('subject', '=', sql<string>`any(${[...subjects]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ subject, digest }) => [subject, digest]))
}

export async function storeSubjectDigests(
  db: Database,
  subjects: readonly { readonly id: string; readonly digest: string }[],
): Promise<void> {
  await sql`
    insert into vulnerability_subjects (subject, digest)
    select * from unnest(${subjects.map(({ id }) => id)}::uuid[],
      ${subjects.map(({ digest }) => digest)}::text[])
    on conflict (tenant, subject) do update set digest = excluded.digest`.execute(db)
}

/** Their matches came to be otherwise by a part of the documents. */
export async function forgetSubjectDigests(
  db: Database,
  subjects: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('vulnerability_subjects')
    .where('subject', '=', sql<string>`any(${[...subjects]}::uuid[])`)
    .execute()
}

/** What catalogues say of vulnerabilities: of these, and with `isAll` of no others. */
export async function storeFacts(
  db: Database,
  facts: readonly WeaknessFact[],
  { isAll }: { readonly isAll: boolean },
): Promise<void> {
  const names = facts.map(({ weakness }) => weakness)
  if (isAll) {
    await db
      .deleteFrom('vulnerability_facts')
      .where('weakness', '!=', sql<string>`all(${names}::text[])`)
      .execute()
  }
  if (facts.length === 0) return
  await sql`
    insert into vulnerability_facts as f (weakness, kev, chance, percentile)
    select * from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as i (weakness text, kev jsonb,
      chance float8, percentile float8)
    on conflict (tenant, weakness) do update set kev = excluded.kev, chance = excluded.chance,
      percentile = excluded.percentile
    where (f.kev, f.chance, f.percentile) is distinct from
      (excluded.kev, excluded.chance, excluded.percentile)`.execute(db)
}

export async function storeCatalogue(
  db: Database,
  {
    name,
    digest,
    asOf,
    bytes,
    counters,
    at,
  }: {
    readonly name: 'kev' | 'epss' | 'matching' | 'names'
    readonly digest: string
    readonly asOf: string
    readonly bytes: Uint8Array | null
    readonly counters: object
    readonly at: string
  },
): Promise<void> {
  const set = { digest, as_of: asOf, bytes, counters: JSON.stringify(counters), made_at: at }
  await db
    .insertInto('vulnerability_catalogues')
    .values({ name, ...set })
    .onConflict((conflict) => conflict.columns(['tenant', 'name']).doUpdateSet(set))
    .execute()
}
