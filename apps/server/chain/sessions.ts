// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { remote } from '@schouw/core/chain'
import type { SightedSession } from '@schouw/formats/sightings'
import type { Database } from '../storage/dialect.ts'

/** Gives how many were not known yet: the same recording brought twice says nothing twice. */
export async function keepSessions(
  db: Database,
  sessions: readonly SightedSession[],
  { by, at }: { readonly by: string; readonly at: string },
): Promise<number> {
  let made = 0
  for (const session of sessions) {
    const { tool, source, target, first_at, last_at, capture, frame, times } = session
    const told = JSON.stringify([tool, source, target, first_at, last_at, capture])
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('remote_sessions')
      .values({
        digest: createHash('sha256').update(told).digest('hex'),
        ...{ tool, first_at, last_at, capture, frame, times },
        ...{ source: JSON.stringify(source), target: JSON.stringify(target) },
        ...{ brought_at: at, brought_by: by },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) made += 1
  }
  return made
}

const mostSessions = 5_000

/** The newest first. */
export async function sessionsSeen(db: Database): Promise<readonly remote.SeenSession[]> {
  const rows = await db
    .selectFrom('remote_sessions')
    .select(['tool', 'source', 'target', 'first_at', 'last_at', 'capture', 'frame', 'times'])
    .orderBy('last_at', 'desc')
    .orderBy('digest')
    .limit(mostSessions)
    .execute()
  return rows.map((row) => ({ ...row, frame: row.frame === null ? null : Number(row.frame) }))
}
