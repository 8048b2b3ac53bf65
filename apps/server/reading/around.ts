// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import type { SendMail } from '../identity/ports.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

/** What reading is given. */
export interface Around {
  readonly storage: Storage
  readonly clock: () => string
  /** Undefined: texts have no documents to show. */
  readonly files: Files | undefined
  /** Where people reach the server. */
  readonly origin: () => string
  /** Undefined: no mail goes out, and links are handed over by hand. */
  readonly sendMail: SendMail | undefined
}

export type StoredRecord = ReturnType<typeof recordOf>

/** Of one register, by id; retired ones among them. */
export async function recordsOf(
  db: Database,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', kind)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, recordOf(row)]))
}

/** Records of a kind that refer to one through a field. */
export async function referring(
  db: Database,
  {
    kind,
    field,
    target,
  }: { readonly kind: string; readonly field: string; readonly target: string },
): Promise<readonly StoredRecord[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('is_retired', '=', false)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('record_links')
        .select('record_links.id')
        .where('record_links.kind', '=', kind)
        .where('record_links.field', '=', field)
        .where('record_links.target', '=', target),
    )
    .orderBy('id')
    .execute()
  return rows.map(recordOf)
}

export function textOf(values: object | undefined, name: string): string | null {
  const value = (values as Readonly<Record<string, unknown>> | undefined)?.[name]
  return typeof value === 'string' ? value : null
}

/** Those in the organisation who have an account, by person. */
export async function withAccount(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('memberships')
    .select('person')
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person }) => person))
}

export async function organisationName(db: Database): Promise<string> {
  const own = await db.selectFrom('tenants').select('name').executeTakeFirst()
  return own?.name ?? ''
}

export async function timeZone(db: Database): Promise<string> {
  return textOf(await ownDocument(db), 'time_zone') ?? 'UTC'
}

/** What the organisation speaks to people outside; null while it has not said so. */
export async function organisationLanguage(db: Database): Promise<'nl' | 'en' | null> {
  const language = textOf(await ownDocument(db), 'language')
  return language === 'nl' || language === 'en' ? language : null
}

async function ownDocument(db: Database): Promise<object | undefined> {
  const row = await db
    .selectFrom('records')
    .select('document')
    .where('kind', '=', 'organisation')
    .where('is_retired', '=', false)
    .orderBy('id')
    .executeTakeFirst()
  return row?.document as object | undefined
}
