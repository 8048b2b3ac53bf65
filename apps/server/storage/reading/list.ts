// SPDX-License-Identifier: EUPL-1.2
import type { Filter, ListQuery } from '@schouw/contract'
import type { Actor, RecordKind } from '@schouw/core/registers'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../dialect.ts'
import { isUuid } from '../records/derive.ts'
import type { RecordRow } from '../records/row.ts'
import { searchQuery } from '../records/words.ts'
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
  const { sort, after, limit } = query
  const order = sort.by === 'created' ? createdOrder(size) : orderOf(kind, sort.by)
  if (!order.isNullable) return part(db, listing, order, beyond(order, query), limit + 1)
  // What is known, then what is not: two walks along an index where one would sort everything.
  const known =
    after !== undefined && after.value === null
      ? []
      : await part(db, listing, order, all([isKnown(order), beyond(order, query)]), limit + 1)
  if (known.length > limit) return known
  const isBehind = after !== undefined && after.value === null
  const unknown = all([sql`not ${isKnown(order)}`, ...(isBehind ? [beyondId(query)] : [])])
  return [...known, ...(await part(db, listing, order, unknown, limit + 1 - known.length))]
}

async function part(
  db: Database,
  listing: Listing,
  { by, isNullable }: Order,
  where: Condition,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { kind, query, size } = listing
  const direction = query.sort.isDescending ? sql`desc` : sql`asc`
  // The way an index is walked backwards; there are no unknown values where it matters.
  const nulls = isNullable && query.sort.isDescending ? sql` nulls first` : sql``
  const from = size === undefined ? sql`records v` : asOf(size)
  const of = size === undefined ? sql.ref('v.kind') : sql.ref('r.kind')
  const conditions = [
    sql<boolean>`${of} = ${kind.name}`,
    ...(size === undefined ? [] : [sql<boolean>`r.first_entry < ${size}`]),
    ...conditionsOf(listing),
    where,
  ]
  // The place is spelled out for the rows of the page only, not for all that were sorted.
  const { rows } = await sql<ListedRow>`
    select id, kind, version, state, document, meta, changed_at, changed_by,
      place::text as sort_value
    from (
      select v.id, v.kind, v.version, v.state, v.document, v.meta, v.changed_at, v.changed_by,
        ${by} as place
      from ${from} where ${all(conditions)}
      order by ${by} ${direction}${nulls}, v.id ${direction} limit ${limit}) page
    order by place ${direction}${nulls}, id ${direction}`.execute(db)
  return rows
}

const columnsOfVersions =
  'id, kind, version, state, is_retired, document, meta, sort_title, search, owner, entry, changed_at, changed_by'.split(
    ', ',
  )

/** Each record in the version it had, from its own row or the newest older one. */
export function asOf(size: number): RawBuilder<unknown> {
  const former = sql.raw(columnsOfVersions.map((name) => `x.${name}`).join(', '))
  const either = sql.join(
    columnsOfVersions.map((name) => {
      const [now, then] = [sql.ref(`r.${name}`), sql.ref(`f.${name}`)]
      return sql`case when r.entry < ${size} then ${now} else ${then} end as ${sql.ref(name)}`
    }),
  )
  // The key of versions leads to the one before a moment, however many came after it.
  return sql`records r left join lateral (
      select ${former} from record_versions x
      where x.id = r.id and r.entry >= ${size} and x.entry < ${size}
      order by x.entry desc limit 1) f on true
    cross join lateral (select ${either} where r.entry < ${size} or f.id is not null) v`
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
    ...query.filters.map((filter) => filtered(kind, filter, size === undefined)),
  ]
}

function filtered(
  kind: RecordKind,
  { field: name, operator, values }: Filter,
  isNow: boolean,
): Condition {
  if (name === 'state') {
    const isOne = sql<boolean>`v.state in (${sql.join([...values])})`
    return operator === 'ne' ? sql`not ${isOne}` : isOne
  }
  const field = fieldOrder(kind, name)
  if (operator === 'known') return values[0] === true ? isKnown(field) : sql`not ${isKnown(field)}`
  const isEqual =
    isNow && name !== 'owner' && kind.fields[name]?.type === 'reference'
      ? refersTo(kind, name, values)
      : any(
          values.map((value) =>
            field.as === 'decimal'
              ? sql`${field.by} = ${String(value)}::numeric`
              : contains('v', kind, name, value),
          ),
        )
  if (operator === 'eq' || operator === 'in') return isEqual
  // What is not known is not known to differ.
  if (operator === 'ne') return sql`(${isKnown(field)} and not ${isEqual})`
  const sign = { lt: '<', lte: '<=', gt: '>', gte: '>=' }[operator]
  return sql`${field.by} ${sql.raw(sign)} ${placed(field, values[0] ?? '')}`
}

