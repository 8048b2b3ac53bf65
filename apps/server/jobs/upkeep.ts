// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { type Schedule, schedule } from './job.ts'

const dayMs = 86_400_000
/** What ended so long ago is kept for nobody. */
const keptDays = { mails: 30, deliveries: 30, runs: 90 } as const

/** What a database needs now and then: room given back, and what has had its day removed. */
export function upkeepSchedules(storage: Storage, clock: () => string): readonly Schedule[] {
  return [
    schedule('upkeep.tidy', '17 * * * *', async () => {
      await storage.tidy()
      await tidyQueue(storage)
    }),
    schedule('upkeep.sweep', '43 3 * * *', async (signal) => {
      for (const { id } of await storage.tenants()) {
        signal.throwIfAborted()
        await storage.write(id, (db) => sweep(db, clock()))
      }
    }),
  ]
}

/** The queue changes far more rows than it keeps. A server does this by itself. */
async function tidyQueue({ engine }: Storage): Promise<void> {
  if (engine.name !== 'embedded') return
  const { rows } = await engine.pool.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'jobs' order by 1`,
  )
  for (const { tablename } of rows) {
    await engine.pool.query(`vacuum (analyze) jobs."${tablename.replaceAll('"', '""')}"`)
  }
}

export async function sweep(db: Database, now: string): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now) - days * dayMs).toISOString()
  await db.deleteFrom('mails').where('ended_at', '<', before(keptDays.mails)).execute()
  await db
    .deleteFrom('webhook_deliveries')
    .where('ended_at', '<', before(keptDays.deliveries))
    .execute()
  // What a server was doing when it ended.
  await db
    .updateTable('job_runs')
    .set({ state: 'failed', finished_at: now })
    .where('state', 'in', ['waiting', 'active'])
    .where('seen_at', '<', before(1))
    .execute()
  await db.deleteFrom('job_runs').where('finished_at', '<', before(keptDays.runs)).execute()
}
