// SPDX-License-Identifier: EUPL-1.2
import { localTime } from '@schouw/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { newestEntryOf, subjectKinds, subjectsSince } from '../subjects.ts'
import type { Counts } from './counts.ts'
import { kindsOfQueue, newestEntry, refreshQueue } from './refresh.ts'

interface Asked {
  readonly storage: Storage
  readonly tenant: string
  readonly now: string
}

/** Up to so many rows to look at a queue is made while somebody waits for it; else behind them. */
const smallEnough = 4_000

export interface QueueStanding {
  /** When it was last made; null: never. */
  readonly at: string | null
  /** The registers, or the day, are further than the queue. */
  readonly isBehind: boolean
  readonly counts: Counts
}

const none: Counts = { now: 0, next_window: 0, never: 0, find_out: 0, undecided: 0, done: 0 }

/** Brings a small queue up to date; of a large one it says whether it is behind. */
export async function freshQueue(asked: Asked): Promise<QueueStanding> {
  const { storage, tenant, now } = asked
  const before = await storage.read(tenant, async (db) => {
    const standing = await queueStanding(db, now)
    return { standing, isSmall: standing.isBehind && (await isSmall(db)) }
  })
  if (!before.isSmall) return before.standing
  await catchUp(asked)
  return storage.read(tenant, (db) => queueStanding(db, now))
}

/** Brings any queue up to date, where it is behind. */
export async function followQueue(asked: Asked): Promise<void> {
  const { storage, tenant, now } = asked
  const { isBehind } = await storage.read(tenant, (db) => queueStanding(db, now))
  if (isBehind) await catchUp(asked)
}

/** More devices than this are everything. */
const mostTogether = 2_000

/** Where nothing but devices changed, and what is in them, the lines of others stay as they are. */
async function catchUp(asked: Asked): Promise<void> {
  const { storage, tenant, now } = asked
  const part = await storage.read(tenant, async (db) => {
    const queue = await db
      .selectFrom('vulnerability_queues')
      .select(['entry', 'day'])
      .executeTakeFirst()
    if (queue === undefined || queue.day !== (await today(db, now))) return {}
    const until = await newestEntry(db)
    const since = Number(queue.entry)
    const others = kindsOfQueue.filter(
      (kind) => !(subjectKinds as readonly string[]).includes(kind),
    )
    if ((await newestEntryOf(db, others)) > since) return {}
    const changed = await subjectsSince(db, since)
    if (changed.length > mostTogether) return {}
    return { until, subjects: await withSoftware(db, changed) }
  })
  await refreshQueue({ ...asked, ...part })
}

async function withSoftware(db: Database, assets: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct l.id::text as id from record_links l
    join records r on r.id = l.id and r.kind = 'software-component'
    where l.field = 'within' and l.target = any(${[...assets]}::uuid[])`.execute(db)
  return [...assets, ...rows.map(({ id }) => id)]
}

async function queueStanding(db: Database, now: string): Promise<QueueStanding> {
  const row = await db.selectFrom('vulnerability_queues').selectAll().executeTakeFirst()
  if (row === undefined) {
    const any = await db
      .selectFrom('vulnerability_matches')
      .select('subject')
      .limit(1)
      .executeTakeFirst()
    return { at: null, isBehind: any !== undefined, counts: none }
  }
  const isBehind = Number(row.entry) < (await newestEntry(db)) || row.day !== (await today(db, now))
  return { at: row.made_at, isBehind, counts: row.counts as Counts }
}

async function isSmall(db: Database): Promise<boolean> {
  const { rows } = await sql<{ all: string }>`
    select (select count(*) from (select from vulnerability_matches limit ${smallEnough}) m)
      + (select count(*) from (select from records where kind = 'asset' limit ${smallEnough}) r)
      as all`.execute(db)
  return Number(rows[0]?.all ?? 0) < smallEnough
}

async function today(db: Database, now: string): Promise<string> {
  const { rows } = await sql<{ zone: string | null }>`
    select document ->> 'time_zone' as zone from records where kind = 'organisation'
    order by id limit 1`.execute(db)
  return localTime(Date.parse(now), rows[0]?.zone ?? 'UTC').date
}
