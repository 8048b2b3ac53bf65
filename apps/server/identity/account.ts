// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Database } from '../storage/dialect.ts'
import { ask, peek, take } from './challenges.ts'
import { type EventName, noteOfAccount } from './events.ts'
import { admitGuess, forgiveGuess } from './guesses.ts'
import { accountChanged, tellHolder } from './letters.ts'
import { isFresh } from './lifetime.ts'
import { challengeMs, mostPasskeys } from './limits.ts'
import { passkeysOf, registered } from './passkeys.ts'
import { hashPassword, isPassword, passwordFault } from './passwords.ts'
import { type Identity, inIdentity } from './ports.ts'
import {
  enrolment,
  makeRecoveryCodes,
  newTotp,
  openTotp,
  sealTotp,
  totpStep,
} from './second-factors.ts'
import { type Admitted, withSession } from './serving.ts'
import { endSessions, hasFactor, rotateSession } from './sessions.ts'

// Changes of an account by whoever it is. Each ends what the old way of proving oneself still
// kept open elsewhere.

export async function beginTotp(identity: Identity, { opened, now }: Admitted): Promise<Answer> {
  const verdict = enrolment(opened, now)
  if (verdict !== 'allowed') return no(verdict)
  const { secret, uri } = newTotp(opened.email)
  const { account } = opened
  const value = { secret: Buffer.from(sealTotp(identity, secret)).toString('base64') }
  const challenge = await inIdentity(identity, (db) =>
    ask(db, { purpose: 'totp', account, value, now, forMs: challengeMs }),
  )
  const headers = { 'cache-control': 'no-store' }
  return { status: 200, body: { challenge, secret, uri }, headers }
}

/** Only with a code of it is a secret one's own: a picture that was not scanned locks nobody out. */
export async function confirmTotp(
  identity: Identity,
  own: Admitted,
  { challenge, code }: { readonly challenge: string; readonly code: string },
): Promise<Answer> {
  const { opened, now } = own
  const { account } = opened
  const verdict = enrolment(opened, now)
  if (verdict !== 'allowed') return no(verdict)
  const asked = { id: challenge, purpose: 'totp', account, now } as const
  const value = await inIdentity(identity, (db) => peek(db, asked))
  if (value === undefined) return no('challenge-refused')
  const sealed = Buffer.from(value['secret'] ?? '', 'base64')
  const step = totpStep(openTotp(identity, sealed), code, now)
  if (step === undefined) return no('second-factor-refused')
  return added(identity, own, 'totp-added', async (db) => {
    if ((await take(db, asked)) === undefined) return false
    await db
      .updateTable('schouw_identity.accounts')
      .set({ totp_secret: sealed, totp_step: step })
      .where('id', '=', account)
      .execute()
    return true
  })
}

export async function addPasskey(
  identity: Identity,
  own: Admitted,
  answer: { readonly challenge: string; readonly response: unknown; readonly name: string },
): Promise<Answer> {
  const { opened, now } = own
  const { account } = opened
  const verdict = enrolment(opened, now)
  if (verdict !== 'allowed') return no(verdict)
  if (opened.factors.passkeys >= mostPasskeys) return no('too-many')
  const made = await registered(identity, account, answer)
  if (made === undefined) return no('challenge-refused')
  return added(identity, own, 'passkey-added', async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('schouw_identity.passkeys')
      .values({
        id: made.id,
        account,
        public_key: made.publicKey,
        counter: made.counter,
        transports: JSON.stringify(made.transports),
        name: answer.name,
        is_synced: made.isSynced,
        created_at: now,
      })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  })
}

/** With the first way comes a sheet of codes; setting it up has shown it. */
async function added(
  identity: Identity,
  { opened, now, whence }: Admitted,
  event: EventName,
  keep: (db: Database) => Promise<boolean>,
): Promise<Answer> {
  const { account, id } = opened
  const made = await inIdentity(identity, async (db) => {
    if (!(await keep(db))) return undefined
    const codes = hasFactor(opened) ? null : await makeRecoveryCodes(db, account)
    await noteOfAccount(db, { event, at: now, account, whence })
    const token = await rotateSession(db, id, { secondFactorAt: now })
    // The first way is part of beginning, and the one who does it is right there.
    if (hasFactor(opened)) await tell(identity, db, opened.account)
    return { codes, token }
  })
  if (made === undefined) return no('challenge-refused')
  return withSession(identity, made.token, { codes: made.codes })
}

