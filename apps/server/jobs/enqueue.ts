// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { Job } from './job.ts'

export interface Enqueued {
  /** UTC to the millisecond. */
  readonly now: string
  /** Not before then; now when absent. */
  readonly dueAt?: string
  /** One id is one job: a second time with it does nothing. */
  readonly id?: string
  /** Who asked for a tracked job: the id of a person. */
  readonly askedBy?: string
  /** What a tracked job is about, for whoever may see it. */
  readonly about?: About
}

/** A register by its plural, or a file by its name. */
export interface About {
  readonly register?: string
  readonly file?: string
}

/**
 * Work that follows from what is written around it: kept with that, and gone with it when the
 * transaction is undone. `db` is the transaction's. Gives the id of the job.
 */
export async function enqueue<Data>(
  db: Database,
  job: Job<Data>,
  data: Data,
  { now, dueAt = now, id = newId(now), askedBy, about }: Enqueued,
): Promise<string> {
  const row = { id, topic: job.name, payload: job.stored(data), at: now, due_at: dueAt }
  await db
    .insertInto('outbox')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (!job.terms.isTracked) return id
  if (askedBy === undefined) throw new TypeError(`${job.name} is tracked: somebody asked for it`)
  const run = {
    id,
    name: job.name,
    asked_by: askedBy,
    asked_at: now,
    state: 'waiting',
    ...(about === undefined ? {} : { about: JSON.stringify(about) }),
  } as const
  await db
    .insertInto('job_runs')
    .values(run)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}
