// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { waitMs } from './lifetime.ts'
import { accountGuesses, addressGuesses, guessMemoryMs } from './limits.ts'
import { type Identity, inIdentity } from './ports.ts'
import { keyedName } from './secrets.ts'

/** What is guessed at: an account by its address or id, whether it exists or not. */
export interface Guess {
  readonly what: 'password' | 'second-factor' | 'link'
  readonly of: string
  readonly network: string
}

export type Admission =
  | { readonly isOpen: true; readonly names: readonly string[] }
  | { readonly isOpen: false; readonly waitSeconds: number }

/**
 * Counts a guess before it is judged, so that many at once gain nothing, and says whether it may be
 * made at all. Answers the same for an account that does not exist.
 */
export async function admitGuess(identity: Identity, guess: Guess): Promise<Admission> {
  const now = identity.clock()
  const key = identity.storage.secrets.key('guesses')
  const names = [
    [`${guess.what}/${keyedName(key, guess.of)}`, accountGuesses],
    [`address/${keyedName(key, guess.network)}`, addressGuesses],
  ] as const
  const forgotten = new Date(Date.parse(now) - guessMemoryMs).toISOString()
  return inIdentity(identity, async (db) => {
    await db.deleteFrom('schouw_identity.guesses').where('last_at', '<', forgotten).execute()
    for (const [name] of names) {
      await sql`insert into schouw_identity.guesses (name, failures, last_at)
        values (${name}, 0, ${now}) on conflict (name) do nothing`.execute(db)
    }
    const rows = await db
      .selectFrom('schouw_identity.guesses')
      .selectAll()
      .where(
        'name',
        'in',
        names.map(([name]) => name),
      )
      .orderBy('name')
      .forUpdate()
      .execute()
    const closed = rows.flatMap(({ closed_until: until }) =>
      until !== null && until > now ? [Date.parse(until) - Date.parse(now)] : [],
    )
    if (closed.length > 0) {
      return { isOpen: false, waitSeconds: Math.ceil(Math.max(...closed) / 1000) }
    }
    for (const [name, rule] of names) {
      const row = rows.find((one) => one.name === name)
      const failures = (row?.failures ?? 0) + 1
      const wait = waitMs(failures, rule)
      await db
        .updateTable('schouw_identity.guesses')
        .set({
          failures,
          last_at: now,
          closed_until: wait === 0 ? null : new Date(Date.parse(now) + wait).toISOString(),
        })
        .where('name', '=', name)
        .execute()
    }
    return { isOpen: true, names: names.map(([name]) => name) }
  })
}

/** It was right: the account starts over, and the address is not charged for it. */
export async function forgiveGuess(identity: Identity, names: readonly string[]): Promise<void> {
  const [account, address] = names
  await inIdentity(identity, async (db) => {
    if (account !== undefined) {
      await db.deleteFrom('schouw_identity.guesses').where('name', '=', account).execute()
    }
    if (address === undefined) return
    await db
      .updateTable('schouw_identity.guesses')
      .set({ failures: sql`greatest(failures - 1, 0)`, closed_until: null })
      .where('name', '=', address)
      .execute()
  })
}
