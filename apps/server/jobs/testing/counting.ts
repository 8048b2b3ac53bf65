// SPDX-License-Identifier: EUPL-1.2
// Jobs whose effects can be counted afterwards: in the one table of ours that holds any key.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { type Job, job, texts } from '../job.ts'

export interface Counting {
  /** Counts with its end. */
  readonly exactly: Job<{ readonly name: string }>
  /** Counts, and ends some time later. */
  readonly atLeast: Job<{ readonly name: string }>
  /** Takes a while, and notes from when to when it ran and where. */
  readonly slow: Job<{ readonly name: string }>
}

const quick = { firstRetrySeconds: 1, longestRetrySeconds: 2, concurrency: 2 }

export function counting(storage: Storage, where: string): Counting {
  return {
    exactly: job(
      'test.exactly',
      texts('name'),
      ({ name }, run) => run.finish((db) => add(db, `exactly ${name}`)),
      quick,
    ),
    atLeast: job(
      'test.at-least',
      texts('name'),
      ({ name }, run) => storage.write(run.tenant, (db) => add(db, `at-least ${name}`)),
      quick,
    ),
    slow: job(
      'test.slow',
      texts('name'),
      async ({ name }, run) => {
        const key = `slow ${name} ${randomUUID()}`
        const from = performance.timeOrigin + performance.now()
        await storage.write(run.tenant, (db) => note(db, key, { where, from }))
        await wait(20)
        const to = performance.timeOrigin + performance.now()
        await storage.write(run.tenant, (db) => note(db, key, { where, from, to }))
      },
      quick,
    ),
  }
}

/** One more of it. */
async function add(db: Database, key: string): Promise<void> {
  await sql`insert into idempotency_keys (key, digest, answer, at)
    values (${key}, '', '1', now())
    on conflict (tenant, key) do update
      set answer = to_jsonb((idempotency_keys.answer #>> '{}')::int + 1)`.execute(db)
}

async function note(db: Database, key: string, value: object): Promise<void> {
  await sql`insert into idempotency_keys (key, digest, answer, at)
    values (${key}, '', ${JSON.stringify(value)}, now())
    on conflict (tenant, key) do update set answer = excluded.answer`.execute(db)
}

export interface Counted {
  readonly exactly: ReadonlyMap<string, number>
  readonly atLeast: ReadonlyMap<string, number>
  /** From and to of each time it ran; without an end it was cut off. */
  readonly slow: ReadonlyMap<string, readonly { from: number; to?: number; where: string }[]>
}

export async function counted(storage: Storage, tenant: string): Promise<Counted> {
  const rows = await storage.read(tenant, (db) =>
    db.selectFrom('idempotency_keys').select(['key', 'answer']).execute(),
  )
  const of = (what: string) =>
    rows
      .map(({ key, answer }) => ({ words: key.split(' '), answer }))
      .filter(({ words }) => words[0] === what)
  const numbers = (what: string) =>
    new Map(of(what).map(({ words, answer }) => [words[1] ?? '', Number(answer)]))
  const slow = Map.groupBy(of('slow'), ({ words }) => words[1] ?? '')
  return {
    exactly: numbers('exactly'),
    atLeast: numbers('at-least'),
    slow: new Map(
      [...slow].map(([name, runs]) => [name, runs.map(({ answer }) => answer as never)]),
    ),
  }
}
