// SPDX-License-Identifier: EUPL-1.2
import type { Moment, When } from '@schouw/contract'
import { base64 } from '@schouw/core/ledger/bytes'
import { logSize, sizeAt } from '../http/reading/moment.ts'
import type { Database } from '../storage/dialect.ts'
import { storedTree } from '../storage/ledger/tiles.ts'
import type { Transaction } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

/**
 * What the state at a moment rests on: the head of exactly that size, the newest stamped head inside
 * it and the first that covers it. Undefined when the log has not come so far.
 */
export function momentOf(
  storage: Storage,
  tenant: string,
  when: When,
): Promise<Moment | undefined> {
  return storage.read(tenant, async (db) => {
    const size = await sizeAt(db, when, await logSize(db))
    if (size === undefined) return undefined
    const [at, root, before, after] = await Promise.all([
      timeOf(db, size),
      rootAt(storage.session.transaction, size),
      stampBeside(db, '<=', size),
      stampBeside(db, '>=', size),
    ])
    return { as_of: size, at, root: base64(root), before, after }
  })
}

async function rootAt(transaction: Transaction, size: number): Promise<Uint8Array> {
  const tree = await storedTree(transaction, size)
  if (tree === undefined) throw new Error(`tiles at size ${size} are missing`)
  return tree.root()
}

async function timeOf(db: Database, size: number): Promise<string | null> {
  const row = await db
    .selectFrom('log_entries')
    .select('at')
    .where('entry', '=', size - 1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** The stamped head nearest to a size, on one side of it. */
async function stampBeside(
  db: Database,
  side: '<=' | '>=',
  size: number,
): Promise<Moment['before']> {
  const row = await db
    .selectFrom('log_timestamps as stamp')
    .innerJoin('log_heads as head', (join) => join.onRef('head.size', '=', 'stamp.size'))
    .select(['head.size as size', 'head.note as note'])
    .select(['stamp.token as token', 'stamp.stamped_at as at', 'stamp.authority as authority'])
    .where('stamp.token', 'is not', null)
    .where('stamp.size', side, size)
    .orderBy('stamp.size', side === '<=' ? 'desc' : 'asc')
    .orderBy('stamp.authority')
    .limit(1)
    .executeTakeFirst()
  if (row?.token == null || row.at === null) return null
  const checkpoint = Buffer.from(row.note).toString('utf8')
  const authority = new URL(row.authority).host
  return { size: row.size, at: row.at, authority, checkpoint, token: base64(row.token) }
}
