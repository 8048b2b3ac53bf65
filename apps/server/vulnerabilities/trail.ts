// SPDX-License-Identifier: EUPL-1.2
// Who knew what when of one vulnerability in one device, from what was kept at the time.
import type { AnswerOf } from '@schouw/contract/client'
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import { assessmentsOf } from './advisories.ts'
import type { Line } from './lines.ts'

type Step = AnswerOf<'GET /api/v1/vulnerabilities/trail'>['items'][number]

const blank = {
  by: null,
  entry: null,
  name: '',
  text: '',
  relevance: null,
  decision: null,
  mark: null,
  sha256: null,
} as const

/** More revisions than these are told by the newest. */
const mostRevisions = 100

/** The oldest first. */
export async function trailOf(
  db: Database,
  { subject, weakness, kev }: Pick<Line, 'subject' | 'weakness' | 'kev'>,
): Promise<Step[]> {
  const matched = await db
    .selectFrom('vulnerability_matches')
    .select('document')
    .distinct()
    .where('subject', '=', subject)
    .where('weakness', '=', weakness)
    .execute()
  const gone = await deletedOf(db, { subject, weakness })
  const documents = [...new Set([...matched, ...gone].map(({ document }) => document))]
  const steps: Step[] = [
    ...(kev === null ? [] : [{ ...blank, what: 'exploited' as const, at: kev.added }]),
    ...(documents.length === 0 ? [] : await broughtIn(db, documents)),
    ...(documents.length === 0 ? [] : await assessed(db, documents)),
    ...(await decided(db, { subject, weakness })),
    ...gone.map(({ step }) => step),
  ]
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Documents that were taken away and were about it. */
async function deletedOf(db: Database, { subject, weakness }: Pick<Line, 'subject' | 'weakness'>) {
  const rows = await db
    .selectFrom('advisory_deletions as d')
    .innerJoin('vulnerability_retired as r', 'r.deletion', 'd.id')
    .select(['d.document', 'd.name', 'd.reason', 'd.entry', 'd.made_at', 'd.made_by'])
    .where('r.subject', '=', subject)
    .where('r.weakness', '=', weakness)
    .execute()
  return rows.map(({ document, name, reason: text, entry, made_at: at, made_by: by }) => ({
    document,
    step: { ...blank, ...{ what: 'deleted' as const, at, by, entry, name, text } },
  }))
}

async function broughtIn(db: Database, documents: readonly string[]): Promise<readonly Step[]> {
  const { rows } = await sql<Brought>`
    select a.name, a.revision, a.released_at, a.made_at, i.digest, i.entry, i.made_by
    from (
      select digest, name, revision, released_at, made_at, import from advisories
      where document = any(${[...documents]}::text[])
      union all
      select r.digest, r.name, r.revision, r.released_at, r.made_at, r.import
      from advisory_deleted_revisions r join advisory_deletions d on d.id = r.deletion
      where d.document = any(${[...documents]}::text[])) a
    join advisory_imports i on i.id = a.import
    order by a.made_at desc, a.digest limit ${mostRevisions}`.execute(db)
  return rows.flatMap((row): readonly Step[] => {
    const name = `${row.name} (${row.revision})`
    const published = { ...blank, what: 'published' as const, at: row.released_at, name }
    const { made_at: at, made_by: by, entry, digest: sha256 } = row
    return [
      // What a publisher writes for a moment may be anything.
      ...(Number.isNaN(Date.parse(row.released_at)) ? [] : [published]),
      { ...blank, what: 'brought', at, by, entry, name, sha256 },
    ]
  })
}

async function assessed(db: Database, documents: readonly string[]): Promise<readonly Step[]> {
  const rows = await assessmentsOf(db, documents)
  return rows.map(({ made_at: at, made_by: by, entry, text, relevance }) => ({
    ...blank,
    ...{ what: 'assessed' as const, at, by, entry, text },
    relevance: relevance as NonNullable<Step['relevance']>,
  }))
}

async function decided(
  db: Database,
  { subject, weakness }: Pick<Line, 'subject' | 'weakness'>,
): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom('vulnerability_decisions')
    .selectAll()
    .where('subject', '=', subject)
    .where('weakness', '=', weakness)
    .orderBy('entry')
    .execute()
  return rows.map(({ made_at: at, made_by: by, entry, reason: text, mark, decision }) => ({
    ...blank,
    ...{ what: 'decided' as const, at, by, entry, text },
    mark: mark as NonNullable<Step['mark']>,
    decision: decision as Step['decision'],
  }))
}

interface Brought {
  readonly name: string
  readonly revision: string
  readonly released_at: string
  readonly made_at: string
  readonly digest: string
  readonly entry: number | null
  readonly made_by: string
}

/** Whether a trail names this entry. */
export async function isInTrail(db: Database, entry: number): Promise<boolean> {
  const tables = [
    'vulnerability_decisions',
    'advisory_assessments',
    'advisory_imports',
    'advisory_deletions',
  ] as const
  for (const table of tables) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('entry', '=', entry)
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}
