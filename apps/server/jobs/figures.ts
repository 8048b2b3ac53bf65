// SPDX-License-Identifier: EUPL-1.2
import type { Storage } from '../storage/storage.ts'

/** What waits, over all tenants: counts and ages, nothing of anybody. */
export interface Figures {
  /** Written and not yet in the queue; also what is not due yet. */
  readonly written: number
  /** In the queue, by the name of the job. */
  readonly queued: readonly { readonly name: string; readonly count: number }[]
  readonly active: number
  readonly givenUp: number
  /** Of what is due and not under way; zero when nothing waits. */
  readonly oldestSeconds: number
  readonly mailWaiting: number
  readonly oldestMailSeconds: number
  /** Within seven days. */
  readonly mailFailed: number
}

const weekMs = 7 * 86_400_000

export async function figuresOf(storage: Storage, now: string): Promise<Figures> {
  const ours = await storage.session.run(
    'system',
    async () => {
      const outbox = await storage.db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('due_at').as('oldest')])
        .where('done_at', 'is', null)
        .executeTakeFirst()
      const mails = await storage.db
        .selectFrom('mails')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('at').as('oldest')])
        .where(({ or, eb, and }) =>
          or([
            eb('state', '=', 'waiting'),
            and([eb('state', '=', 'failed'), eb('ended_at', '>', weekBefore(now))]),
          ]),
        )
        .groupBy('state')
        .execute()
      return { outbox, mails }
    },
    { isReadOnly: true },
  )
  const queue = await queueOf(storage)
  const waiting = ours.mails.find(({ state }) => state === 'waiting')
  const due = [ours.outbox?.oldest, ...queue.map(({ oldest }) => oldest)].map((at) =>
    secondsSince(at, now),
  )
  const isWaiting = ({ state }: { state: string }) => state === 'created' || state === 'retry'
  const named = Map.groupBy(
    queue.filter((row) => isWaiting(row) && row.name !== givenUpName),
    ({ name }) => name,
  )
  return {
    written: ours.outbox?.count ?? 0,
    queued: [...named].map(([name, rows]) => ({ name, count: sum(rows) })),
    active: sum(queue.filter(({ state }) => state === 'active')),
    givenUp: sum(queue.filter(({ name }) => name === givenUpName)),
    oldestSeconds: Math.max(0, ...due),
    mailWaiting: waiting?.count ?? 0,
    oldestMailSeconds: secondsSince(waiting?.oldest, now),
    mailFailed: ours.mails.find(({ state }) => state === 'failed')?.count ?? 0,
  }
}

const givenUpName = 'given-up'

interface Queued {
  readonly name: string
  readonly state: string
  readonly count: number
  /** Since when it could have been begun; null for what is under way or given up. */
  readonly oldest: string | null
}

async function queueOf({ engine }: Storage): Promise<readonly Queued[]> {
  const { rows } = await engine.pool.query<Queued>(
    `select name, state::text as state, count(*) as count,
       min(start_after) filter (where state in ('created', 'retry') and name <> $1) as oldest
     from jobs.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
     group by name, state`,
    [givenUpName],
  )
  return rows
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

function weekBefore(now: string): string {
  return new Date(Date.parse(now) - weekMs).toISOString()
}

function secondsSince(at: string | null | undefined, now: string): number {
  if (at === null || at === undefined) return 0
  return Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1_000))
}
