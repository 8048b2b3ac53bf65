// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { enqueue } from '../jobs/enqueue.ts'
import { type Job, job, NotYet, type Run, texts } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { opened, sendJob } from './queue.ts'
import { renderMail } from './render.ts'
import type { Handed, Transport } from './transport.ts'

export interface SendOptions {
  readonly storage: Storage
  /** Undefined when no mail server is set: then mail waits. */
  readonly transport: Transport | undefined
  readonly clock: () => string
  /** In which letters name times. */
  readonly timeZone?: string
  /** Milliseconds until the next attempt, after the first, the second…; the last one is repeated. */
  readonly waits?: readonly number[]
}

/** How the mail server is, as far as this process knows. */
export interface MailHealth {
  readonly state: 'off' | 'unknown' | 'ok' | 'away'
  /** Of the last failure, while it is away. */
  readonly code?: string
}

const minuteMs = 60_000
/** The first is longer than an attempt can take: nobody else begins while one is under way. */
const usualWaits = [1, 2, 5, 10, 20, 40, 60].map((minutes) => minutes * minuteMs)
/** What could not be sent for so long says nothing any more. */
const longestWaitMs = 5 * 24 * 60 * minuteMs

interface Claimed {
  readonly sealed: Uint8Array
  readonly at: string
  readonly next: string
}

/**
 * The row of a mail is what counts. An attempt first writes that it was begun and when the next one
 * is due, in one transaction, and only then talks to the server: whoever dies where, the mail is
 * tried again. It may arrive twice (a server that dies after it took it), never not at all.
 */
export function mailSender(options: SendOptions): {
  readonly job: Job<{ readonly mail: string }>
  health(): MailHealth
} {
  const { storage, transport, clock, timeZone = 'Europe/Amsterdam' } = options
  let health: MailHealth = { state: transport === undefined ? 'off' : 'unknown' }
  const handle = async ({ mail: id }: { readonly mail: string }, { tenant }: Run) => {
    const claimed = await storage.write(tenant, (db) => claim(db, id, options))
    if (claimed === undefined) return
    const handed = await hand(id, claimed)
    if (transport !== undefined) {
      const isThere = handed.ok || handed.isFinal
      health = isThere ? { state: 'ok' } : { state: 'away', code: handed.code }
    }
    await storage.write(tenant, (db) => settle(db, { id, claimed, handed, now: clock() }))
  }
  const hand = async (id: string, { sealed, at }: Claimed): Promise<Handed> => {
    if (transport === undefined) return { ok: false, isFinal: false, code: 'OFF' }
    const mail = opened(storage.secrets, sealed)
    const rendered = renderMail({ ...mail, timeZone })
    return transport.send({ ...rendered, id, to: mail.to, at })
  }
  return {
    job: job(sendJob.name, texts('mail'), handle, { concurrency: 2 }),
    health: () => health,
  }
}

async function claim(
  db: Database,
  id: string,
  { clock, waits = usualWaits }: SendOptions,
): Promise<Claimed | undefined> {
  const now = clock()
  const row = await db
    .selectFrom('mails')
    .select(['sealed', 'at', 'due_at', 'attempts'])
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.sealed === null) return undefined
  if (row.due_at > now) {
    // Another attempt is under way, was cut off, or another clock is ahead of ours. This job
    // stays until the row says what came of it.
    throw new NotYet(id)
  }
  if (Date.parse(now) - Date.parse(row.at) > longestWaitMs) {
    await end(db, id, { state: 'failed', last_error: 'TOOLATE', ended_at: now })
    return undefined
  }
  const attempt = row.attempts + 1
  const waitMs = waits[Math.min(attempt, waits.length) - 1] ?? minuteMs
  const next = new Date(Date.parse(now) + waitMs).toISOString()
  await db
    .updateTable('mails')
    .set({ attempts: attempt, due_at: next })
    .where('id', '=', id)
    .execute()
  await nudge(db, { id, attempt, now, dueAt: next })
  return { sealed: row.sealed, at: row.at, next }
}

interface Settling {
  readonly id: string
  readonly claimed: Claimed
  readonly handed: Handed
  readonly now: string
}

async function settle(db: Database, { id, handed, now }: Settling): Promise<void> {
  if (!handed.ok && !handed.isFinal) {
    await db
      .updateTable('mails')
      .set({ last_error: handed.code })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
    return
  }
  const [state, last_error] = handed.ok
    ? (['sent', null] as const)
    : (['failed', handed.code] as const)
  await end(db, id, { state, last_error, ended_at: now })
}

interface Ending {
  readonly state: 'sent' | 'failed'
  readonly last_error: string | null
  readonly ended_at: string
}

/** What it said is gone with that, and so is the attempt that was to follow. */
async function end(db: Database, id: string, ending: Ending): Promise<void> {
  const ended = await db
    .updateTable('mails')
    .set({ ...ending, sealed: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('attempts')
    .executeTakeFirst()
  if (ended === undefined) return
  await db.deleteFrom('outbox').where('id', '=', nudgeId(id, ended.attempts)).execute()
}

interface Nudge {
  readonly id: string
  readonly attempt: number
  readonly now: string
  readonly dueAt: string
}

/** One for each attempt: asked for twice it is still one. */
async function nudge(db: Database, { id, attempt, now, dueAt }: Nudge): Promise<void> {
  await enqueue(db, sendJob, { mail: id }, { now, dueAt, id: nudgeId(id, attempt) })
}

/** RFC 9562, version 8. */
function nudgeId(mail: string, attempt: number): string {
  const hex = createHash('sha256').update(`${mail} ${attempt}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
