// SPDX-License-Identifier: EUPL-1.2
import type { PgBoss } from 'pg-boss'
import type { Storage } from '../storage/storage.ts'
import { statementsIn } from './statements.ts'

/** Rows moved in one transaction. */
export const relayRows = 200

export interface Moving {
  readonly storage: Storage
  readonly boss: PgBoss
  /** Topics that somebody here works on; others wait for whoever knows them. */
  readonly names: readonly string[]
  readonly now: string
}

/**
 * Moves work that is due from the outbox to the queue, in one transaction: it is always in exactly
 * one of the two. The tenant of a job is what the database says of the row, not what was asked.
 * Gives how many went to each queue.
 */
export function relay({ storage, boss, names, now }: Moving): Promise<ReadonlyMap<string, number>> {
  return storage.session.run('system', async () => {
    const rows = await storage.db
      .selectFrom('outbox')
      .select(['tenant', 'id', 'topic', 'payload'])
      .where('done_at', 'is', null)
      .where('due_at', '<=', now)
      .where('topic', 'in', names)
      .orderBy('due_at')
      .limit(relayRows)
      .forUpdate()
      .skipLocked()
      .execute()
    const moved = new Map<string, number>()
    if (rows.length === 0) return moved
    const db = statementsIn(storage.session.transaction)
    for (const [topic, group] of Map.groupBy(rows, (row) => row.topic)) {
      const jobs = group.map(({ id, tenant, payload: data }) => ({ id, data: { tenant, data } }))
      await boss.insert(topic, jobs, { db })
      moved.set(topic, group.length)
    }
    const ids = rows.map(({ id }) => id)
    await storage.db.deleteFrom('outbox').where('id', 'in', ids).execute()
    return moved
  })
}
