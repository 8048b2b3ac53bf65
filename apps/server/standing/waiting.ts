// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import type { Pending } from '../http/reading/one.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

/** Waiting acts that are looked at; an organisation with more has another problem. */
export const mostLookedAt = 1000

export interface Waiting {
  readonly pending: string
  readonly kind: KindName
  readonly act: Pending
  readonly record: ReturnType<typeof recordOf> | undefined
}

/** Acts that nobody has answered yet, oldest first, each with its record as it stands. */
export async function acts(db: Database): Promise<readonly Waiting[]> {
  const found = await db
    .selectFrom('pending_acts')
    .select(['id', 'kind', 'record', 'act'])
    .where('is_answered', '=', false)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(mostLookedAt)
    .execute()
  if (found.length === 0) return []
  const ids = [...new Set(found.map(({ record }) => record))]
  const rows = await db.selectFrom('records').select(recordColumns).where('id', 'in', ids).execute()
  const standing = new Map(rows.map((row) => [row.id, recordOf(row)]))
  // Written from a `Pending` of the core, and only from one.
  return found.map(({ id, kind, record, act }) => ({
    pending: id,
    kind: kind as KindName,
    act: act as Pending,
    record: standing.get(record),
  }))
}
