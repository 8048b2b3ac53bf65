// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { newId } from '../http/ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { job, texts } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import type { Fault } from './post.ts'

/** Only the name and the stored shape; whoever delivers gives it hands. */
export const deliverJob = job('webhook.deliver', texts('delivery'), async () => {
  throw new Error('nobody delivers here')
})

/** What came of one attempt. */
export interface Try {
  readonly at: string
  readonly status?: number
  readonly fault?: Fault
  readonly ms: number
}

export interface NewDelivery {
  readonly webhook: string
  /** Null for what is no entry of the log. */
  readonly entry: number | null
  readonly event: string
  readonly body: string
  readonly now: string
}

export async function addDelivery(db: Database, given: NewDelivery): Promise<string> {
  const { now, ...rest } = given
  const id = newId(now)
  const row = { ...rest, id, state: 'waiting', at: now, due_at: now } as const
  await db.insertInto('webhook_deliveries').values(row).execute()
  await nudge(db, { id, now, dueAt: now })
  return id
}

/** One job for each moment at which a delivery is due: asked for twice it is still one. */
export async function nudge(
  db: Database,
  { id, now, dueAt }: { readonly id: string; readonly now: string; readonly dueAt: string },
): Promise<void> {
  await enqueue(db, deliverJob, { delivery: id }, { now, dueAt, id: nudgeId(id, dueAt) })
}

/** Takes back the one that was to follow. */
export async function unnudge(db: Database, id: string, dueAt: string): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', nudgeId(id, dueAt)).execute()
}

/** RFC 9562, version 8. */
function nudgeId(delivery: string, dueAt: string): string {
  const hex = createHash('sha256').update(`${delivery} ${dueAt}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
