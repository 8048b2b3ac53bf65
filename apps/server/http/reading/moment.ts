// SPDX-License-Identifier: EUPL-1.2
import type { When } from '@schouw/contract'
import type { Database } from '../../storage/dialect.ts'

/** How many entries the log has, as this transaction sees it. */
export async function logSize(db: Database): Promise<number> {
  const row = await db.selectFrom('logs').select('size').executeTakeFirst()
  return row?.size ?? 0
}

/** The size of the log at a moment; undefined when it has not come so far. */
export async function sizeAt(db: Database, when: When, size: number): Promise<number | undefined> {
  if ('size' in when) return when.size <= size ? when.size : undefined
  // Instants never go back along a log, so the place is found by halving.
  let low = 0
  let high = size
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = await db
      .selectFrom('log_entries')
      .select('at')
      .where('entry', '=', middle)
      .executeTakeFirst()
    if (row !== undefined && row.at <= when.instant) low = middle + 1
    else high = middle
  }
  return low
}
