// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import { exchangeLimits } from './limits.ts'
import type { ReadFile, ReadRow } from './reading.ts'
import type { ImportSettings, Proposed } from './settings.ts'

export type ImportState =
  | 'reading'
  | 'refused'
  | 'mapping'
  | 'judging'
  | 'judged'
  | 'writing'
  | 'done'
  | 'undoing'
  | 'undone'

export type Plan = 'create' | 'change' | 'same' | 'refused'
export type Outcome = 'created' | 'changed' | 'waiting' | 'same' | 'refused' | 'undone' | 'kept'

export interface Judgement {
  readonly digest: string
  readonly log_size: number
  readonly counts: Readonly<Record<Plan, number>>
  /** Rows that a second person has to approve. */
  readonly waiting: number
  readonly at: string
}

export interface Result {
  readonly digest: string
  readonly counts: Readonly<Record<Outcome, number>>
  readonly at: string
  readonly is_cancelled: boolean
}

export interface Sheets {
  readonly all: readonly { readonly name: string; readonly rows: number }[]
  readonly proposals: readonly Proposed[]
}

export interface ImportRow {
  readonly id: string
  readonly kind: KindName
  readonly state: ImportState
  readonly file_name: string
  readonly format: 'csv' | 'xlsx'
  readonly digest: string
  readonly size: number
  readonly rows: number
  readonly sheets: Sheets
  readonly settings: ImportSettings | null
  readonly problems: ReadFile['problems']
  readonly judgement: Judgement | null
  readonly result: Result | null
  readonly progress: number
  readonly is_cancelled: boolean
  readonly seen_at: string
  readonly entry: number | null
  readonly made_at: string
  readonly made_by: string
}

export async function storeImport(
  db: Database,
  row: Omit<ImportRow, 'judgement' | 'result' | 'progress' | 'is_cancelled' | 'seen_at' | 'entry'>,
): Promise<void> {
  await db
    .insertInto('imports')
    .values({
      ...row,
      sheets: JSON.stringify(row.sheets),
      settings: JSON.stringify(row.settings),
      problems: JSON.stringify(row.problems),
      progress: 0,
      is_cancelled: false,
      seen_at: row.made_at,
    })
    .execute()
}

/** Some hundred rows in one value: they are only ever read together. */
const rowsInPart = 500

export async function storeSheet(
  db: Database,
  id: string,
  sheet: number,
  rows: readonly ReadRow[],
): Promise<void> {
  const parts: string[] = []
  for (let at = 0; at < rows.length; at += rowsInPart) {
    const some = rows.slice(at, at + rowsInPart).map(({ line, cells }) => [line, ...cells])
    // No database stores this character; nothing in a cell is lost by a blank instead.
    parts.push(JSON.stringify(some).replaceAll('\\u0000', ' '))
  }
  if (parts.length === 0) return
  await sql`insert into import_rows (import, sheet, part, rows)
    select ${id}::uuid, ${sheet}::integer, n, rows
    from unnest(${parts}::text[]) with ordinality as p(rows, n)`.execute(db)
}

export async function storedRows(
  db: Database,
  id: string,
  sheet: number,
  parts: { readonly from: number; readonly to: number },
): Promise<readonly ReadRow[]> {
  const found = await db
    .selectFrom('import_rows')
    .select('rows')
    .where('import', '=', id)
    .where('sheet', '=', sheet)
    .where('part', '>=', parts.from)
    .where('part', '<', parts.to)
    .orderBy('part')
    .execute()
  // Written by `storeSheet`, and only by that.
  return found.flatMap(({ rows }) =>
    (JSON.parse(rows) as [number, ...(string | number)[]][]).map(([line, ...cells]) => ({
      line,
      cells,
    })),
  )
}

export async function importRow(db: Database, id: string): Promise<ImportRow | undefined> {
  const row = await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : (row as unknown as ImportRow)
}