/**
 * By the links, of which the planner knows how many lead to each record. What a document holds it
 * guesses from a few hundred samples: one that is among them looks frequent, and all are walked.
 */
function refersTo(kind: RecordKind, name: string, values: Filter['values']): Condition {
  const targets = values.map(String).filter(isUuid)
  if (targets.length === 0) return sql`false`
  return sql`v.id in (select l.id from record_links l where l.kind = ${kind.name}
    and l.field = ${name} and l.target in (${sql.join(targets.map((id) => sql`${id}::uuid`))}))`
}

/** How a value sorts: letters by their code, whole numbers as JSON has them, fractions as digits. */
type As = 'text' | 'number' | 'decimal'

interface Order {
  readonly by: RawBuilder<unknown>
  readonly as: As
  readonly isNullable: boolean
}

const numbers: readonly string[] = ['whole', 'euro']
const decimals: readonly string[] = ['decimal', 'percent', 'hours']

/**
 * The value of a field as lists sort and compare it. `indexes.ts` makes indexes of the same
 * spelling for registers that have grown large.
 */
export function fieldOrder(kind: RecordKind, name: string, row = 'v'): Order {
  const field = kind.fields[name]
  const isMany = field !== undefined && 'many' in field && field.many === true
  const type = isMany ? 'text' : (field?.type ?? 'text')
  const document = sql.ref(`${row}.document`)
  const isNullable = true
  if (numbers.includes(type)) return { by: sql`(${document} -> ${name})`, as: 'number', isNullable }
  if (!decimals.includes(type)) {
    return { by: sql`((${document} ->> ${name}) collate "C")`, as: 'text', isNullable }
  }
  // The planner may look at rows of other kinds first, where the text is no number.
  const isOfKind = sql`${sql.ref(`${row}.kind`)} = ${kind.name}`
  const by = sql`(case when ${isOfKind} then (${document} ->> ${name})::numeric end)`
  return { by, as: 'decimal', isNullable }
}

function createdOrder(size: number | undefined): Order {
  const by = sql.ref(size === undefined ? 'v.first_entry' : 'r.first_entry')
  return { by, as: 'decimal', isNullable: false }
}

function orderOf(kind: RecordKind, by: string): Order {
  if (by === 'title') return { by: sql.ref('v.sort_title'), as: 'text', isNullable: false }
  if (by === 'state') return { by: sql.ref('v.state'), as: 'text', isNullable: false }
  if (by === 'changed') return { by: sql.ref('v.entry'), as: 'decimal', isNullable: false }
  return by === 'created' ? createdOrder(undefined) : fieldOrder(kind, by)
}

function isKnown({ by }: Order): Condition {
  return sql`(${by} is not null)`
}

function placed({ as }: Order, value: unknown): RawBuilder<unknown> {
  const text = String(value)
  if (as === 'text') return sql`${text}`
  return as === 'number' ? sql`${text}::jsonb` : sql`${text}::numeric`
}

/** Behind the place of the cursor. Unknown values come last whichever way the list runs. */
function beyond(order: Order, { after, sort }: ListQuery): Condition {
  if (after === undefined) return sql`true`
  const sign = sql.raw(sort.isDescending ? '<' : '>')
  return sql`(${order.by}, v.id) ${sign} (${placed(order, after.value)}, ${after.id}::uuid)`
}

function beyondId({ after, sort }: ListQuery): Condition {
  const sign = sql.raw(sort.isDescending ? '<' : '>')
  return sql`v.id ${sign} ${after?.id ?? ''}::uuid`
}

/** Whether a cursor's value is one that the list can be sorted by. */
export function isPlace(kind: RecordKind, { after, sort }: ListQuery): boolean {
  if (after === undefined || after.value === null) return true
  return (
    orderOf(kind, sort.by).as === 'text' || /^-?\d{1,15}(\.\d{1,15})?$/.test(String(after.value))
  )
}
