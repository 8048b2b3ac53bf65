// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import type { Whence } from './browser.ts'
import { isKnownDevice, rememberedDevice } from './devices.ts'
import { enter, type Identity, type OutgoingMail } from './ports.ts'
import { seatsOf } from './sessions.ts'

/** What the holder of an account is told of it, whoever did it. */
export type Telling = Pick<OutgoingMail, 'template' | 'values'>

/**
 * Writes a letter to the holder of an account, kept or undone with what it is about. The outbox is
 * an organisation's, so the transaction goes on as the one the account was in last: it comes after
 * all that is about the account. Without a mail server, or a place anywhere, nobody is told.
 */
export async function tellHolder(
  identity: Identity,
  db: Database,
  { account, telling }: { readonly account: string; readonly telling: Telling },
): Promise<void> {
  if (identity.sendMail === undefined) return
  const own = await db
    .selectFrom('schouw_identity.accounts')
    .select(['email', 'last_tenant'])
    .where('id', '=', account)
    .executeTakeFirst()
  const seats = await seatsOf(db, account)
  const seat = seats.find(({ id }) => id === own?.last_tenant) ?? seats[0]
  if (own === undefined || seat === undefined) return
  await enter(identity, seat.id)
  const language = await languageOf(db, account)
  await identity.sendMail(db, { to: own.email, language, ...telling })
}

/** Of the person in the organisation of the transaction, or else of the organisation. */
export async function languageOf(db: Database, account: string): Promise<'nl' | 'en'> {
  const rows = await db
    .selectFrom('records as r')
    .select(['r.kind', 'r.document'])
    .where((where) =>
      where.or([
        where('r.kind', '=', 'organisation'),
        where.and([
          where('r.kind', '=', 'person'),
          where(
            'r.id',
            '=',
            db.selectFrom('memberships as m').select('m.person').where('m.account', '=', account),
          ),
        ]),
      ]),
    )
    .execute()
  const said = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ document }) => (document as Readonly<Record<string, unknown>>)['language'])
      .find((language) => language === 'nl' || language === 'en')
  return said('person') ?? said('organisation') ?? 'nl'
}

/**
 * The last step of a sign-in that is complete: a letter where the browser is a new one to the
 * account, and the cookie that makes it a known one.
 */
export async function cameIn(
  identity: Identity,
  db: Database,
  came: { readonly account: string; readonly now: string; readonly whence: Whence },
): Promise<readonly string[]> {
  const { account, now, whence } = came
  const asked = { account, now, devices: whence.devices }
  if (!isKnownDevice(identity, asked)) {
    await tellHolder(identity, db, { account, telling: newSignIn(identity, whence, now) })
  }
  return [rememberedDevice(identity, asked)]
}

function newSignIn({ origin }: Identity, whence: Whence, at: string): Telling {
  const { agent: device, address } = whence
  const values = { at, device, address, link: `${origin()}/account` }
  return { template: 'new-sign-in', values }
}

export function recoveryCodeUsed({ origin }: Identity, left: number, at: string): Telling {
  const values = { at, left: String(left), link: `${origin()}/account` }
  return { template: 'recovery-code-used', values }
}

export function accountChanged({ origin, clock }: Identity): Telling {
  return { template: 'account-changed', values: { at: clock(), link: `${origin()}/account` } }
}