/** The newest first; `by` sees his or her own, undefined everybody's. */
export async function importRows(
  db: Database,
  asked: {
    readonly by: string | undefined
    readonly before: { readonly at: string; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<readonly ImportRow[]> {
  let query = db.selectFrom('imports').selectAll()
  const { by, before, limit } = asked
  if (by !== undefined) query = query.where('made_by', '=', by)
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(made_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`,
    )
  }
  const rows = await query.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows as unknown as readonly ImportRow[]
}

/** What is being judged, written or taken back, the newest first. */
export async function underWay(
  db: Database,
  by: string | undefined,
): Promise<readonly ImportRow[]> {
  const query = db
    .selectFrom('imports')
    .selectAll()
    .where('state', 'in', ['judging', 'writing', 'undoing'])
  const seen = by === undefined ? query : query.where('made_by', '=', by)
  const rows = await seen.orderBy('made_at', 'desc').execute()
  return rows as unknown as readonly ImportRow[]
}

export type Patch = Partial<
  Pick<
    ImportRow,
    | 'state'
    | 'sheets'
    | 'settings'
    | 'judgement'
    | 'result'
    | 'progress'
    | 'is_cancelled'
    | 'seen_at'
    | 'entry'
    | 'rows'
  >
>

const documents = ['sheets', 'settings', 'judgement', 'result'] as const

/** Gives whether the import was in one of these states, and so was changed. */
export async function patchImport(
  db: Database,
  id: string,
  patch: Patch,
  from?: readonly ImportState[],
): Promise<boolean> {
  const set: Record<string, unknown> = { ...patch }
  for (const name of documents) {
    if (set[name] !== undefined && set[name] !== null) set[name] = JSON.stringify(set[name])
  }
  let query = db
    .updateTable('imports')
    .set(set as never)
    .where('id', '=', id)
  if (from !== undefined) query = query.where('state', 'in', [...from])
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Detail {
  readonly title: string | null
  readonly changes: readonly {
    readonly field: string
    readonly from: unknown
    readonly to: unknown
  }[]
  readonly kept: readonly string[]
  readonly errors: readonly RowError[]
  readonly waits: boolean
}

export interface RowError {
  readonly code: string
  /** Of the sheet: `D14`. */
  readonly cell?: string
  readonly column?: string
  readonly field?: string
  readonly expected?: unknown
  readonly found?: string
  readonly candidates?: readonly {
    readonly kind: string
    readonly id: string
    readonly title: string
  }[]
  readonly [more: string]: unknown
}

export interface LineRow {
  readonly line: number
  readonly plan: Plan
  readonly record: string | null
  readonly version: number
  readonly detail: Detail
  readonly outcome: Outcome | null
  readonly made_version: number | null
}

export async function storeLines(
  db: Database,
  id: string,
  lines: readonly Omit<LineRow, 'outcome' | 'made_version'>[],
): Promise<void> {
  await sql`insert into import_lines (import, line, plan, record, version, detail)
    select ${id}::uuid, line, plan, record, version, detail
    from rows from (
      unnest(${lines.map(({ line }) => line)}::integer[],
        ${lines.map(({ plan }) => plan)}::text[],
        ${lines.map(({ record }) => record)}::uuid[],
        ${lines.map(({ version }) => version)}::integer[]),
      jsonb_array_elements(${JSON.stringify(lines.map(({ detail }) => detail))}::jsonb))
    as l(line, plan, record, version, detail)`.execute(db)
}

export async function dropLines(db: Database, id: string): Promise<void> {
  await db.deleteFrom('import_lines').where('import', '=', id).execute()
}

export async function storeOutcomes(
  db: Database,
  id: string,
  lines: readonly {
    readonly line: number
    readonly outcome: Outcome
    readonly record: string | null
    readonly madeVersion: number | null
    /** Instead of what was foreseen, where that did not happen. */
    readonly errors?: readonly RowError[]
  }[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`update import_lines l set outcome = n.outcome, made_version = n.made,
      record = n.record, detail = ${withoutValues(sql`case when n.errors = 'null'::jsonb
        then l.detail->'errors' else n.errors end`)}
    from rows from (
      unnest(${lines.map(({ line }) => line)}::integer[],
        ${lines.map(({ outcome }) => outcome)}::text[],
        ${lines.map(({ madeVersion }) => madeVersion)}::integer[],
        ${lines.map(({ record }) => record)}::uuid[]),
      jsonb_array_elements(${JSON.stringify(lines.map(({ errors }) => errors ?? null))}::jsonb))
    as n(line, outcome, made, record, errors)
    where l.import = ${id}::uuid and l.line = n.line`.execute(db)
}

/** What is left of a line that was decided upon: places and codes, no title and no values. */
function withoutValues(errors: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object(
      'title', null, 'kept', l.detail->'kept', 'waits', l.detail->'waits',
      'changes', coalesce((select jsonb_agg(jsonb_build_object('field', c->'field'))
        from jsonb_array_elements(l.detail->'changes') c), '[]'),
      'errors', coalesce((select jsonb_agg(e - 'found' - 'candidates' - 'expected')
        from jsonb_array_elements(${errors}) e), '[]'))`
}

export async function lineRows(
  db: Database,
  id: string,
  asked: {
    readonly plan?: Plan | undefined
    readonly outcome?: Outcome | undefined
    readonly after?: number
    readonly limit: number
  },
): Promise<readonly LineRow[]> {
  let query = db
    .selectFrom('import_lines')
    .select(['line', 'plan', 'record', 'version', 'detail', 'outcome', 'made_version'])
    .where('import', '=', id)
  if (asked.plan !== undefined) query = query.where('plan', '=', asked.plan)
  if (asked.outcome !== undefined) query = query.where('outcome', '=', asked.outcome)
  if (asked.after !== undefined) query = query.where('line', '>', asked.after)
  const rows = await query.orderBy('line').limit(asked.limit).execute()
  return rows as unknown as readonly LineRow[]
}

/**
 * What was in the file goes once it is decided upon: from then on the registers hold it, and only
 * they have to be searched when somebody's data must be erased.
 */
export async function forgetValues(db: Database, id: string): Promise<void> {
  await db.deleteFrom('import_rows').where('import', '=', id).execute()
  // The others lost theirs when they were decided upon.
  await sql`update import_lines l set detail = ${withoutValues(sql`l.detail->'errors'`)}
    where import = ${id}::uuid and outcome is null`.execute(db)
}

/** Files that nobody decided upon do not stay. */
export async function forgetOld(db: Database, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - exchangeLimits.keptMs).toISOString()
  const old = await db
    .selectFrom('imports')
    .select('id')
    .where('state', 'in', ['mapping', 'judged', 'judging', 'refused'])
    .where('made_at', '<', before)
    .limit(50)
    .execute()
  for (const { id } of old) {
    await db.deleteFrom('import_rows').where('import', '=', id).execute()
    await dropLines(db, id)
    await patchImport(db, id, { state: 'refused', judgement: null, rows: 0 })
  }
}
