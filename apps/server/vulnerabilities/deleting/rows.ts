// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import { forgetSubjectDigests, nextChange } from '../store.ts'

export interface TakingAway {
  readonly id: string
  readonly document: string
  readonly reason: string
  readonly isKept: boolean
  readonly entry: number
  readonly at: string
  readonly by: string
}

/** Every revision of a document, the newest first. */
export function revisionsOf(db: Database, document: string) {
  return db
    .selectFrom('advisories')
    .select(['digest', 'name', 'title', 'publisher', 'is_current'])
    .where('document', '=', document)
    .orderBy('is_current', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('digest')
    .execute()
}

/**
 * A document with its revisions, its matches and who read it. What it meant when it went is kept, and
 * what people decided and wrote stays. Gives whose matches they were; undefined where it is gone.
 */
export async function takeAway(
  db: Database,
  { id, document, reason, isKept, entry, at, by }: TakingAway,
): Promise<{ readonly subjects: string[]; readonly weaknesses: string[] } | undefined> {
  const change = await nextChange(db, at)
  const [newest] = await revisionsOf(db, document)
  if (newest === undefined) return undefined
  const { name, title, publisher } = newest
  await sql`
    insert into vulnerability_retired (deletion, subject, weakness, verdict, since)
    select ${id}, subject, weakness, verdict, since from vulnerability_matches
    where document = ${document}`.execute(db)
  const matched = await db
    .deleteFrom('vulnerability_matches')
    .where('document', '=', document)
    .returning(['subject', 'weakness'])
    .execute()
  await sql`
    insert into advisory_deleted_revisions
      (deletion, digest, name, revision, released_at, import, made_at, bytes)
    select ${id}, digest, name, revision, released_at, import, made_at,
      case when ${isKept} then bytes end
    from advisories where document = ${document}`.execute(db)
  await db
    .insertInto('advisory_deletions')
    .values({
      ...{ id, document, name, title, publisher, reason, is_kept: isKept },
      ...{ matches: matched.length, change, entry, made_at: at, made_by: by },
    })
    .execute()
  await db.deleteFrom('advisories').where('document', '=', document).execute()
  await db.deleteFrom('advisory_readings').where('document', '=', document).execute()
  const subjects = [...new Set(matched.map(({ subject }) => subject))]
  if (subjects.length > 0) {
    await forgetSubjectDigests(db, subjects)
    await db.updateTable('vulnerability_queues').set({ day: '' }).execute()
  }
  return { subjects, weaknesses: [...new Set(matched.map(({ weakness }) => weakness))] }
}

/**
 * Digests of files in which there was nothing but what was taken away, and how many others held it.
 * A file that was brought again counts once.
 */
export async function unheldFiles(
  db: Database,
  deletion: string,
): Promise<{ readonly alone: readonly string[]; readonly left: number }> {
  const { rows } = await sql<{ digest: string; is_alone: boolean }>`
    select i.digest, bool_and(
      coalesce((i.counters ->> 'documents')::int, 0) <= own.count
      and coalesce((i.counters ->> 'catalogues')::int, 0) = 0
      and coalesce((i.counters ->> 'other_files')::int, 0) = 0) as is_alone
    from (select import, count(*) as count from advisory_deleted_revisions
      where deletion = ${deletion} group by import) own
    join advisory_imports i on i.id = own.import
    group by i.digest`.execute(db)
  const alone = rows.flatMap(({ digest, is_alone }) => (is_alone ? [digest] : []))
  return { alone, left: rows.length - alone.length }
}

export async function noteLeft(db: Database, id: string, left: number): Promise<void> {
  await db
    .updateTable('advisory_deletions')
    .set({ files_left: left })
    .where('id', '=', id)
    .execute()
}

const told = [
  'id',
  'document',
  'name',
  'title',
  'publisher',
  'reason',
  'is_kept',
  'matches',
  'files_left',
  'entry',
  'made_at',
  'made_by',
] as const

/** The newest first. */
export async function deletionRows(db: Database) {
  const rows = await db
    .selectFrom('advisory_deletions')
    .select(told)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(mostDeletions)
    .execute()
  return withRevisions(db, rows)
}

const mostDeletions = 200

export async function deletionRow(db: Database, id: string) {
  const rows = await db.selectFrom('advisory_deletions').select(told).where('id', '=', id).execute()
  return (await withRevisions(db, rows))[0]
}

async function withRevisions<Row extends { id: string; made_at: string; made_by: string }>(
  db: Database,
  rows: readonly Row[],
) {
  const revisions = await db
    .selectFrom('advisory_deleted_revisions')
    .select(['deletion', 'digest', 'revision', 'released_at'])
    .where('deletion', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('made_at', 'desc')
    .orderBy('digest')
    .execute()
  const of = Map.groupBy(revisions, ({ deletion }) => deletion)
  return rows.map(({ made_at: at, made_by: by, ...row }) => ({
    ...row,
    revisions: (of.get(row.id) ?? []).map(({ deletion: _, ...revision }) => revision),
    at,
    by,
  }))
}

/** Of a revision that was taken away and whose bytes are kept. */
export function keptBytes(db: Database, document: string, digest: string) {
  return db
    .selectFrom('advisory_deleted_revisions as r')
    .innerJoin('advisory_deletions as d', 'd.id', 'r.deletion')
    .select(['r.bytes', 'r.name'])
    .where('d.document', '=', document)
    .where('r.digest', '=', digest)
    .where('r.bytes', 'is not', null)
    .limit(1)
    .executeTakeFirst()
}
