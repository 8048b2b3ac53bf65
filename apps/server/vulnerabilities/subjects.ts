// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Asset, assetOf } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

/** Registers that are held against advisories: devices, and the software that is in them. */
export const subjectKinds = ['asset', 'software-component'] as const

/** Devices that are not there, or no longer, have no vulnerabilities. */
const gone = ['out_of_use', 'disposed', 'planned']

export const subjectsTogether = 500

/** Subjects by id, from one on; those that are gone are left out. */
export async function subjectRows(
  db: Database,
  { after, ids }: { readonly after: string; readonly ids?: readonly string[] | undefined },
): Promise<readonly RecordVersion[]> {
  const rows = await standingSubjects(db, ids)
    .select(recordColumns)
    .where('id', '>', after)
    .orderBy('id')
    .limit(subjectsTogether)
    .execute()
  return rows.map(recordOf)
}

export async function subjectCount(db: Database, ids?: readonly string[]): Promise<number> {
  const row = await standingSubjects(db, ids)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

function standingSubjects(db: Database, ids: readonly string[] | undefined) {
  const query = db
    .selectFrom('records')
    .where('kind', 'in', [...subjectKinds])
    .where('is_retired', '=', false)
    .where('state', 'not in', gone)
  return ids === undefined ? query : query.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
}

/** A record as the matcher wants it. What people call a device is no product. */
export function subjectOf({ id, kind, values }: RecordVersion): Asset {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  if (kind === 'asset') {
    const row = {
      id,
      vendor: text('vendor'),
      product: text('model'),
      order_number: text('order_number'),
      version: text('firmware'),
      serial_number: text('serial'),
    }
    return assetOf(row, id)
  }
  const sha256 = text('sha256')
  const row = {
    id,
    vendor: text('vendor'),
    product: text('name'),
    version: text('version'),
    purl: text('purl'),
    cpe: text('cpe'),
    hashes: sha256 === '' ? [] : [`sha256:${sha256}`],
  }
  return assetOf(row, id)
}

/** Forgets what was matched of subjects that are gone; what people made of it stays. */
export async function dropGone(db: Database): Promise<number> {
  const standing = db
    .selectFrom('records')
    .select('id')
    .where('kind', 'in', [...subjectKinds])
    .where('is_retired', '=', false)
    .where('state', 'not in', gone)
  const { numDeletedRows } = await db
    .deleteFrom('vulnerability_matches')
    .where('subject', 'not in', standing)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The last entry in which any of them was registered or changed; -1 where there is none. */
export async function newestSubject(db: Database): Promise<number> {
  const row = await db
    .selectFrom('records')
    .select(({ fn }) => fn.max('entry').as('entry'))
    .where('kind', 'in', [...subjectKinds])
    .executeTakeFirst()
  return row?.entry ?? -1
}