export async function removeTotp(identity: Identity, own: Admitted): Promise<Answer> {
  if (!own.opened.factors.totp) return no('not-found')
  return removed(identity, own, 'totp-removed', async (db) => {
    await db
      .updateTable('schouw_identity.accounts')
      .set({ totp_secret: null, totp_step: null })
      .where('id', '=', own.opened.account)
      .execute()
    return true
  })
}

export async function removePasskey(
  identity: Identity,
  own: Admitted,
  id: string,
): Promise<Answer> {
  return removed(identity, own, 'passkey-removed', async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('schouw_identity.passkeys')
      .where('id', '=', id)
      .where('account', '=', own.opened.account)
      .executeTakeFirst()
    return numDeletedRows === 1n
  })
}

async function removed(
  identity: Identity,
  { opened, now, whence }: Admitted,
  event: EventName,
  drop: (db: Database) => Promise<boolean>,
): Promise<Answer> {
  const { account, id } = opened
  if (!isFresh(opened.secondFactorAt, now)) return no('step-up-needed')
  return inIdentity(identity, async (db): Promise<Answer> => {
    // One at a time: two that go at once would each leave the other.
    const own = await db
      .selectFrom('schouw_identity.accounts')
      .select('totp_secret')
      .where('id', '=', account)
      .forUpdate()
      .executeTakeFirst()
    const left = (own?.totp_secret == null ? 0 : 1) + (await passkeysOf(db, account)).length
    if (left <= 1) return no('last-factor')
    if (!(await drop(db))) return no('not-found')
    await endSessions(db, account, id)
    await noteOfAccount(db, { event, at: now, account, whence })
    await tell(identity, db, account)
    return { status: 204 }
  })
}

export async function newCodes(
  identity: Identity,
  { opened, now, whence }: Admitted,
): Promise<Answer> {
  if (!isFresh(opened.secondFactorAt, now)) return no('step-up-needed')
  const { account } = opened
  const codes = await inIdentity(identity, async (db) => {
    await noteOfAccount(db, { event: 'recovery-codes-made', at: now, account, whence })
    const made = await makeRecoveryCodes(db, account)
    await tell(identity, db, account)
    return made
  })
  return { status: 200, body: { codes }, headers: { 'cache-control': 'no-store' } }
}

export async function changePassword(
  identity: Identity,
  own: Admitted,
  given: { readonly former?: string | undefined; readonly password: string },
): Promise<Answer> {
  const { opened, now, whence } = own
  const { account, id } = opened
  const verdict = enrolment(opened, now)
  if (verdict !== 'allowed') return no(verdict)
  const fault = passwordFault(given.password, opened.email)
  if (fault !== undefined)
    return no('password-weak', { errors: [{ code: fault, path: '/password' }] })
  const guess = { what: 'password', of: opened.email, network: whence.network } as const
  const admission = await admitGuess(identity, guess)
  if (!admission.isOpen) return no('too-many-requests', { waitSeconds: admission.waitSeconds })
  const row = await inIdentity(identity, (db) =>
    db
      .selectFrom('schouw_identity.accounts')
      .select('password')
      .where('id', '=', account)
      .executeTakeFirst(),
  )
  const pepper = identity.storage.secrets.key('password')
  const isKnown =
    row?.password == null || (await isPassword(given.former ?? '', row.password, pepper))
  if (!isKnown) return no('sign-in-refused')
  await forgiveGuess(identity, admission.names)
  const password = await hashPassword(given.password, pepper)
  const token = await inIdentity(identity, async (db) => {
    await db
      .updateTable('schouw_identity.accounts')
      .set({ password })
      .where('id', '=', account)
      .execute()
    await endSessions(db, account, id)
    await noteOfAccount(db, { event: 'password-changed', at: now, account, whence })
    const rotated = await rotateSession(db, id, {})
    await tell(identity, db, account)
    return rotated
  })
  return withSession(identity, token)
}

function tell(identity: Identity, db: Database, account: string): Promise<void> {
  return tellHolder(identity, db, { account, telling: accountChanged(identity) })
}
