// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { type RenewedToken, renewalList, renewedDigest } from '@schouw/core/ledger/timestamps'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { askAuthority, NoStamp, type Stamped } from './authority.ts'
import { nonceBytes, type Stamping } from './stamp.ts'

const dayMs = 86_400_000
/** Certificates of authorities live for years; a quarter leaves time to find another authority. */
const usualLeadMs = 90 * dayMs
/** An authority that signs with the same certificate is asked again after this long. */
const patienceMs = 7 * dayMs

export interface Renewing extends Stamping {
  /** How long before the end of a chain its tokens are stamped again. */
  readonly leadMs?: number
}

/**
 * Has tokens whose certificates end stamped again, all of a log by one token over a list of their
 * digests: the idea of RFC 4998. Nothing of an old token changes.
 */
export async function renewStamps(renewing: Renewing): Promise<{ readonly renewed: number }> {
  const { storage, signal } = renewing
  let renewed = 0
  for (const id of renewing.tenants ?? (await storage.tenants()).map((one) => one.id)) {
    signal?.throwIfAborted()
    if (await renewOf(renewing, id)) renewed += 1
  }
  return { renewed }
}

export function renewSchedule(renewing: Renewing): Schedule {
  return schedule('timestamps.renew', '17 3 * * *', (signal) =>
    renewStamps({ ...renewing, signal }),
  )
}

interface Asked {
  readonly number: number
  readonly list: Uint8Array
  readonly nonce: Uint8Array
  /** The first of the chains that end. */
  readonly endsMs: number
}

async function renewOf(renewing: Renewing, tenant: string): Promise<boolean> {
  const { storage, settings, clock, signal } = renewing
  const { head } = await storage.log(tenant)
  const asked = await storage.write(tenant, (db) => prepared(db, renewing, head.origin))
  if (asked === undefined) return false
  const { number, list, nonce, endsMs } = asked
  let stamped: Stamped | string
  try {
    stamped = await askAuthority(
      settings,
      { bytes: list, nonce, nowMs: Date.parse(clock()) },
      signal,
    )
    // The same certificate again would move nothing.
    if (stamped.verified.chainEndsMs <= endsMs) stamped = 'the authority has no newer certificate'
  } catch (error) {
    if (!(error instanceof NoStamp)) throw error
    stamped = error.message
  }
  const kept =
    typeof stamped === 'string'
      ? { last_error: stamped.slice(0, 200) }
      : {
          token: stamped.token,
          validation: stamped.validation,
          last_error: null,
          stamped_at: new Date(stamped.verified.timeMs).toISOString(),
          chain_ends_at: new Date(stamped.verified.chainEndsMs).toISOString(),
        }
  await storage.write(tenant, (db) =>
    db
      .updateTable('log_renewals')
      .set(kept)
      .where('number', '=', number)
      .where('token', 'is', null)
      .where('nonce', '=', nonce)
      .execute(),
  )
  return typeof stamped !== 'string'
}

/** Writes down what will be asked, when there is something and it was not asked just now. */
async function prepared(
  db: Database,
  { settings, clock, leadMs = usualLeadMs }: Renewing,
  origin: string,
): Promise<Asked | undefined> {
  const now = clock()
  const nowMs = Date.parse(now)
  const last = await db
    .selectFrom('log_renewals')
    .select(['number', 'token', 'asked_at', 'chain_ends_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const sinceMs = last === undefined ? patienceMs : nowMs - Date.parse(last.asked_at)
  const isWaiting = last !== undefined && last.token === null
  // A clock that was set back must not keep renewals away.
  if (isWaiting && sinceMs >= 0 && sinceMs < patienceMs) return undefined
  const due = await dueTokens(db, new Date(nowMs + leadMs).toISOString())
  if (due.tokens.length === 0) return undefined
  const number = isWaiting ? last.number : (last?.number ?? 0) + 1
  const list = renewalList({ origin, tokens: due.tokens })
  const nonce = randomBytes(nonceBytes)
  const row = { authority: settings.url, list, nonce, asked_at: now }
  await db
    .insertInto('log_renewals')
    .values({ number, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'number']).doUpdateSet(row))
    .execute()
  return { number, list, nonce, endsMs: due.endsMs }
}

/** Tokens that end before a moment and that no later token covers. */
async function dueTokens(
  db: Database,
  before: string,
): Promise<{ readonly tokens: readonly RenewedToken[]; readonly endsMs: number }> {
  const renewals = await db
    .selectFrom('log_renewals')
    .select(['number', 'token', 'validation', 'chain_ends_at', 'list'])
    .where('token', 'is not', null)
    .orderBy('number')
    .execute()
  const covered = renewals.map(({ list }) => Buffer.from(list).toString('latin1')).join('')
  const stamps = await db
    .selectFrom('log_timestamps')
    .select(['size', 'token', 'validation', 'chain_ends_at'])
    .where('token', 'is not', null)
    .where('chain_ends_at', '<', before)
    .orderBy('size')
    .execute()
  const tokens: RenewedToken[] = []
  let endsMs = Number.POSITIVE_INFINITY
  const add = (
    of: RenewedToken['of'],
    number: number,
    row: { token: Uint8Array | null; validation: Uint8Array | null; chain_ends_at: string | null },
  ) => {
    const { token, validation, chain_ends_at: ends } = row
    if (token === null || ends === null || ends >= before) return
    if (covered.includes(`\n${of} ${number} `)) return
    tokens.push({ of, number, digest: renewedDigest(token, validation ?? none, sha256) })
    endsMs = Math.min(endsMs, Date.parse(ends))
  }
  for (const row of stamps) add('stamp', row.size, row)
  for (const row of renewals) add('renewal', row.number, row)
  return { tokens, endsMs }
}

const none = new Uint8Array()
