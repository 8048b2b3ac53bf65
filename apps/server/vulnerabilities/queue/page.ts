// SPDX-License-Identifier: EUPL-1.2
import { kinds, type RecordVersion } from '@schouw/core/registers'
import type { response } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Caller } from '../../http/caller.ts'
import { shown } from '../../http/registers/call.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import { type Line, titleOf } from '../lines.ts'
import type { pressedOf } from '../pressed.ts'

export const linesTogether = 200

export interface PageAsked {
  readonly caller: Caller
  readonly now: string
  readonly asset?: string | undefined
  readonly waits?: response.When | undefined
  readonly isDone?: boolean | undefined
  /** From 0 to 1: the least that a match has to have. */
  readonly confidence?: number | undefined
  /** The place behind which to begin. */
  readonly after?: string | undefined
}

/**
 * One page of the queue, found by its place: however long the queue, it costs the same. Only of
 * what is asked for by confidence the lines that are not as sure are walked past.
 */
export async function queuePage(db: Database, asked: PageAsked) {
  const { caller, now, asset, waits, isDone, confidence, after } = asked
  const place = after === undefined ? undefined : placeOf(after)
  const conditions = [
    ...(asset === undefined ? [] : [sql`l.asset = ${asset}::uuid`]),
    ...(waits === undefined ? [] : [sql`l.waits = ${waits}`]),
    ...(isDone === undefined ? [] : [sql`l.is_done = ${isDone}`]),
    ...(confidence === undefined
      ? []
      : [
          sql`exists (select from vulnerability_matches m where m.subject = l.subject
            and m.document = l.document and m.weakness = l.weakness
            and m.confidence >= ${confidence})`,
        ]),
    ...(place === undefined ? [] : [sql`(l.is_done, l.place) > (${place.isDone}, ${place.place})`]),
  ]
  await inOrderOfIndex(db, true)
  // The page first, then what belongs to each line by its key: whatever the planner thinks of how
  // many rows there are, no table is walked.
  const { rows } = await sql<Row>`
    select l.subject, l.weakness, l.asset, l.document, l.others, l.is_done, l.place, l.about,
      m.verdict, m.basis, m.route, m.stated_by, m.confidence, m.fix, m.since, m.changed_at,
      a.name as advisory, a.title as advisory_title, s.mark, s.decision, s.reason, s.due_on,
      s.finding, s.changed_at as decided_at, s.changed_by as decided_by
    from (
      select * from vulnerability_lines l
      ${conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`}
      order by l.is_done, l.place limit ${linesTogether + 1}) l
    cross join lateral (select * from vulnerability_matches m where m.subject = l.subject
      and m.document = l.document and m.weakness = l.weakness limit 1) m
    cross join lateral (select a.name, a.title from advisories a where a.document = l.document
      and a.is_current limit 1) a
    left join lateral (select * from vulnerability_states s where s.subject = l.subject
      and s.weakness = l.weakness limit 1) s on true
    order by l.is_done, l.place`.execute(db)
  await inOrderOfIndex(db, false)
  const page = rows.slice(0, linesTogether)
  const ids = [...new Set(page.flatMap(({ asset: own, subject }) => [own, subject]))]
  const records = await recordsOf(db, { caller, now }, ids)
  const items = page.flatMap((row) => lineOf(row, records) ?? [])
  const last = page.at(-1)
  const next = rows.length > linesTogether && last !== undefined ? afterOf(last) : null
  return { items, next }
}

/**
 * The embedded engine counts no rows by itself: a queue that has just grown looks short to its
 * planner, which would then sort all of it for one page. For this transaction it is told not to.
 */
async function inOrderOfIndex(db: Database, isSo: boolean): Promise<void> {
  const to = isSo ? 'off' : 'on'
  await sql`select set_config('enable_sort', ${to}, true), set_config('enable_bitmapscan', ${to}, true)`.execute(
    db,
  )
}

type Pressed = NonNullable<ReturnType<typeof pressedOf>> & Pick<Line, 'kev' | 'chance'>

interface Row {
  readonly subject: string
  readonly weakness: string
  readonly asset: string
  readonly document: string
  readonly others: number
  readonly is_done: boolean
  readonly place: string
  readonly about: unknown
  readonly verdict: string
  readonly basis: string
  readonly route: string
  readonly stated_by: string
  readonly confidence: number
  readonly fix: string
  readonly since: string
  readonly changed_at: string
  readonly advisory: string
  readonly advisory_title: string
  readonly mark: string | null
  readonly decision: string | null
  readonly reason: string | null
  readonly due_on: string | null
  readonly finding: string | null
  readonly decided_at: string | null
  readonly decided_by: string | null
}

/** Null where the reader may not see the device. */
function lineOf(
  { is_done: _, place: __, about, ...row }: Row,
  records: ReadonlyMap<string, RecordVersion>,
): Omit<Line, 'evidence'> | null {
  const [asset, subject] = [records.get(row.asset), records.get(row.subject)]
  if (asset === undefined || subject === undefined) return null
  return {
    ...row,
    ...(about as Pressed),
    subject_title: titleOf(subject),
    asset_title: titleOf(asset),
    verdict: row.verdict as Line['verdict'],
    stated_by: row.stated_by as Line['stated_by'],
    fix: row.fix as Line['fix'],
    mark: (row.mark ?? 'not_remediated') as Line['mark'],
    decision: row.decision as Line['decision'],
    reason: row.reason ?? '',
  }
}

async function recordsOf(
  db: Database,
  { caller, now }: Pick<PageAsked, 'caller' | 'now'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordVersion>> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const seen = rows.map(recordOf).flatMap((record) => {
    const own = shown({ caller, kind: kinds[record.kind], now }, record)
    return own === null ? [] : [[own.id, own] as const]
  })
  return new Map(seen)
}

function afterOf({
  is_done,
  place,
}: {
  readonly is_done: boolean
  readonly place: string
}): string {
  return Buffer.from(`${is_done ? 1 : 0}${place}`).toString('base64url')
}

/** Undefined where it is no place: then the page is the first. */
function placeOf(after: string) {
  const text = Buffer.from(after, 'base64url').toString('utf8').replaceAll('\0', '')
  return text === '' ? undefined : { isDone: text.startsWith('1'), place: text.slice(1) }
}
