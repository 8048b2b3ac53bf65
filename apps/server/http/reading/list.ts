// SPDX-License-Identifier: EUPL-1.2
import type { Filter, ListQuery } from '@schouw/contract'
import type { Actor, RecordKind } from '@schouw/core/registers'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { RecordRow } from '../../storage/records/row.ts'
import { searchQuery } from '../../storage/records/words.ts'
import { all, any, contains, readable } from './permission.ts'

type Condition = RawBuilder<boolean>

export interface Listing {
  readonly kind: RecordKind
  readonly query: ListQuery
  readonly actor: Actor
  readonly now: string
  /** Size of the log to read as of; undefined for the registers as they stand. */
  readonly size: number | undefined
}

export type ListedRow = RecordRow & { readonly sort_value: string | null }

/** Rows of a page and one more, when there is one. */
export async function listedRows(db: Database, listing: Listing): Promise<readonly ListedRow[]> {
  const { kind, query, size } = listing
  const { sort } = query
  const order = orderOf(kind, sort.by)
  const direction = sort.isDescending ? sql`desc` : sql`asc`
  const nulls = order.isNullable ? sql` nulls last` : sql``
  const from = size === undefined ? sql`records v` : asOf(size)
  const created = size === undefined ? sql.ref('v.first_entry') : sql.ref('r.first_entry')
  const by = sort.by === 'created' ? created : order.by
  const conditions = [
    size === undefined ? sql<boolean>`v.kind = ${kind.name}` : sql<boolean>`r.kind = ${kind.name}`,
    ...(size === undefined ? [] : [sql<boolean>`r.first_entry < ${size}`]),
    ...conditionsOf(listing),
    ...(query.after === undefined ? [] : [beyond({ ...order, by }, query)]),
  ]
  const { rows } = await sql<ListedRow>`
    select v.id, v.kind, v.version, v.state, v.document, v.meta, v.changed_at, v.changed_by,
      (${by})::text as sort_value
    from ${from} where ${all(conditions)}
    order by ${by} ${direction}${nulls}, v.id ${direction} limit ${query.limit + 1}`.execute(db)
  return rows
}

/** Each record in the version it had, from its own row or the newest older one. */
function asOf(size: number): RawBuilder<unknown> {
  const columns = sql.raw(
    'id, kind, version, state, is_retired, document, meta, sort_title, search, entry, changed_at, changed_by'
      .split(', ')
      .map((name) => `x.${name}`)
      .join(', '),
  )
  return sql`records r cross join lateral (
    select * from (
      select ${columns} from records x where x.id = r.id and r.entry < ${size}
      union all
      select ${columns} from record_versions x
        where x.id = r.id and r.entry >= ${size} and x.entry < ${size}
    ) each_version order by version desc limit 1) v`
}

function conditionsOf({ kind, query, actor, now, size }: Listing): readonly Condition[] {
  const asked = { kind, actor, now }
  // What is no longer shared is not to be had by asking for yesterday.
  const seen = size === undefined ? [] : [readable(asked, 'r')]
  const words = query.search === undefined ? undefined : searchQuery(query.search)
  const terms =
    size === undefined ? sql`v.terms` : sql`array_to_tsvector(string_to_array(v.search, ' '))`
  return [
    readable(asked, 'v'),
    ...seen,
    ...(query.retired === 'yes'
      ? []
      : [query.retired === 'no' ? sql<boolean>`not v.is_retired` : sql<boolean>`v.is_retired`]),
    ...(words === undefined ? [] : [sql<boolean>`${terms} @@ ${words}::tsquery`]),
    ...query.filters.map((filter) => filtered(kind, filter)),
  ]
}

function filtered(kind: RecordKind, { field: name, operator, values }: Filter): Condition {
  if (name === 'state') {
    const isOne = sql<boolean>`v.state in (${sql.join([...values])})`
    return operator === 'ne' ? sql`not ${isOne}` : isOne
  }
  const isKnown = sql<boolean>`v.document ? ${name}`
  if (operator === 'known') return values[0] === true ? isKnown : sql`not ${isKnown}`
  const field = fieldOf(kind, name)
  const compared = (sign: string, value: Filter['values'][number]) =>
    sql<boolean>`${field.by} ${sql.raw(sign)} ${field.isNumber ? sql`${String(value)}::numeric` : sql`${String(value)}`}`
  const isEqual = any(
    values.map((value) =>
      field.isNumber ? compared('=', value) : contains('v', kind, name, value),
    ),
  )
  if (operator === 'eq' || operator === 'in') return isEqual
  // What is not known is not known to differ.
  if (operator === 'ne') return sql`(${isKnown} and not ${isEqual})`
  return compared({ lt: '<', lte: '<=', gt: '>', gte: '>=' }[operator], values[0] ?? '')
}

const numbers: readonly string[] = ['whole', 'euro', 'decimal', 'percent', 'hours']

interface Order {
  readonly by: RawBuilder<unknown>
  readonly isNumber: boolean
  readonly isNullable: boolean
}

function fieldOf(kind: RecordKind, name: string): Order {
  const field = kind.fields[name]
  const isNumber =
    numbers.includes(field?.type ?? '') &&
    !(field !== undefined && 'many' in field && field.many === true)
  // The planner may look at rows of other kinds first, where the text is no number.
  const by = isNumber
    ? sql`(case when v.kind = ${kind.name} then (v.document ->> ${name})::numeric end)`
    : sql`(v.document ->> ${name}) collate "C"`
  return { by, isNumber, isNullable: true }
}

function orderOf(kind: RecordKind, by: string): Order {
  if (by === 'title') return { by: sql.ref('v.sort_title'), isNumber: false, isNullable: false }
  if (by === 'state') return { by: sql.ref('v.state'), isNumber: false, isNullable: false }
  if (by === 'changed') return { by: sql.ref('v.entry'), isNumber: true, isNullable: false }
  if (by === 'created') return { by: sql.ref('v.entry'), isNumber: true, isNullable: false }
  return fieldOf(kind, by)
}

/** Behind the place of the cursor. Unknown values come last whichever way the list runs. */
function beyond({ by, isNumber, isNullable }: Order, { after, sort }: ListQuery): Condition {
  if (after === undefined) return sql`true`
  const sign = sql.raw(sort.isDescending ? '<' : '>')
  const { value, id } = after
  if (value === null) return sql`(${by} is null and v.id ${sign} ${id}::uuid)`
  const at = isNumber ? sql`${String(value)}::numeric` : sql`${String(value)}`
  const isBehind = sql<boolean>`(${by}, v.id) ${sign} (${at}, ${id}::uuid)`
  return isNullable ? sql`(${isBehind} or ${by} is null)` : isBehind
}

/** Whether a cursor's value is one that the list can be sorted by. */
export function isPlace(kind: RecordKind, { after, sort }: ListQuery): boolean {
  if (after === undefined || after.value === null) return true
  const { isNumber } = orderOf(kind, sort.by)
  return !isNumber || /^-?\d{1,15}(\.\d{1,15})?$/.test(String(after.value))
}
