// SPDX-License-Identifier: EUPL-1.2
import {
  kind as kindOf,
  kinds,
  may,
  type RecordKind,
  type RecordVersion,
} from '@schouw/core/registers'
import { sql } from 'kysely'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

/** Where in the values of a kind a digest may stand. */
interface Place {
  readonly kind: RecordKind
  readonly field: string
  readonly isMany: boolean
  /** Of a list of rows: the field of the row. */
  readonly inner?: string
}

/** From the declarations of the kinds, so that a new field is one of them. */
export const places: readonly Place[] = Object.values<RecordKind>(kinds).flatMap((kind) =>
  Object.entries(kind.fields).flatMap(([field, shape]): readonly Place[] => {
    if (shape.type === 'digest') return [{ kind, field, isMany: shape.many === true }]
    if (shape.type !== 'rows') return []
    return Object.entries(shape.fields).flatMap(([inner, of]): readonly Place[] =>
      of.type === 'digest' ? [{ kind, field, inner, isMany: of.many === true }] : [],
    )
  }),
)

const namesOfKinds = [...new Set(places.map(({ kind }) => kind.name))]
/** A file that is named more often is found readable by these, or not at all. */
const mostRecords = 200

/** Documents that contain the digest in one of its places, as the index answers it. */
function patterns(digest: string): readonly string[] {
  const all = places.map(({ field, inner, isMany }) => {
    const value = isMany ? [digest] : digest
    return JSON.stringify({ [field]: inner === undefined ? value : [{ [inner]: value }] })
  })
  return [...new Set(all)]
}

function names(record: RecordVersion, digest: string, fields: readonly string[] | null): boolean {
  return places.some(({ kind, field }) => {
    if (kind.name !== record.kind || (fields !== null && !fields.includes(field))) return false
    // A digest is nothing else by chance.
    return JSON.stringify(record.values[field] ?? null).includes(digest)
  })
}

/** Whether a record that this person may read, in a field that is shown, names the file. */
export async function isNamedFor(
  db: Database,
  { actor }: Caller,
  { digest, now }: { readonly digest: string; readonly now: string },
): Promise<boolean> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', 'in', namesOfKinds)
    .where(sql<boolean>`document @> any(${patterns(digest)}::jsonb[])`)
    .orderBy('id')
    .limit(mostRecords)
    .execute()
  return rows.map(recordOf).some((record) => {
    const kind = kindOf(record.kind)
    if (kind === undefined) return false
    const permission = may({ actor, action: 'read', kind, record, now })
    return permission.allowed && names(record, digest, permission.fields)
  })
}

/**
 * Every digest that any version of any record has ever named, one that waits to be approved, and
 * those of what was imported, which the log names, and of what suppliers have brought.
 */
export async function everNamed(
  db: Database,
  /** Whose rows stay when the bytes go. */
  without?: (typeof tablesOfFiles)[number],
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  const learn = (value: unknown) => {
    for (const [digest] of JSON.stringify(value).matchAll(/\b[0-9a-f]{64}\b/g)) named.add(digest)
  }
  const waiting = db.selectFrom('pending_acts').select('act').where('is_answered', '=', false)
  for (const { act } of await waiting.execute()) learn(act)
  for (const table of tablesOfFiles) {
    if (table === without) continue
    for (const { digest } of await db.selectFrom(table).select('digest').execute()) {
      named.add(digest)
    }
  }
  for (const table of ['records', 'record_versions'] as const) {
    // By pages: all documents of a large register do not fit in memory at once.
    let last = { id: '00000000-0000-0000-0000-000000000000', version: -1 }
    for (;;) {
      const rows = await db
        .selectFrom(table)
        .select(['id', 'version', 'document'])
        .where('kind', 'in', namesOfKinds)
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('id', 'version'), '>', tuple(last.id, last.version)),
        )
        .orderBy('id')
        .orderBy('version')
        .limit(pageLength)
        .execute()
      for (const { document } of rows) learn(document)
      const end = rows.at(-1)
      if (end === undefined || rows.length < pageLength) break
      last = { id: end.id, version: end.version }
    }
  }
  return named
}

const tablesOfFiles = [
  'sources',
  'frameworks',
  'oscal_documents',
  'advisory_imports',
  // Evidence lies here until the answers are handed in, and a link may be open for half a year.
  'questionnaire_files',
] as const

const pageLength = 1_000
