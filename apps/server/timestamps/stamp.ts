// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { askAuthority, NoStamp, type Stamped } from './authority.ts'
import type { TimestampSettings } from './settings.ts'

export interface Stamping {
  readonly storage: Storage
  readonly settings: TimestampSettings
  /** UTC to the millisecond. */
  readonly clock: () => string
  readonly signal?: AbortSignal
  /** Checkpoints are stamped at most so often, unless somebody asks for one. */
  readonly everyMs?: number
  /** Only these organisations; all of them when absent. */
  readonly tenants?: readonly string[]
  /** Told when our clock and an authority's are further apart than is good. */
  readonly onClock?: (behindMs: number) => void
}

export interface StampedCount {
  readonly stamped: number
  readonly failed: number
}

const hourMs = 3_600_000
/** A request that was begun is left alone for this long, by this process and by others. */
const leaseMs = 120_000
const firstRetryMs = 30_000
/** Beyond this a clock is wrong. */
export const mostBehindMs = 5_000
export const nonceBytes = 16

/**
 * Has the newest checkpoint of every log stamped, and goes on with those for which no token came
 * yet. Safe at any moment and from several processes: what is asked for is written before, and the
 * network is never waited for inside a transaction.
 */
export async function stampCheckpoints(stamping: Stamping): Promise<StampedCount> {
  const { storage, signal } = stamping
  let [stamped, failed] = [0, 0]
  const tenants = stamping.tenants ?? (await storage.tenants()).map(({ id }) => id)
  for (const id of tenants) {
    signal?.throwIfAborted()
    await queueNewest(stamping, id)
    for (const due of await claimed(stamping, id)) {
      signal?.throwIfAborted()
      if (await settle(stamping, id, due)) stamped += 1
      else failed += 1
    }
  }
  return { stamped, failed }
}

/** Of one organisation at once: before something is signed that names the newest stamp. */
export function stampNow(stamping: Stamping, tenant: string): Promise<StampedCount> {
  return stampCheckpoints({ ...stamping, tenants: [tenant], everyMs: 0 })
}

export function stampSchedule(stamping: Stamping): Schedule {
  return schedule('timestamps.stamp', '*/5 * * * *', (signal) =>
    stampCheckpoints({ ...stamping, signal }),
  )
}

async function queueNewest(stamping: Stamping, tenant: string): Promise<void> {
  const { storage, settings, clock, everyMs = hourMs } = stamping
  const log = await storage.log(tenant)
  if (log.refusal !== undefined) return
  const { head, checkpoint } = log
  const now = clock()
  await storage.write(tenant, async (db) => {
    const last = await db
      .selectFrom('log_timestamps')
      .select(['size', 'asked_at', 'token'])
      .where('authority', '=', settings.url)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last !== undefined) {
      // One that still waits is enough: the next covers whatever came since.
      if (last.token === null || last.size >= head.size) return
      const sinceMs = Date.parse(now) - Date.parse(last.asked_at)
      // A clock that was set back must not keep stamps away.
      if (sinceMs >= 0 && sinceMs < everyMs) return
    }
    await db
      .insertInto('log_heads')
      .values({ size: head.size, root: head.root, note: checkpoint, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .insertInto('log_timestamps')
      .values({
        size: head.size,
        authority: settings.url,
        nonce: randomBytes(nonceBytes),
        asked_at: now,
        due_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

interface Due {
  readonly size: number
  readonly nonce: Uint8Array
  readonly note: Uint8Array
  readonly attempts: number
}

/** Takes what is due for this process: whoever else looks finds it due only later. */
function claimed({ storage, settings, clock }: Stamping, tenant: string): Promise<readonly Due[]> {
  const now = clock()
  const later = after(now, leaseMs)
  return storage.write(tenant, async (db) => {
    const rows = await db
      .updateTable('log_timestamps')
      .set(({ eb }) => ({ due_at: later, attempts: eb('attempts', '+', 1) }))
      .where('authority', '=', settings.url)
      .where('token', 'is', null)
      .where('due_at', '<=', now)
      .returning(['size', 'nonce', 'attempts'])
      .execute()
    const found: Due[] = []
    for (const row of rows) {
      const { note } = await db
        .selectFrom('log_heads')
        .select('note')
        .where('size', '=', row.size)
        .executeTakeFirstOrThrow()
      found.push({ ...row, note })
    }
    return found
  })
}

async function settle(stamping: Stamping, tenant: string, due: Due): Promise<boolean> {
  const { storage, settings, clock, signal } = stamping
  let stamped: Stamped | string
  try {
    const asked = { bytes: due.note, nonce: due.nonce, nowMs: Date.parse(clock()) }
    stamped = await askAuthority(settings, asked, signal)
  } catch (error) {
    if (!(error instanceof NoStamp)) throw error
    stamped = error.message
  }
  const now = clock()
  const isStamped = typeof stamped !== 'string'
  await storage.write(tenant, (db) => {
    const change =
      typeof stamped === 'string'
        ? {
            last_error: stamped.slice(0, 200),
            due_at: after(now, Math.min(firstRetryMs * 2 ** Math.min(due.attempts, 10), hourMs)),
          }
        : keptStamp(stamped, now)
    return changeOf(db, settings.url, due.size, change)
  })
  if (typeof stamped !== 'string') {
    const behindMs = stamped.verified.timeMs - Date.parse(now)
    if (Math.abs(behindMs) > mostBehindMs) stamping.onClock?.(behindMs)
  }
  return isStamped
}

function keptStamp({ token, verified, validation }: Stamped, now: string) {
  return {
    token,
    validation,
    chain_ends_at: new Date(verified.chainEndsMs).toISOString(),
    last_error: null,
    stamped_at: new Date(verified.timeMs).toISOString(),
    clock_behind_ms: verified.timeMs - Date.parse(now),
  }
}

function changeOf(
  db: Database,
  authority: string,
  size: number,
  change: ReturnType<typeof keptStamp> | { readonly last_error: string; readonly due_at: string },
): Promise<unknown> {
  return db
    .updateTable('log_timestamps')
    .set(change)
    .where('authority', '=', authority)
    .where('size', '=', size)
    .where('token', 'is', null)
    .execute()
}

function after(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString()
}

export interface StampedHead {
  readonly size: number
  readonly note: Uint8Array
  readonly token: Uint8Array
}

/** The first stamped checkpoint that covers an entry: the earliest time by which it was there. */
export async function stampedAbove(db: Database, index: number): Promise<StampedHead | undefined> {
  const row = await db
    .selectFrom('log_timestamps as stamp')
    .innerJoin('log_heads as head', (join) => join.onRef('head.size', '=', 'stamp.size'))
    .select(['head.size as size', 'head.note as note', 'stamp.token as token'])
    .where('stamp.size', '>', index)
    .where('stamp.token', 'is not', null)
    .orderBy('stamp.size')
    .limit(1)
    .executeTakeFirst()
  return row?.token == null ? undefined : { size: row.size, note: row.note, token: row.token }
}
