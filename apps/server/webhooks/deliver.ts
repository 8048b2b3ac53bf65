// SPDX-License-Identifier: EUPL-1.2
import { type Job, job, NotYet, type Run, texts } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { deliverJob, nudge, type Try, unnudge } from './deliveries.ts'
import { type Posted, post } from './post.ts'
import { type Scheme, signedHeaders } from './sign.ts'
import { stopWebhook } from './stop.ts'

export interface DeliverOptions {
  readonly storage: Storage
  readonly clock: () => string
  readonly queueMail: QueueMail
  readonly isPrivateAllowed: boolean
  /** Milliseconds until the next attempt, after the first, the second…; then it is given up. */
  readonly waits?: readonly number[]
  readonly timeMs?: number
  /** A receiver that takes nothing for so long is no longer told anything. */
  readonly patienceMs?: number
}

const secondMs = 1_000
const hourMs = 3_600_000
/** The first is longer than an attempt can take: nobody else begins while one is under way. */
const usualWaits = [
  30 * secondMs,
  300 * secondMs,
  ...[0.5, 2, 5, 10, 14, 20, 24].map((h) => h * hourMs),
]
const usualPatienceMs = 5 * 24 * hourMs
/** As sealed by `newKey`'s caller. */
export const keyPurpose = 'webhook'

interface Claimed {
  readonly webhook: string
  readonly url: URL
  readonly scheme: Scheme
  readonly sealedKey: Uint8Array
  readonly body: string
  /** When it is tried again unless something comes of this. */
  readonly next: string
}

/** As with mail: that an attempt begins is written first, with when the next one is due. */
export function webhookSender(options: DeliverOptions): Job<{ readonly delivery: string }> {
  const { storage, clock, isPrivateAllowed, timeMs } = options
  const handle = async ({ delivery }: { readonly delivery: string }, run: Run) => {
    const { tenant, signal } = run
    const claimed = await storage.write(tenant, (db) => claim(db, delivery, options))
    if (claimed === undefined) return
    const { url, scheme, sealedKey, body } = claimed
    const at = clock()
    const seconds = Math.floor(Date.parse(at) / secondMs)
    const bytes = storage.secrets.unseal(keyPurpose, sealedKey)
    const headers = signedHeaders({ id: `msg_${delivery}`, seconds, body }, { scheme, bytes })
    const began = performance.now()
    const bounds = { isPrivateAllowed, signal, ...(timeMs === undefined ? {} : { timeMs }) }
    const posted = await post({ url, headers, body, ...bounds })
    const ms = Math.round(performance.now() - began)
    const tried: Try = { at, ...posted, ms }
    await storage.write(tenant, (db) => settle(db, { delivery, claimed, tried, posted, options }))
  }
  return job(deliverJob.name, texts('delivery'), handle, { concurrency: 4, longestRunSeconds: 60 })
}

async function claim(
  db: Database,
  id: string,
  { clock, waits = usualWaits }: DeliverOptions,
): Promise<Claimed | undefined> {
  const now = clock()
  const row = await db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', (join) => join.onRef('w.id', '=', 'd.webhook'))
    .select(['d.webhook', 'd.body', 'd.due_at', 'd.attempts'])
    .select(['w.url', 'w.scheme', 'w.sealed_key', 'w.state as hook'])
    .where('d.id', '=', id)
    .where('d.state', '=', 'waiting')
    .forUpdate(['d'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.due_at > now) throw new NotYet(id)
  if (row.hook !== 'active' || row.attempts > waits.length) {
    await db
      .updateTable('webhook_deliveries')
      .set({ state: 'failed', ended_at: now })
      .where('id', '=', id)
      .execute()
    return undefined
  }
  const waitMs = waits[Math.min(row.attempts, waits.length - 1)] ?? hourMs
  const next = new Date(Date.parse(now) + waitMs).toISOString()
  await db
    .updateTable('webhook_deliveries')
    .set({ attempts: row.attempts + 1, due_at: next })
    .where('id', '=', id)
    .execute()
  await nudge(db, { id, now, dueAt: next })
  const { webhook, url, scheme, sealed_key: sealedKey, body } = row
  return { webhook, url: new URL(url), scheme, sealedKey, body, next }
}

interface Settling {
  readonly delivery: string
  readonly claimed: Claimed
  readonly tried: Try
  readonly posted: Posted
  readonly options: DeliverOptions
}

const mostTries = 50

async function settle(db: Database, settling: Settling): Promise<void> {
  const { delivery, claimed, tried, posted, options } = settling
  const { clock, queueMail, waits = usualWaits, patienceMs = usualPatienceMs } = options
  const now = clock()
  const row = await db
    .selectFrom('webhook_deliveries')
    .select(['tries', 'attempts'])
    .where('id', '=', delivery)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  // Deleted meanwhile, or an attempt that was held to hang came first.
  if (row === undefined) return
  const status = 'status' in posted ? posted.status : 0
  const isTaken = status >= 200 && status < 300
  const isOver = isTaken || status === 410 || row.attempts > waits.length
  const tries = Array.isArray(row.tries) ? row.tries : []
  await db
    .updateTable('webhook_deliveries')
    .set({
      tries: JSON.stringify([...tries, tried].slice(-mostTries)),
      ...(isOver ? { state: isTaken ? 'delivered' : 'failed', ended_at: now } : {}),
    })
    .where('id', '=', delivery)
    .execute()
  if (isOver) await unnudge(db, delivery, claimed.next)
  const { webhook } = claimed
  if (isTaken) {
    const success = { failing_since: null, last_success_at: now }
    await db.updateTable('webhooks').set(success).where('id', '=', webhook).execute()
    return
  }
  const failing = await db
    .updateTable('webhooks')
    .set(({ fn, ref, val }) => ({ failing_since: fn.coalesce(ref('failing_since'), val(now)) }))
    .where('id', '=', webhook)
    .returning('failing_since')
    .executeTakeFirst()
  const since = failing?.failing_since ?? now
  if (status === 410) await stopWebhook(db, { webhook, because: 'gone', queueMail })
  else if (Date.parse(now) - Date.parse(since) >= patienceMs) {
    await stopWebhook(db, { webhook, because: 'failing', queueMail })
  }
}
