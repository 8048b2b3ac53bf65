// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordKind } from '@schouw/core/registers'
import * as z from 'zod'
import { type Place, readCursor } from './cursor.ts'
import { fieldSchema } from './field.ts'

export const filterOperators = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'known'] as const
export type FilterOperator = (typeof filterOperators)[number]

/** `state` is the record's own; every other name is a field. A list matches by what it contains. */
export interface Filter {
  readonly field: string
  readonly operator: FilterOperator
  readonly values: readonly (string | number | boolean)[]
}

/** `title`, `changed`, `created` and `state` are the record's own. */
export interface Sort {
  readonly by: string
  readonly isDescending: boolean
}

/** The registers as they were: at a size of the log, or with everything up to an instant. */
export type When = { readonly size: number } | { readonly instant: string }

export interface ListQuery {
  readonly limit: number
  readonly after: Place | undefined
  readonly sort: Sort
  readonly filters: readonly Filter[]
  readonly search: string | undefined
  /** Names of values to send; all when absent. */
  readonly fields: readonly string[] | undefined
  readonly when: When | undefined
  readonly retired: 'no' | 'yes' | 'only'
  /** To be written into the cursor of the next page. */
  readonly list: string
}

export interface QueryProblem {
  readonly code: 'query-refused'
  /** JSON Pointer into the query: `/filter/1`. */
  readonly path: string
  readonly expected: string
  readonly found: string
}

export type QueryOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] }

const mostRows = 500
const usualRows = 50
const mostFilters = 20
const mostChoices = 50
const longestText = 500

const text = z.string().max(longestText)

/** As a client writes it; the OpenAPI document describes each of these. */
export const listQuery = {
  limit: z.int().min(1).max(mostRows).default(usualRows),
  cursor: z.string().max(4096),
  sort: text,
  filter: z.array(z.string().max(4096)).max(mostFilters),
  q: text,
  fields: z.string().max(4096),
  as_of: z.string().max(40),
  retired: z.enum(['no', 'yes', 'only']).default('no'),
} as const

type Raw = Readonly<Record<string, unknown>>

/** Never throws; names everything that it does not understand. */
export function readListQuery(kind: RecordKind, raw: Raw): QueryOutcome<ListQuery> {
  const problems: QueryProblem[] = []
  const no = (path: string, expected: string, found: unknown) => {
    problems.push({ code: 'query-refused', path, expected, found: told(found).slice(0, 80) })
    return undefined
  }
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(listQuery, name)) no(`/${name}`, Object.keys(listQuery).join(' '), '')
  }
  const one = (name: keyof typeof listQuery): string | undefined => {
    const value = raw[name]
    if (value === undefined || typeof value === 'string') return value
    return no(`/${name}`, 'once', value)
  }
  const limitText = one('limit')
  const limit = limitText === undefined ? usualRows : /^\d{1,4}$/.test(limitText) ? +limitText : 0
  if (limit < 1 || limit > mostRows) no('/limit', `1..${mostRows}`, limitText)
  const retired = one('retired') ?? 'no'
  if (!isRetired(retired)) no('/retired', 'no yes only', retired)
  const search = one('q')
  if (search !== undefined && (search.length > longestText || search.includes('\0'))) {
    no('/q', `text of at most ${longestText} characters`, search)
  }
  const filters = readFilters(kind, raw['filter'], no)
  const sort = readSort(kind, one('sort'), no)
  const fields = one('fields')?.split(',')
  for (const name of fields ?? []) {
    if (!Object.hasOwn(kind.fields, name)) no('/fields', 'names of fields', name)
  }
  const whenText = one('as_of')
  const when = whenText === undefined ? undefined : readMoment(whenText)
  if (whenText !== undefined && when === undefined) no('/as_of', 'size, date or instant', whenText)
  const list = listName([kind.name, sort, filters, search, retired, whenText])
  const cursor = one('cursor')
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && after?.list !== list) no('/cursor', 'a cursor of this list', cursor)
  if (problems.length > 0 || !isRetired(retired)) return { ok: false, problems }
  return { ok: true, value: { limit, after, sort, filters, search, fields, when, retired, list } }
}

/** What came, in text; of what no query can hold only what sort of thing it is. */
function told(found: unknown): string {
  if (Array.isArray(found)) return found.map((one) => (typeof one === 'string' ? one : '?')).join()
  return typeof found === 'object' || typeof found === 'function' ? typeof found : String(found)
}

