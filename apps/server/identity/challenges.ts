// SPDX-License-Identifier: EUPL-1.2

import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'

export interface Challenge {
  readonly purpose:
    | 'totp'
    | 'passkey'
    | 'passkey-sign-in'
    | 'passkey-step-up'
    | 'provider'
    | 'approval-key'
    | 'approval'
  readonly account: string | null
  readonly value: Readonly<Record<string, string>>
  readonly now: string
  readonly forMs: number
}

/** Remembers what a browser was asked; gives the name under which it answers. */
export async function ask(db: Database, challenge: Challenge): Promise<string> {
  const { purpose, account, value, now, forMs } = challenge
  const id = newId(now)
  await db.deleteFrom('schouw_identity.challenges').where('expires_at', '<', now).execute()
  await db
    .insertInto('schouw_identity.challenges')
    .values({
      id,
      purpose,
      account,
      value: JSON.stringify(value),
      expires_at: new Date(Date.parse(now) + forMs).toISOString(),
    })
    .execute()
  return id
}

type Taken = Pick<Challenge, 'purpose' | 'account' | 'now'> & { readonly id: string }

/** What was asked, once: it is gone with this, whatever comes of the answer. */
export async function take(
  db: Database,
  taken: Taken,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { id, purpose, account, now } = taken
  const row = await db
    .deleteFrom('schouw_identity.challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('account', account === null ? 'is' : '=', account)
    .where('expires_at', '>', now)
    .returning('value')
    .executeTakeFirst()
  return row?.value as Readonly<Record<string, string>> | undefined
}

/** The same without taking it: for an answer that may be tried again. */
export async function peek(
  db: Database,
  { id, purpose, account, now }: Taken,
): Promise<Readonly<Record<string, string>> | undefined> {
  const row = await db
    .selectFrom('schouw_identity.challenges')
    .select('value')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('account', account === null ? 'is' : '=', account)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.value as Readonly<Record<string, string>> | undefined
}
