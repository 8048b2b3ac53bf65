// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import { type ListQuery, plurals, readListQuery } from '@schouw/contract'
import type { RecordKind, RecordVersion } from '@schouw/core/registers'
import { csvLine } from '@schouw/formats/csv'
import { type Column, cellsOf } from '@schouw/formats/registers'
import type { WrittenCell } from '@schouw/formats/xlsx'
import { type Answer, no } from '../http/answer.ts'
import { listedRows } from '../http/reading/list.ts'
import { logSize, sizeAt } from '../http/reading/moment.ts'
import { shownThen } from '../http/reading/then.ts'
import { type Call, readableFields } from '../http/registers/call.ts'
import { hiddenFields, withinSight } from '../http/registers/read.ts'
import type { Ongoing, OngoingWork } from '../jobs/ongoing.ts'
import { recordOf } from '../storage/records/row.ts'
import { Called } from './called.ts'
import { exchangeLimits } from './limits.ts'
import { type FileLanguage, fileColumns, speechesIn } from './words.ts'
import { workbookBytes } from './workbook.ts'

export interface FileTerms {
  readonly format: 'csv' | 'xlsx'
  readonly language: FileLanguage
  readonly delimiter: 'comma' | 'semicolon'
  readonly bom: 'yes' | 'no'
}

export const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type ExportCall = Pick<Call, 'storage' | 'caller' | 'kind' | 'now'> & { readonly ongoing: Ongoing }

/** A register as it is listed, with the same filters, the same order and the same eyes. */
export async function exported(
  call: ExportCall,
  terms: FileTerms,
  raw: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const read = readListQuery(call.kind, { ...raw, limit: String(exchangeLimits.chunk) })
  if (!read.ok) return no('query-refused', { errors: read.problems.map((one) => ({ ...one })) })
  const query = withinSight(call, read.value)
  const hidden = hiddenFields(call, query)
  if (hidden.length > 0) {
    const errors = hidden.map((path) => ({ code: 'not-permitted', path, because: 'field' }))
    return no('not-permitted', { errors })
  }
  const size = await call.storage.read(call.caller.tenant, async (db) => {
    const now = await logSize(db)
    return query.when === undefined ? now : sizeAt(db, query.when, now)
  })
  if (size === undefined) {
    return no('moment-ahead', { errors: [{ code: 'moment-ahead', path: '/as_of' }] })
  }
  const columns = shownColumns(call, query, terms.language)
  const { caller, kind, ongoing } = call
  const { tenant, actor } = caller
  const about = { register: plurals[kind.name] }
  const going = ongoing.begin({ tenant, by: actor.person, name: 'export', about })
  const pages = pagesOf(call, query, { size, going })
  const headers = { 'content-disposition': attachment(call.kind, terms.format) }
  if (terms.format === 'xlsx') return workbook({ call, columns, pages, terms, headers, going })
  const body = Readable.from(csvOf({ call, columns, pages, terms }), { objectMode: false })
  return { status: 200, body, type: types.csv, headers }
}

/** What this person may see, of what was asked for. */
function shownColumns(
  call: ExportCall,
  query: ListQuery,
  language: FileLanguage,
): readonly Column[] {
  const fields = readableFields(call)
  return fileColumns(call.kind, language).filter(({ name, field }) => {
    if (field === null) return name !== 'retired' || query.retired !== 'no'
    const isAllowed = fields === null || fields?.includes(name) === true
    return isAllowed && (query.fields === undefined || query.fields.includes(name))
  })
}

interface Page {
  readonly records: readonly RecordVersion[]
  readonly called: Called
}

/**
 * Page after page, each in a short transaction of its own, all as of one size of the log: once the
 * registers have moved on, the rest is read as they were.
 */
async function* pagesOf(
  call: ExportCall,
  asked: ListQuery,
  { size, going }: { readonly size: number; readonly going: OngoingWork },
): AsyncGenerator<Page> {
  let end: 'done' | 'failed' | 'cancelled' = 'cancelled'
  try {
    yield* listedPages(call, asked, { size, going })
    end = 'done'
  } catch (error) {
    if (!going.signal.aborted) end = 'failed'
    throw error
  } finally {
    // Also when whoever asked has gone away in the middle.
    await going.end(end)
  }
}