/** A size of the log, an instant with offset, or a date: everything up to the end of that day, UTC. */
export function readMoment(given: string): When | undefined {
  if (/^\d{1,15}$/.test(given)) return { size: Number(given) }
  if (z.iso.date().safeParse(given).success) return { instant: `${given}T23:59:59.999Z` }
  if (!z.iso.datetime({ offset: true }).safeParse(given).success) return undefined
  const at = Date.parse(given)
  return Number.isNaN(at) ? undefined : { instant: new Date(at).toISOString() }
}

type No = (path: string, expected: string, found: unknown) => undefined

function isRetired(value: string): value is ListQuery['retired'] {
  return value === 'no' || value === 'yes' || value === 'only'
}

const ownSorts: readonly string[] = ['title', 'changed', 'created', 'state']

function readSort(kind: RecordKind, given: string | undefined, no: No): Sort {
  if (given === undefined) return { by: 'title', isDescending: false }
  const isDescending = given.startsWith('-')
  const by = isDescending ? given.slice(1) : given
  const field = Object.hasOwn(kind.fields, by) ? kind.fields[by] : undefined
  const isSortable =
    ownSorts.includes(by) ||
    (field !== undefined && field.type !== 'rows' && !isMany(field) && field.type !== 'long_text')
  if (!isSortable) no('/sort', `${ownSorts.join(' ')} or a field with one value`, given)
  return { by, isDescending }
}

function readFilters(kind: RecordKind, given: unknown, no: No): readonly Filter[] {
  const list = given === undefined ? [] : Array.isArray(given) ? given : [given]
  if (list.length > mostFilters) no('/filter', `at most ${mostFilters}`, list.length)
  return list.slice(0, mostFilters).flatMap((item, at) => {
    const [, field = '', operator = '', rest = ''] =
      /^([a-z0-9_]{1,64}):([a-z]{1,8}):([^\0]*)$/s.exec(told(item)) ?? []
    const values = isOperator(operator) ? readValues(kind, { field, operator, rest }) : undefined
    if (values !== undefined && isOperator(operator)) return [{ field, operator, values }]
    no(`/filter/${at}`, `field:${filterOperators.join('|')}:value`, item)
    return []
  })
}

function readValues(
  kind: RecordKind,
  asked: { readonly field: string; readonly operator: FilterOperator; readonly rest: string },
): Filter['values'] | undefined {
  const { field: name, operator, rest } = asked
  const texts = operator === 'in' ? rest.split(',') : [rest]
  if (texts.length > mostChoices) return undefined
  if (name === 'state') {
    const states: readonly string[] = kind.lifecycle.states
    const isFit = ['eq', 'ne', 'in'].includes(operator)
    return isFit && texts.every((one) => states.includes(one)) ? texts : undefined
  }
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined
  if (field === undefined) return undefined
  if (operator === 'known') return rest === 'yes' || rest === 'no' ? [rest === 'yes'] : undefined
  if (field.type === 'rows' || field.type === 'long_text') return undefined
  if (['lt', 'lte', 'gt', 'gte'].includes(operator) && (isMany(field) || !isOrdered(field))) {
    return undefined
  }
  const values = texts.map((one) => typed(field, one))
  return values.every((one) => one !== undefined) ? values : undefined
}

function typed(field: Field, given: string): string | number | boolean | undefined {
  const { required: _, ...single } = { ...field, many: undefined }
  const value =
    field.type === 'whole' || field.type === 'euro'
      ? Number(given === '' ? Number.NaN : given)
      : field.type === 'yes_no'
        ? given === 'true' || (given === 'false' ? false : given)
        : field.type === 'instant'
          ? instantText(given)
          : given
  const checked = fieldSchema(single as Field).safeParse(value)
  return checked.success ? (value as string | number | boolean) : undefined
}

function instantText(given: string): string {
  const at = Date.parse(given)
  return Number.isNaN(at) ? given : new Date(at).toISOString()
}

function isOrdered({ type }: Field): boolean {
  const ordered = ['whole', 'euro', 'decimal', 'percent', 'hours', 'date', 'instant', 'text']
  return ordered.includes(type)
}

function isMany(field: Field): boolean {
  return 'many' in field && field.many === true
}

function isOperator(name: string): name is FilterOperator {
  return filterOperators.some((one) => one === name)
}

/** FNV-1a over the spelling: enough to tell that a cursor strayed, which is all it is for. */
function listName(parts: readonly unknown[]): string {
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(parts)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
