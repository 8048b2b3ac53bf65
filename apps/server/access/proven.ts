// SPDX-License-Identifier: EUPL-1.2
// What was signed of a review of access, made again from the log as it was: only that tests a duty.
import { createHash } from 'node:crypto'
import { type AccessFacts, type ReviewTable, reviewTable } from '@schouw/core/board/access'
import { kinds, type RecordVersion } from '@schouw/core/registers'
import { Kept } from '../figures/kept.ts'
import type { Database } from '../storage/dialect.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { recordOf } from '../storage/records/row.ts'

/** SHA-256 of the accounts of a review, one line each. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Size of the log at which the accounts of the review were listed. */
export function sizeOf({ values }: RecordVersion): number {
  return Number(values['log_size'])
}

export function accountsOf({ values }: RecordVersion): readonly string[] {
  const { accounts } = values
  return Array.isArray(accounts) ? accounts.map(String) : []
}

/** Whoever it is shown to, it is made from all that there was. */
const seesAll = { person: '', roles: ['ciso'], processes: [] } as const

/**
 * Said of each now and again: neither a signed review nor the log that it rests on changes, unless
 * somebody has been at the database, and that is what the digest is to show.
 */
const known = new Kept<{ readonly isHeld: boolean; readonly at: number }>()
const againMs = 10 * 60_000

interface Asking {
  readonly tenant: string
  readonly now: string
}

/**
 * The records as they are, but reviews whose digest or counts cannot be made again have no digest:
 * whoever judges them has nothing to rest on.
 */
export async function withHeldDigests(
  db: Database,
  { tenant, now }: Asking,
  found: readonly RecordVersion[],
): Promise<readonly RecordVersion[]> {
  const kept: RecordVersion[] = []
  for (const record of found) {
    const isProven = record.kind !== 'access-review' || (await holds(db, { tenant, now }, record))
    kept.push(isProven ? record : withoutDigest(record))
  }
  return kept
}

async function holds(
  db: Database,
  { tenant, now }: Asking,
  review: RecordVersion,
): Promise<boolean> {
  if (review.state !== 'signed' || typeof review.values['list_digest'] !== 'string') return false
  const key = [tenant, review.id, review.version].join(' ')
  const at = Date.parse(now)
  const before = known.get(key)
  if (before !== undefined && Math.abs(at - before.at) < againMs) return before.isHeld
  const isHeld = isMadeAgain(review, reviewTable(await factsThen(db, review), accountsOf(review)))
  known.set(key, { isHeld, at })
  return isHeld
}

/** A count that the reviewer could not make is absent, and claims nothing. */
function isMadeAgain({ values }: RecordVersion, { counts, text }: ReviewTable): boolean {
  const isCounted = Object.entries(counts).every(
    ([name, count]) => values[name] === undefined || values[name] === count,
  )
  return isCounted && values['list_digest'] === digestOf(text)
}

async function factsThen(db: Database, review: RecordVersion): Promise<AccessFacts> {
  const { listed_on: listed, signed_on: signed, stale_days: days } = review.values
  const rows = await wholeRegisters(db, {
    kinds: [kinds['access-account'], kinds.person],
    actor: seesAll,
    now: review.changed.at,
    size: sizeOf(review),
  })
  const records = rows.map(recordOf)
  return {
    accounts: records.filter(({ kind }) => kind === 'access-account'),
    people: records.filter(({ kind }) => kind === 'person'),
    reviews: [],
    today: String(listed ?? signed),
    staleDays: typeof days === 'number' ? days : usualStaleDays,
    isPeopleKnown: true,
  }
}

/** Days without a sign-in after which an account is unused, where nobody chose. */
export const usualStaleDays = 90

function withoutDigest(record: RecordVersion): RecordVersion {
  const { list_digest: _, ...values } = record.values
  return { ...record, values }
}
