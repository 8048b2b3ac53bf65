// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion, StepOutcome } from '@schouw/core/registers'
import type { Database } from '../../storage/dialect.ts'
import { readEntry } from '../../storage/ledger/entry-reading.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'

export type Pending = NonNullable<Extract<StepOutcome, { ok: true }>['value']['pending']>

export interface Standing {
  readonly record: RecordVersion
  /** Index in the log of the entry that made this version. */
  readonly entry: number
}

/** As it stands now; undefined when the register has no such record. */
export async function standing(
  db: Database,
  kind: string,
  id: string,
): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('records')
    .select([...recordColumns, 'entry'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row === undefined ? undefined : { record: recordOf(row), entry: row.entry }
}

/** Versions of a record below one, the newest first. */
export async function versionsBelow(
  db: Database,
  id: string,
  asked: { readonly version?: number; readonly entry?: number; readonly limit: number },
): Promise<readonly Standing[]> {
  const { version = Number.MAX_SAFE_INTEGER, entry = Number.MAX_SAFE_INTEGER, limit } = asked
  const top = Math.min(version, 2 ** 31 - 1)
  const former = await db
    .selectFrom('record_versions')
    .select([...recordColumns, 'entry'])
    .where('id', '=', id)
    .where('version', '<', top)
    .where('entry', '<', entry)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  const now = await db
    .selectFrom('records')
    .select([...recordColumns, 'entry'])
    .where('id', '=', id)
    .where('version', '<', top)
    .where('entry', '<', entry)
    .execute()
  return [...now, ...former]
    .slice(0, limit)
    .map((row) => ({ record: recordOf(row), entry: row.entry }))
}

/** The steps behind versions, as the ledger keeps them, by their index. */
export async function entriesAt(db: Database, indexes: readonly number[]) {
  if (indexes.length === 0) return new Map()
  const headers = await db
    .selectFrom('log_entries')
    .select(['entry', 'header'])
    .where('entry', 'in', [...indexes])
    .execute()
  const payloads = await db
    .selectFrom('log_payloads')
    .select(['entry', 'slot', 'bytes'])
    .where('entry', 'in', [...indexes])
    .execute()
  return new Map(
    headers.map(({ entry, header }) => [
      entry,
      readEntry(
        header,
        payloads.filter((one) => one.entry === entry),
      ),
    ]),
  )
}

export async function pendingActs(
  db: Database,
  kind: string,
  asked: { readonly record?: string; readonly pending?: string },
): Promise<readonly { readonly pending: string; readonly act: Pending }[]> {
  let query = db.selectFrom('pending_acts').select(['id', 'act']).where('kind', '=', kind)
  if (asked.record !== undefined) query = query.where('record', '=', asked.record)
  query =
    asked.pending === undefined
      ? query.where('is_answered', '=', false)
      : query.where('id', '=', asked.pending)
  const rows = await query.orderBy('asked_at').limit(mostPending).execute()
  // Written from a `Pending` of the core, and only from one.
  return rows.map(({ id, act }) => ({ pending: id, act: act as Pending }))
}

const mostPending = 200
