// SPDX-License-Identifier: EUPL-1.2
import type { response } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'

export const advisoriesTogether = 100

export interface AdvisoriesAsked {
  readonly q?: string | undefined
  readonly only?: 'matched' | 'all' | undefined
  readonly unread?: 'true' | undefined
  readonly sort?: 'brought' | 'released' | 'score' | undefined
  readonly from: number
  readonly document?: string
  /** Whose marks count. */
  readonly reader: string
}

const shownColumns = [
  'digest',
  'document',
  'name',
  'title',
  'publisher',
  'publisher_category',
  'category',
  'format',
  'revision',
  'released_at',
  'status',
  'changes',
  'weaknesses',
  'view',
  'oddities',
  'verification',
  'licence',
  'origin',
  'made_at',
] as const

/** Documents in the revision that counts, with what was counted of each. */
export async function advisoryRows(db: Database, asked: AdvisoriesAsked) {
  let query = db.selectFrom('advisories').select(shownColumns).where('is_current', '=', true)
  if (asked.document !== undefined) query = query.where('document', '=', asked.document)
  for (const word of (asked.q ?? '').toLowerCase().split(/\s+/).slice(0, 8)) {
    if (word !== '')
      query = query.where('search', 'like', `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  }
  if (asked.only === 'matched') {
    const matched = db
      .selectFrom('vulnerability_matches')
      .select('document')
      .where('verdict', '!=', 'not_affected')
    query = query.where('document', 'in', matched)
  }
  if (asked.unread === 'true') {
    query = query.where(({ not, exists }) => not(exists(readingOf(db, asked.reader))))
  }
  const ordered =
    asked.sort === 'released'
      ? query.orderBy('released_at', 'desc')
      : asked.sort === 'score'
        ? query.orderBy(sql`(view ->> 'score')::float8 desc nulls last`)
        : query.orderBy('made_at', 'desc')
  const rows = await ordered
    .select(({ exists }) => exists(readingOf(db, asked.reader)).as('is_read'))
    .orderBy('digest')
    .offset(asked.from)
    .limit(advisoriesTogether + 1)
    .execute()
  const documents = rows.map(({ document }) => document)
  const counts = documents.length === 0 ? [] : await verdictsOf(db, documents)
  const exploited = await exploitedNames(db)
  const assessed = documents.length === 0 ? [] : await assessmentsOf(db, documents)
  const items = rows.slice(0, advisoriesTogether).map((row) => {
    const view = row.view as response.AdvisoryView
    const of = (verdict: string) =>
      Number(
        counts.find((one) => one.document === row.document && one.verdict === verdict)?.count ?? 0,
      )
    return {
      row,
      view,
      body: {
        document: row.document,
        digest: row.digest,
        name: row.name,
        title: row.title,
        publisher: row.publisher,
        category: row.category,
        format: row.format,
        revision: row.revision,
        released_at: row.released_at,
        at: row.made_at,
        score: view.score,
        weaknesses: view.weaknessCount,
        exploited: row.weaknesses.filter((one) => exploited.has(one)).length,
        is_invalid: (row.oddities as readonly unknown[]).length > 0,
        changes: row.changes,
        affected: of('affected'),
        cannot_decide: of('cannot_decide'),
        not_affected: of('not_affected'),
        assessed: (assessed.findLast((one) => one.document === row.document)?.relevance ?? null) as
          | 'relevant'
          | 'not_relevant'
          | 'unclear'
          | null,
        is_read: row.is_read === true,
      },
    }
  })
  const next = rows.length > advisoriesTogether ? asked.from + advisoriesTogether : null
  return { items, next }
}

async function exploitedNames(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('vulnerability_facts')
    .select('weakness')
    .where('kev', 'is not', null)
    .execute()
  return new Set(rows.map(({ weakness }) => weakness))
}

/** That a reader has read the revision that a row is of. */
function readingOf(db: Database, reader: string) {
  return db
    .selectFrom('advisory_readings as read')
    .select('read.document')
    .where('read.reader', '=', reader)
    .where('read.document', '=', sql.ref<string>('advisories.document'))
    .where('read.digest', '=', sql.ref<string>('advisories.digest'))
}

/** False where there is no such document. */
export async function markRead(
  db: Database,
  {
    document,
    reader,
    isRead,
    at,
  }: {
    readonly document: string
    readonly reader: string
    readonly isRead: boolean
    readonly at: string
  },
): Promise<boolean> {
  const current = await currentDigest(db, document)
  if (current === undefined) return false
  if (isRead) {
    const set = { digest: current.digest, read_at: at }
    await db
      .insertInto('advisory_readings')
      .values({ document, reader, ...set })
      .onConflict((conflict) => conflict.columns(['tenant', 'reader', 'document']).doUpdateSet(set))
      .execute()
  } else {
    await db
      .deleteFrom('advisory_readings')
      .where('document', '=', document)
      .where('reader', '=', reader)
      .execute()
  }
  return true
}

/** Of the revision that counts. */
export function currentDigest(db: Database, document: string) {
  return db
    .selectFrom('advisories')
    .select('digest')
    .where('document', '=', document)
    .where('is_current', '=', true)
    .executeTakeFirst()
}

/** Subjects by verdict: what is affected by one of the vulnerabilities is counted once. */
function verdictsOf(db: Database, documents: readonly string[]) {
  return db
    .selectFrom('vulnerability_matches')
    .select(({ fn }) => ['document', 'verdict', fn.count<string>('subject').distinct().as('count')])
    .where('document', 'in', [...documents])
    .groupBy(['document', 'verdict'])
    .execute()
}

export function assessmentsOf(db: Database, documents: readonly string[]) {
  return db
    .selectFrom('advisory_assessments')
    .selectAll()
    .where('document', 'in', [...documents])
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

export function revisionRows(db: Database, document: string) {
  return db
    .selectFrom('advisories')
    .select([
      'digest',
      'revision',
      'released_at',
      'made_at',
      'is_current',
      'changes',
      'differences',
    ])
    .where('document', '=', document)
    .orderBy('made_at', 'desc')
    .orderBy('digest')
    .limit(100)
    .execute()
}

export function documentBytes(db: Database, document: string, digest: string) {
  return db
    .selectFrom('advisories')
    .select(['bytes', 'name'])
    .where('document', '=', document)
    .where('digest', '=', digest)
    .executeTakeFirst()
}
