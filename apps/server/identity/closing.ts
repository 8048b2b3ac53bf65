// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Database } from '../storage/dialect.ts'
import { noCookie } from './browser.ts'
import { noteOfAccount } from './events.ts'
import { admitGuess, forgiveGuess } from './guesses.ts'
import { languageOf } from './letters.ts'
import { isFresh } from './lifetime.ts'
import { memberOf } from './members.ts'
import { leave } from './membership.ts'
import { isPassword } from './passwords.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import type { Admitted } from './serving.ts'
import { hasFactor, seatsOf } from './sessions.ts'

/**
 * Closes the account of the session, for good: sessions, ways of proving oneself, tokens and places
 * end, and with the account its address and password are gone. What its holder did stays in the
 * logs under the record of the person, which is its organisation's to erase.
 */
export async function closeAccount(
  identity: Identity,
  own: Admitted,
  { password }: { readonly password?: string | undefined },
): Promise<Answer> {
  const refused = await unproven(identity, own, password)
  if (refused !== undefined) return refused
  return inIdentity(identity, async (db): Promise<Answer> => {
    await ended(identity, db, own)
    return { status: 204, headers: { 'set-cookie': noCookie(identity.origin()) } }
  }).catch((error) => {
    if (error instanceof LastAdmitter) {
      const errors = error.organisations.map((organisation) => ({ code, organisation }))
      return no(code, { errors })
    }
    throw error
  })
}

const code = 'last-admitter'

/** Undoes what the transaction had begun. */
class LastAdmitter extends Error {
  readonly organisations: readonly string[]

  constructor(organisations: readonly string[]) {
    super(code)
    this.organisations = organisations
  }
}

/** A second factor shown a moment ago; who has none gives the password again. */
async function unproven(
  identity: Identity,
  { opened, now, whence }: Admitted,
  password: string | undefined,
): Promise<Answer | undefined> {
  if (hasFactor(opened)) {
    return isFresh(opened.secondFactorAt, now) ? undefined : no('step-up-needed')
  }
  const row = await inIdentity(identity, (db) =>
    db
      .selectFrom('schouw_identity.accounts')
      .select('password')
      .where('id', '=', opened.account)
      .executeTakeFirst(),
  )
  // The provider of one organisation vouched, which is not enough to end what others rely on.
  if (row?.password == null) return no('second-factor-needed')
  const guess = { what: 'password', of: opened.email, network: whence.network } as const
  const admission = await admitGuess(identity, guess)
  if (!admission.isOpen) return no('too-many-requests', { waitSeconds: admission.waitSeconds })
  const pepper = identity.storage.secrets.key('password')
  if (!(await isPassword(password ?? '', row.password, pepper))) return no('sign-in-refused')
  await forgiveGuess(identity, admission.names)
  return undefined
}

async function ended(identity: Identity, db: Database, { opened, now, whence }: Admitted) {
  const { account, email } = opened
  const row = await db
    .selectFrom('schouw_identity.accounts')
    .select('last_tenant')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirst()
  const seats = [...(await seatsOf(db, account))]
  await noteOfAccount(db, { event: 'account-closed', at: now, account, whence })
  // With everything that hangs from it: sessions, passkeys, codes, places.
  await db.deleteFrom('schouw_identity.accounts').where('id', '=', account).execute()
  // Always in one order, so that two who go at once do not wait for each other. The one that
  // writes the letter is the last.
  seats.sort((a, b) => (a.id < b.id ? -1 : 1))
  const stuck: string[] = []
  for (const { id, name } of seats) {
    await enter(identity, id)
    if (await isLastAdmitter(identity, db, { account, now })) stuck.push(name)
    await leave(db, account, now)
    await forget(db, account)
  }
  if (stuck.length > 0) throw new LastAdmitter(stuck)
  const from = seats.find(({ id }) => id === row?.last_tenant) ?? seats[0]
  if (from === undefined || identity.sendMail === undefined) return
  await enter(identity, from.id)
  const language = await languageOf(db, account)
  const values = { at: now }
  await identity.sendMail(db, { to: email, template: 'account-closed', language, values })
}

/** Whether nobody could let others in any more. Waits for whoever is about to go at this moment. */
async function isLastAdmitter(
  { storage }: Identity,
  db: Database,
  { account, now }: { readonly account: string; readonly now: string },
): Promise<boolean> {
  const members = await db
    .selectFrom('memberships')
    .select('account')
    .where('ended_at', 'is', null)
    .orderBy('account')
    .forUpdate()
    .execute()
  const isAdmitter = async (one: string) =>
    (await memberOf(storage, one, now))?.roles.includes('ciso') === true
  if (!(await isAdmitter(account))) return false
  for (const one of members) {
    if (one.account !== account && (await isAdmitter(one.account))) return false
  }
  return true
}

/** The address is the account's, and so it goes with it; that there was a place stays known. */
async function forget(db: Database, account: string): Promise<void> {
  await db.updateTable('memberships').set({ email: '' }).where('account', '=', account).execute()
  await db.updateTable('invitations').set({ email: '' }).where('used_by', '=', account).execute()
  await db.deleteFrom('identity_links').where('account', '=', account).execute()
}
