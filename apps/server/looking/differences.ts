// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind, RecordVersion } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { readableFields, readableThen, shown } from '../http/registers/call.ts'
import type { Database } from '../storage/dialect.ts'
import { touchedBetween, versionsAt } from '../storage/reading/looking.ts'
import { derived } from '../storage/records/derive.ts'
import { recordOf } from '../storage/records/row.ts'

/** Records looked at for one page; those that came out the same are left out of it. */
const pageLength = 300

interface Seen {
  readonly caller: Caller
  readonly kind: RecordKind
  readonly now: string
}

export interface FieldDifference {
  readonly field: string
  readonly from?: unknown
  readonly to?: unknown
}

export interface RecordDifference {
  readonly id: string
  readonly title: string
  readonly change: 'new' | 'gone' | 'changed'
  readonly state: { readonly from: string; readonly to: string } | null
  readonly fields: readonly FieldDifference[]
}

/** A register at two sizes of the log, record by record, as far as this person may see both. */
export async function differencesOf(
  db: Database,
  seen: Seen,
  asked: { readonly from: number; readonly to: number; readonly after: string | undefined },
): Promise<{ readonly items: readonly RecordDifference[]; readonly next: string | null }> {
  const { kind } = seen
  const limit = pageLength + 1
  const touched = await touchedBetween(db, { kind: kind.name, ...asked, limit })
  const ids = touched.slice(0, pageLength)
  const [before, after, now] = [
    await versionsAt(db, ids, asked.from),
    await versionsAt(db, ids, asked.to),
    await versionsAt(db, ids, Number.MAX_SAFE_INTEGER),
  ]
  const items = ids.flatMap((id) => {
    const at = (rows: typeof before) => {
      const row = rows.get(id)
      return row === undefined ? undefined : recordOf(row)
    }
    const standing = at(now)
    // What is no longer shared is not to be had by asking for yesterday.
    if (standing === undefined || shown(seen, standing) === null) return []
    return difference(seen, { before: at(before), after: at(after), standing }) ?? []
  })
  return { items, next: touched.length > pageLength ? (ids.at(-1) ?? null) : null }
}

interface Versions {
  readonly before: RecordVersion | undefined
  readonly after: RecordVersion | undefined
  readonly standing: RecordVersion
}

/** Undefined when nothing that may be seen differs. */
function difference(
  seen: Seen,
  { before, after, standing }: Versions,
): RecordDifference | undefined {
  // What is withheld at the later moment, or today, was not shown before either.
  const open = (past: RecordVersion) => readableThen(seen, { past, standing }) ?? undefined
  const only = after === undefined ? undefined : open(after)
  const was = isThere(before) ? shown(seen, before, only ?? open(before)) : null
  const is = isThere(after) ? shown(seen, after, only) : null
  const one = is ?? was
  if (one === null) return undefined
  const change = was === null ? 'new' : is === null ? 'gone' : 'changed'
  const fields = change === 'changed' ? fieldsOf(seen.kind, was, is) : []
  const state = was !== null && is !== null && was.state !== is.state ? [was.state, is.state] : []
  const [from, to] = state
  if (change === 'changed' && fields.length === 0 && from === undefined) return undefined
  return {
    id: one.id,
    title: titleOf(seen, is === null ? before : after),
    change,
    state: from === undefined || to === undefined ? null : { from, to },
    fields,
  }
}

function isThere(record: RecordVersion | undefined): record is RecordVersion {
  return record !== undefined && record.retired === null
}

function titleOf(seen: Seen, record: RecordVersion | undefined): string {
  if (record === undefined) return ''
  const fields = readableFields(seen, record)
  const isShown = fields === null || seen.kind.title.every((name) => fields?.includes(name))
  return isShown ? derived(record).title : ''
}

function fieldsOf(
  kind: RecordKind,
  was: RecordVersion | null,
  is: RecordVersion | null,
): readonly FieldDifference[] {
  return Object.keys(kind.fields).flatMap((field) => {
    const [from, to] = [was?.values[field], is?.values[field]]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  })
}
