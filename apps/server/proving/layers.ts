// SPDX-License-Identifier: EUPL-1.2
import type { Layers } from '@schouw/contract'
import { base64 } from '@schouw/core/ledger/bytes'
import { keysOf } from '../http/log-answers.ts'
import { newestStamp } from '../signing/approving.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { mostBehindMs } from '../timestamps/stamp.ts'
import type { Proving } from './around.ts'

const dayMs = 86_400_000
/** An authority that is away for an hour is no news. */
const lateMs = dayMs
/** How a stamp is refused where our own clock is far behind. */
const inTheFuture = ' time-in-the-future'
const endsSoonMs = 30 * dayMs

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  readonly proving: Proving | undefined
}

/** What is set, how far it has come, and what is wrong with it. */
export async function layersOf(
  tenant: string,
  { storage, clock, proving }: Around,
): Promise<Layers> {
  const { head, checkpoint } = await storage.log(tenant)
  const keys = [...(await keysOf(storage, tenant))]
  const found = await storage.read(tenant, async (db) => ({
    at: await timeOf(db, head.size),
    timestamps: await timestampsOf(db, proving?.timestamps?.url),
    witness: await witnessOf(db, proving?.witness?.key.name),
    mailed: { is_set: proving?.isMailed === true, newest: await mailedOf(db) },
    signed: await signedOf(db),
  }))
  const { at, ...layers } = found
  const log = {
    ...{ origin: head.origin, size: head.size, root: base64(head.root), at, keys },
    checkpoint: Buffer.from(checkpoint).toString('utf8'),
  }
  const told = { log, ...layers }
  return { ...told, alarms: alarmsOf(told, Date.parse(clock())) }
}

type Told = Omit<Layers, 'alarms'>

function alarmsOf({ log, timestamps, witness, mailed, signed }: Told, nowMs: number) {
  const { newest, waiting, authority } = timestamps
  const { chain_ends_at: ends, clock_behind_ms: behindMs } = newest ?? {}
  const isOutside = newest ?? witness.newest ?? mailed.newest ?? signed.newest_size
  const isLate = waiting !== null && nowMs - Date.parse(waiting.since) > lateMs
  const rules = {
    'clock-differs':
      Math.abs(behindMs ?? 0) > mostBehindMs || waiting?.error?.endsWith(inTheFuture) === true,
    'stamp-late': authority !== null && isLate,
    'chain-ends': ends != null && Date.parse(ends) - nowMs < endsSoonMs,
    'witness-ahead': witness.error === 'witness-ahead',
    'witness-silent': witness.error !== null && witness.error !== 'witness-ahead',
    'nothing-outside': log.size > 1 && isOutside === null,
  } as const
  const names = Object.keys(rules) as (keyof typeof rules)[]
  return names.filter((name) => rules[name])
}

async function timeOf(db: Database, size: number): Promise<string | null> {
  const row = await db
    .selectFrom('log_entries')
    .select('at')
    .where('entry', '=', size - 1)
    .executeTakeFirst()
  return row?.at ?? null
}

async function timestampsOf(db: Database, url: string | undefined): Promise<Layers['timestamps']> {
  const stamp = await newestStamp(db)
  const row =
    stamp === null
      ? undefined
      : await db
          .selectFrom('log_timestamps')
          .select(['chain_ends_at', 'clock_behind_ms'])
          .where('size', '=', stamp.size)
          .where('token', 'is not', null)
          .executeTakeFirst()
  const waiting = await db
    .selectFrom('log_timestamps')
    .select(['asked_at', 'last_error'])
    .where('token', 'is', null)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
  const renewal = await db
    .selectFrom('log_renewals')
    .select(['stamped_at', 'last_error', 'chain_ends_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    authority: url === undefined ? null : new URL(url).host,
    newest:
      stamp === null
        ? null
        : {
            ...{ size: stamp.size, at: stamp.at, sha256: stamp.sha256 },
            chain_ends_at: laterOf(
              row?.chain_ends_at ?? null,
              // A token that was stamped again lasts as long as the later one; tokens tell seconds.
              (renewal?.stamped_at ?? '') >= stamp.at ? (renewal?.chain_ends_at ?? null) : null,
            ),
            clock_behind_ms: row?.clock_behind_ms ?? null,
          },
    waiting: waiting === undefined ? null : { since: waiting.asked_at, error: waiting.last_error },
    renewed_at: renewal?.stamped_at ?? null,
    renewal_error: renewal?.last_error ?? null,
  }
}

function laterOf(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other
}

async function witnessOf(db: Database, name: string | undefined): Promise<Layers['witness']> {
  const newest = await db
    .selectFrom('log_cosignatures')
    .select(['size', 'at'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  const last =
    name === undefined
      ? undefined
      : await db
          .selectFrom('log_witnesses')
          .select('last_error')
          .where('witness', '=', name)
          .executeTakeFirst()
  return { name: name ?? null, newest: newest ?? null, error: last?.last_error ?? null }
}

async function mailedOf(db: Database): Promise<Layers['mailed']['newest']> {
  const row = await db
    .selectFrom('log_heads_mailed')
    .select(({ fn }) => ['size', fn.max('at').as('at'), fn.count<number>('person').as('people')])
    .groupBy('size')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { size: row.size, at: row.at, people: Number(row.people) }
}

async function signedOf(db: Database): Promise<Layers['signed']> {
  const rows = await db
    .selectFrom('records')
    .select('document')
    .where('kind', '=', 'vote')
    .execute()
  const votes = rows.flatMap(({ document }) => {
    const { person, log_size: size } = document as { person?: string; log_size?: number }
    return person === undefined || size === undefined ? [] : [{ person, size }]
  })
  const sizes = votes.map(({ size }) => size)
  const people = new Set(votes.map(({ person }) => person)).size
  return { people, newest_size: sizes.length === 0 ? null : Math.max(...sizes) }
}
