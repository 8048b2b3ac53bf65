// SPDX-License-Identifier: EUPL-1.2
import { type KindName, may } from '@schouw/core/registers'
import { type Happened, happenedBetween } from '../http/reading/entries.ts'
import { logSize } from '../http/reading/moment.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { addDelivery } from './deliveries.ts'

/** Entries looked at in one go. */
const mostEntries = 200
/** A receiver that is behind by so many is not given more; the rest waits in the log. */
const mostWaiting = 1_000

interface Follower {
  readonly id: string
  readonly kinds: readonly KindName[] | null
  readonly actions: readonly string[] | null
  readonly created_by: string
  readonly next_entry: number
}

/**
 * What happened since the last look becomes deliveries, in the transaction in which the place in
 * the log moves on: each entry once for each webhook, whoever dies. True when there is more.
 */
export async function followLogs(storage: Storage, clock: () => string): Promise<boolean> {
  const tenants = await storage.session.run(
    'system',
    () =>
      storage.db
        .selectFrom('webhooks')
        .select('tenant')
        .distinct()
        .where('state', '=', 'active')
        .execute(),
    { isReadOnly: true },
  )
  let isMore = false
  for (const { tenant } of tenants) {
    if (await storage.write(tenant, (db) => follow(db, clock()))) isMore = true
  }
  return isMore
}

async function follow(db: Database, now: string): Promise<boolean> {
  const size = await logSize(db)
  const found = await db
    .selectFrom('webhooks')
    .select(['id', 'kinds', 'actions', 'created_by', 'next_entry'])
    .where('state', '=', 'active')
    .where('next_entry', '<', size)
    // Of several servers one looks; the others find nothing to do.
    .forUpdate()
    .skipLocked()
    .execute()
  // Written by `readWebhook` only.
  const followers = await open(db, found as readonly Follower[])
  if (followers.length === 0) return false
  const from = Math.min(...followers.map(({ next_entry }) => next_entry))
  const to = Math.min(size, from + mostEntries)
  const happened = await happenedBetween(db, from, to)
  const versions = await versionsOf(db, happened)
  for (const follower of followers) {
    if (follower.next_entry >= to) continue
    for (const one of happened) {
      if (one.index < follower.next_entry || !isFor(follower, one, now)) continue
      await addDelivery(db, { ...messageOf(one, versions), webhook: follower.id, now })
    }
    await db.updateTable('webhooks').set({ next_entry: to }).where('id', '=', follower.id).execute()
  }
  return to < size
}

/** Without those that have enough to do. */
async function open(db: Database, followers: readonly Follower[]): Promise<readonly Follower[]> {
  const counts = await db
    .selectFrom('webhook_deliveries')
    .select(({ fn }) => ['webhook', fn.countAll<number>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy('webhook')
    .execute()
  const full = new Set(
    counts.filter(({ count }) => count >= mostWaiting).map(({ webhook }) => webhook),
  )
  return followers.filter(({ id }) => !full.has(id))
}

/** Told only of what the role that registers webhooks may read, as if that person asked. */
function isFor(follower: Follower, { header, kind, record }: Happened, now: string): boolean {
  const { kinds, actions, created_by: person } = follower
  if (kinds !== null && !kinds.includes(kind.name)) return false
  if (actions !== null && !actions.includes(actionOf(header.type))) return false
  const actor = { person, roles: ['ciso'], processes: [] } as const
  return may({ actor, action: 'read', kind, record, now }).allowed
}

function actionOf(type: string): string {
  return type.slice(type.indexOf('.') + 1)
}

/** No values: who wants to know what is new in it asks, and is judged then. */
function messageOf(
  { index, header, kind, record }: Happened,
  versions: ReadonlyMap<number, number>,
) {
  const { type, at: timestamp } = header
  const data = {
    entry: index,
    kind: kind.name,
    id: record.id,
    action: actionOf(type),
    // Absent for an act that waits for a second person: it makes no version yet.
    version: versions.get(index),
  }
  return { entry: index, event: type, body: JSON.stringify({ type, timestamp, data }) }
}

/** Which version of its record an entry made. */
async function versionsOf(
  db: Database,
  happened: readonly Happened[],
): Promise<ReadonlyMap<number, number>> {
  const ids = [...new Set(happened.map(({ record }) => record.id))]
  if (ids.length === 0) return new Map()
  const entries = happened.map(({ index }) => index)
  const rows = await db
    .selectFrom('records')
    .select(['entry', 'version'])
    .where('id', 'in', ids)
    .where('entry', 'in', entries)
    .unionAll(
      db
        .selectFrom('record_versions')
        .select(['entry', 'version'])
        .where('id', 'in', ids)
        .where('entry', 'in', entries),
    )
    .execute()
  return new Map(rows.map(({ entry, version }) => [entry, version]))
}
