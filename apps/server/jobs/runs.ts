// SPDX-License-Identifier: EUPL-1.2
// What is kept about jobs that somebody waits for.
import type { Database } from '../storage/dialect.ts'
import type { Steps } from './job.ts'

const open = ['waiting', 'active'] as const

/** False when it was cancelled before it began. */
export async function beginRun(db: Database, id: string, now: string): Promise<boolean> {
  const began = await db
    .updateTable('job_runs')
    .set(({ fn, ref, val }) => ({
      state: 'active',
      started_at: fn.coalesce(ref('started_at'), val(now)),
    }))
    .where('id', '=', id)
    .where('state', 'in', open)
    .where('is_cancel_asked', '=', false)
    .executeTakeFirst()
  return began.numUpdatedRows > 0n
}

/** True when somebody has asked it to stop. */
export async function isCancelAsked(db: Database, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('job_runs')
    .select('is_cancel_asked')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.is_cancel_asked ?? false
}

export async function noteProgress(
  db: Database,
  id: string,
  { done, total, of }: Steps,
): Promise<void> {
  await db
    .updateTable('job_runs')
    .set({ steps_done: done, steps_total: total, steps_of: of })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute()
}

export interface Ending {
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly now: string
}

export async function endRun(db: Database, id: string, { state, now }: Ending): Promise<void> {
  await db
    .updateTable('job_runs')
    .set({ state, finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', open)
    .execute()
}

/** Gives the state after it: one that has not begun is cancelled, one that runs is told. */
export async function askCancel(db: Database, id: string, now: string): Promise<void> {
  await db
    .updateTable('job_runs')
    .set({ is_cancel_asked: true })
    .where('id', '=', id)
    .where('state', 'in', open)
    .execute()
  await db
    .updateTable('job_runs')
    .set({ state: 'cancelled', finished_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}