async function* listedPages(
  call: ExportCall,
  asked: ListQuery,
  { size, going }: { readonly size: number; readonly going: OngoingWork },
): AsyncGenerator<Page> {
  const { storage, caller, kind, now } = call
  const called = new Called(caller, now)
  let after: ListQuery['after']
  let done = 0
  do {
    going.signal.throwIfAborted()
    const query: ListQuery = { ...asked, after }
    const { found: rows, shown } = await storage.read(caller.tenant, async (db) => {
      const isStill = asked.when === undefined && (await logSize(db)) === size
      const listing = { kind, query, actor: caller.actor, now, size: isStill ? undefined : size }
      const found = await listedRows(db, listing)
      await called.learn(db, found.map(recordOf))
      return { found, shown: await shownThen(db, call, isStill ? [] : found) }
    })
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    after = last && { value: last.sort_value, id: last.id, list: query.list }
    done += page.length
    going.count({ done, total: null, of: 'rows' })
    yield { records: page.flatMap((row) => shown(recordOf(row), asked.fields) ?? []), called }
  } while (after !== undefined)
}

interface Exporting {
  readonly call: ExportCall
  readonly columns: readonly Column[]
  readonly pages: AsyncGenerator<Page>
  readonly terms: FileTerms
}

async function* csvOf({ columns, pages, terms }: Exporting): AsyncGenerator<Buffer> {
  const delimiter = terms.delimiter === 'comma' ? ',' : ';'
  const [speech] = speechesIn(terms.language)
  const mark = terms.bom === 'yes' ? '\uFEFF' : ''
  const head = csvLine(
    columns.map(({ heading }) => heading),
    delimiter,
  )
  yield Buffer.from(mark + head)
  for await (const { records, called } of pages) {
    const writing = { speech, called: called.name, isText: true }
    const lines = records.map((record) =>
      csvLine(cellsOf(record, columns, writing).map(textOf), delimiter),
    )
    if (lines.length > 0) yield Buffer.from(lines.join(''))
  }
}

/** In a text file every cell was written as text. */
export function textOf(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'day' in cell ? cell.day : cell.heading
}

async function workbook(
  exporting: Exporting & {
    readonly headers: Readonly<Record<string, string>>
    readonly going: OngoingWork
  },
): Promise<Answer> {
  const { going } = exporting
  try {
    return await writtenWorkbook(exporting)
  } catch (error) {
    if (!going.signal.aborted) throw error
    return no('stopped')
  }
}

async function writtenWorkbook(
  exporting: Exporting & { readonly headers: Readonly<Record<string, string>> },
): Promise<Answer> {
  const { call, columns, pages, terms, headers } = exporting
  const [speech] = speechesIn(terms.language)
  const rows: (readonly WrittenCell[])[] = [columns.map(({ heading }) => ({ heading }))]
  for await (const { records, called } of pages) {
    const writing = { speech, called: called.name, isText: false }
    for (const record of records) rows.push(cellsOf(record, columns, writing))
    if (rows.length * columns.length <= exchangeLimits.workbookCells) continue
    const most = Math.floor(exchangeLimits.workbookCells / columns.length)
    return no('file-too-large', { errors: [{ code: 'file-too-large', path: '/format', most }] })
  }
  const sheet = {
    name: speech
      .kind(call.kind.name)[1]
      .replaceAll(/[\\/?*[\]:'’]/g, ' ')
      .slice(0, 31),
    rows,
    widths: columns.map(({ heading }) => Math.max(12, Math.min(40, heading.length + 4))),
    headRows: 1,
  }
  return { status: 200, body: Buffer.from(await workbookBytes([sheet])), type: types.xlsx, headers }
}

export function attachment(kind: RecordKind, format: 'csv' | 'xlsx', more = ''): string {
  return `attachment; filename="schouw-${kind.name}${more}.${format}"`
}
