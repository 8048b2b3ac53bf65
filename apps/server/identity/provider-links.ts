// SPDX-License-Identifier: EUPL-1.2
import type { Whence } from './browser.ts'
import { noteOfTenant } from './events.ts'
import { accountChanged, languageOf } from './letters.ts'
import type { Identity } from './ports.ts'

interface Vouched {
  readonly tenant: string
  readonly provider: string
  readonly subject: string
  readonly now: string
  readonly whence: Whence
}

/** Ties what a provider calls somebody to an account of a member; false when it is another's. */
export function linkSubject(
  identity: Identity,
  { tenant, provider, subject, account, now, whence }: Vouched & { readonly account: string },
): Promise<boolean> {
  return identity.storage.write(tenant, async (db) => {
    const member = await db
      .selectFrom('memberships')
      .select(['person', 'email'])
      .where('account', '=', account)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (member === undefined) return false
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('identity_links')
      .values({ provider, subject, account, at: now })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) {
      const { person } = member
      await noteOfTenant(db, { event: 'provider-linked', at: now, account, person, whence })
      const language = await languageOf(db, account)
      await identity.sendMail?.(db, { to: member.email, language, ...accountChanged(identity) })
      return true
    }
    const known = await db
      .selectFrom('identity_links')
      .select('account')
      .where('provider', '=', provider)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return known?.account === account
  })
}

/**
 * The account of a member whom the provider means: by an earlier link, else by an address that it
 * says it has checked. That is enough for a first factor in the provider's own organisation, and it
 * is good for nothing else.
 */
export async function subjectOf(
  identity: Identity,
  vouched: Vouched & { readonly email: string | undefined },
): Promise<string | undefined> {
  const { tenant, provider, subject, email } = vouched
  const found = await identity.storage.read(tenant, async (db) => {
    const linked = await db
      .selectFrom('identity_links as l')
      .innerJoin('memberships as m', (on) =>
        on.onRef('m.account', '=', 'l.account').onRef('m.tenant', '=', 'l.tenant'),
      )
      .select(['l.account', 'm.ended_at'])
      .where('l.provider', '=', provider)
      .where('l.subject', '=', subject)
      .executeTakeFirst()
    if (linked !== undefined)
      return { linked: linked.ended_at === null ? linked.account : undefined }
    if (email === undefined) return undefined
    const member = await db
      .selectFrom('memberships')
      .select('account')
      .where('email', '=', email)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return member === undefined ? undefined : { fresh: member.account }
  })
  if (found === undefined) return undefined
  if ('linked' in found) return found.linked
  const { fresh: account } = found
  return (await linkSubject(identity, { ...vouched, account })) ? account : undefined
}
