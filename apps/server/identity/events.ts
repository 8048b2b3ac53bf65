// SPDX-License-Identifier: EUPL-1.2

import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { Whence } from './browser.ts'

/** Everything about who comes in that somebody may want to know afterwards. */
export type EventName =
  | 'setup'
  | 'account-closed'
  | 'sign-in'
  | 'sign-in-refused'
  | 'guesses-slowed'
  | 'second-factor-shown'
  | 'second-factor-refused'
  | 'recovery-code-used'
  | 'sign-out'
  | 'session-ended'
  | 'sessions-ended'
  | 'password-changed'
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-counter-went-back'
  | 'recovery-codes-made'
  | 'invitation-made'
  | 'invitation-withdrawn'
  | 'invitation-accepted'
  | 'membership-ended'
  | 'role-granted'
  | 'role-revoked'
  | 'token-made'
  | 'token-revoked'
  | 'provider-set'
  | 'provider-linked'

export interface Happened {
  readonly event: EventName
  readonly at: string
  readonly account: string | null
  readonly person?: string | undefined
  /** Never a secret, a code, a whole address or the name of an unknown account. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  readonly whence: Pick<Whence, 'address' | 'agent'>
}

/**
 * Writes down what happened to an account: once for itself, once for each organisation where it has
 * a place. In a transaction that runs as `identity`.
 */
export async function noteOfAccount(db: Database, happened: Happened): Promise<void> {
  const row = rowOf(happened)
  await db.insertInto('schouw_identity.events').values(row).execute()
  if (happened.account === null) return
  const seats = await db
    .selectFrom('schouw_identity.seats')
    .select('tenant')
    .where('account', '=', happened.account)
    .execute()
  if (seats.length === 0) return
  const rows = seats.map(({ tenant }) => ({ ...row, tenant, person: null }))
  await db.insertInto('security_events').values(rows).execute()
}

/** Writes down what happened in one organisation, in a transaction of it. */
export async function noteOfTenant(db: Database, happened: Happened): Promise<void> {
  await db
    .insertInto('security_events')
    .values({ ...rowOf(happened), person: happened.person ?? null })
    .execute()
}

function rowOf({ event, at, account, detail = {}, whence }: Happened) {
  const { address, agent } = whence
  return { id: newId(at), at, event, account, detail: JSON.stringify(detail), address, agent }
}
