// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import type { Compared, DocumentRead, Match, WeaknessFact } from './matching/messages.ts'

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
  const { hash, hasSignature } = read
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
      differences: textOf(compared?.differences ?? []),
      weaknesses: read.weaknesses.map(plain),
      search: plain(search.toLowerCase().slice(0, 20_000)),
      view: textOf(read.view),
      oddities: textOf(read.oddities),
      verification: textOf({ hash, signature: hasSignature ? 'not_checked' : 'absent' }),
      licence: storing.licence || plain(read.terms.distribution),
      origin: storing.origin,
      bytes: read.packed,
      size: read.size,
      made_at: storing.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Text of JSON that both engines take: they know no zero character and no half of a pair. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? plain(one) : one))
}

function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
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

export interface MatchScope {
  /** All matches of these documents are replaced, or all of these subjects. */
  readonly documents?: readonly string[]
  readonly subjects?: readonly string[]
}

/**
 * Puts matches in the place of those that were there. What came out the same stays as it was, with
 * the moment it first did; gives how many are new or otherwise.
 */
export async function replaceMatches(
  db: Database,
  scope: MatchScope,
  matches: readonly Match[],
  at: string,
): Promise<{ readonly fresh: number; readonly changed: number; readonly gone: number }> {
  let query = db
    .selectFrom('vulnerability_matches')
    .select(['subject', 'document', 'weakness', 'verdict', 'fix'])
  if (scope.documents !== undefined) {
    query = query.where('document', '=', sql<string>`any(${[...scope.documents]}::text[])`)
  }
  if (scope.subjects !== undefined) {
    query = query.where('subject', '=', sql<string>`any(${[...scope.subjects]}::uuid[])`)
  }
  const keyOf = (one: { subject: string; document: string; weakness: string }) =>
    `${one.subject}\n${one.document}\n${one.weakness}`
  const before = new Map((await query.execute()).map((row) => [keyOf(row), row]))
  let [fresh, changed] = [0, 0]
  const wanted = new Map(matches.map((match) => [keyOf(match), match]))
  const rows = [...wanted].map(([key, match]) => {
    const known = before.get(key)
    before.delete(key)
    if (known === undefined) fresh += 1
    else if (known.verdict !== match.verdict || known.fix !== match.fix) changed += 1
    return rowOf(match, at)
  })
  for (let from = 0; from < rows.length; from += 400) {
    await db
      .insertInto('vulnerability_matches')
      .values(rows.slice(from, from + 400))
      .onConflict((conflict) =>
        conflict
          .columns(['tenant', 'subject', 'document', 'weakness'])
          .doUpdateSet(({ ref, eb }) => ({
            verdict: ref('excluded.verdict'),
            basis: ref('excluded.basis'),
            route: ref('excluded.route'),
            stated_by: ref('excluded.stated_by'),
            confidence: ref('excluded.confidence'),
            fix: ref('excluded.fix'),
            evidence: ref('excluded.evidence'),
            changed_at: eb
              .case()
              .when('vulnerability_matches.verdict', '!=', ref('excluded.verdict'))
              .then(ref('excluded.changed_at'))
              .when('vulnerability_matches.fix', '!=', ref('excluded.fix'))
              .then(ref('excluded.changed_at'))
              .else(ref('vulnerability_matches.changed_at'))
              .end(),
          })),
      )
      .execute()
  }
  for (const { subject, document, weakness } of before.values()) {
    await db
      .deleteFrom('vulnerability_matches')
      .where('subject', '=', subject)
      .where('document', '=', document)
      .where('weakness', '=', weakness)
      .execute()
  }
  return { fresh, changed, gone: before.size }
}

function rowOf(match: Match, at: string) {
  const { subject, document, verdict, basis, route, confidence, fix } = match
  const weakness = plain(match.weakness)
  const evidence = textOf(match.evidence)
  const row = { subject, document, weakness, verdict, basis, route, confidence, fix, evidence }
  return { ...row, stated_by: match.statedBy, since: at, changed_at: at }
}

export async function storeFacts(db: Database, facts: readonly WeaknessFact[]): Promise<void> {
  await db.deleteFrom('vulnerability_facts').execute()
  for (let from = 0; from < facts.length; from += 1_000) {
    const rows = facts.slice(from, from + 1_000).map(({ weakness, kev, chance, percentile }) => ({
      weakness,
      kev: kev === null ? null : JSON.stringify(kev),
      chance,
      percentile,
    }))
    await db.insertInto('vulnerability_facts').values(rows).execute()
  }
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
    readonly name: 'kev' | 'epss' | 'matching'
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
