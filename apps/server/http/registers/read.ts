// SPDX-License-Identifier: EUPL-1.2
import { cursorText, type ListQuery, readListQuery, readMoment } from '@schouw/contract'
import type { RecordVersion } from '@schouw/core/registers'
import { recordOf } from '../../storage/records/row.ts'
import { type Answer, no } from '../answer.ts'
import { isPlace, listedRows } from '../reading/list.ts'
import { logSize, sizeAt } from '../reading/moment.ts'
import { pendingActs, standing, versionsBelow } from '../reading/one.ts'
import { shownThen } from '../reading/then.ts'
import { type Call, etag, isId, readableFields, readableThen, shown } from './call.ts'

export async function list(call: Call): Promise<Answer> {
  const { storage, caller, kind, now } = call
  const read = readListQuery(kind, call.query)
  if (!read.ok) return no('query-refused', { errors: read.problems.map((one) => ({ ...one })) })
  const query = withinSight(call, read.value)
  const hidden = hiddenFields(call, query)
  if (hidden.length > 0) {
    const errors = hidden.map((path) => ({ code: 'not-permitted', path, because: 'field' }))
    return no('not-permitted', { errors })
  }
  if (!isPlace(kind, query)) {
    return no('query-refused', { errors: [{ code: 'query-refused', path: '/cursor' }] })
  }
  const found = await storage.read(caller.tenant, async (db) => {
    const size = await logSize(db)
    const at = query.when === undefined ? size : await sizeAt(db, query.when, size)
    if (at === undefined) return undefined
    const asOf = query.when === undefined ? undefined : at
    const listing = { kind, query, actor: caller.actor, now, size: asOf }
    const rows = await listedRows(db, listing)
    return { size: at, rows, shown: await shownThen(db, call, asOf === undefined ? [] : rows) }
  })
  if (found === undefined) return ahead()
  const rows = found.rows.slice(0, query.limit)
  const items = rows.flatMap((row) => found.shown(recordOf(row), query.fields) ?? [])
  const last = found.rows.length > query.limit ? rows.at(-1) : undefined
  const next =
    last === undefined
      ? null
      : cursorText({ value: last.sort_value, id: last.id, list: query.list })
  return { status: 200, body: { items, next, as_of: found.size } }
}

type Seen = Pick<Call, 'caller' | 'kind' | 'now'>

/** A cursor holds what the list is sorted by: never a title of which a part may not be seen. */
export function withinSight(call: Seen, query: ListQuery): ListQuery {
  const fields = readableFields(call)
  if (query.sort.by !== 'title' || fields === null || fields === undefined) return query
  if (call.kind.title.every((name) => fields.includes(name))) return query
  return { ...query, sort: { ...query.sort, by: 'created' } }
}

/** Who may not see a field does not learn about it by sorting, filtering or searching either. */
export function hiddenFields(call: Seen, query: ListQuery): readonly string[] {
  const { kind } = call
  const fields = readableFields(call)
  if (fields === null || fields === undefined) return []
  const isHidden = (name: string) => Object.hasOwn(kind.fields, name) && !fields.includes(name)
  const paths: string[] = []
  for (const [at, { field }] of query.filters.entries()) {
    if (isHidden(field)) paths.push(`/filter/${at}`)
  }
  if (isHidden(query.sort.by)) paths.push('/sort')
  const isSearchable = Object.entries(kind.fields).some(
    ([name, field]) => isHidden(name) && (field.type === 'rows' || field.searchable === true),
  )
  if (query.search !== undefined && isSearchable) paths.push('/q')
  return paths
}

export async function get(call: Call): Promise<Answer> {
  const { storage, caller, kind, id } = call
  const only = textOf(call.query['fields'])?.split(',')
  const strange = only?.find((name) => !Object.hasOwn(kind.fields, name))
  const asOf = textOf(call.query['as_of'])
  const when = asOf === undefined ? undefined : readMoment(asOf)
  const wrong = [
    ...(strange === undefined ? [] : ['/fields']),
    ...(asOf !== undefined && when === undefined ? ['/as_of'] : []),
    ...Object.keys(call.query)
      .filter((name) => name !== 'fields' && name !== 'as_of')
      .map((name) => `/${name}`),
  ]
  if (wrong.length > 0) {
    return no('query-refused', { errors: wrong.map((path) => ({ code: 'query-refused', path })) })
  }
  if (!isId(id)) return no('not-found')
  const found = await storage.read(caller.tenant, async (db) => {
    const now = await standing(db, kind.name, id)
    if (when === undefined || now === undefined) return { now, past: now?.record }
    const size = await sizeAt(db, when, await logSize(db))
    if (size === undefined) return undefined
    const [past] = await versionsBelow(db, id, { entry: size, limit: 1 })
    return { now, past: past?.record }
  })
  if (found === undefined) return ahead()
  // What is no longer shared is not to be had by asking for yesterday.
  const isSeen = found.now !== undefined && shown(call, found.now.record) !== null
  const [then, current] = [found.past, found.now?.record]
  if (then === undefined || current === undefined || !isSeen) return no('not-found')
  // Nor what is withheld today, by asking for a day on which it was not.
  const open = readableThen(call, { past: then, standing: current }) ?? null
  const within = open === null ? only : (only ?? open).filter((name) => open.includes(name))
  const record = shown(call, then, within)
  if (record === null) return no('not-found')
  const headers = { etag: etag(record) }
  if (call.headers['if-none-match'] === headers.etag) return { status: 304, headers }
  return { status: 200, body: record, headers }
}

export async function pending(call: Call): Promise<Answer> {
  const { storage, caller, kind, id } = call
  if (!isId(id)) return no('not-found')
  const found = await storage.read(caller.tenant, async (db) => ({
    now: await standing(db, kind.name, id),
    acts: await pendingActs(db, kind.name, { record: id }),
  }))
  const fields = readableFields(call, found.now?.record)
  const isThere = found.now !== undefined || found.acts.length > 0
  if (!isThere || fields === undefined) return no('not-found')
  // An act holds whole values: who may see some of the fields is told only that something waits.
  const items = found.acts.map(({ pending: name, act }) => ({
    pending: name,
    version: act.version,
    act: fields === null ? act.act : { action: act.act.action },
    asked: act.asked,
    approvers: act.approvers,
    fields: act.fields.filter((field) => fields === null || fields.includes(field)),
  }))
  return { status: 200, body: { items } }
}

/** The record as it stands, when the person may see it. */
export async function seen(
  call: Call,
): Promise<{ readonly record: RecordVersion; readonly entry: number } | undefined> {
  const { storage, caller, kind, id } = call
  if (!isId(id)) return undefined
  const found = await storage.read(caller.tenant, (db) => standing(db, kind.name, id))
  return found === undefined || shown(call, found.record) === null ? undefined : found
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function ahead(): Answer {
  return no('moment-ahead', { errors: [{ code: 'moment-ahead', path: '/as_of' }] })
}
