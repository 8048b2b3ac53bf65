// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import type { Database } from '../storage/dialect.ts'
import type { Whence } from './browser.ts'
import { noteOfAccount, noteOfTenant } from './events.ts'
import { memberOf } from './members.ts'
import { enter, type Identity, inIdentity } from './ports.ts'

// What an organisation does about those who are in.

interface By {
  readonly caller: Caller
  readonly whence: Whence
}

export async function listMembers(identity: Identity, { tenant }: Caller): Promise<Answer> {
  const now = identity.clock()
  const items = await identity.storage.read(tenant, async (db) => {
    const members = await db
      .selectFrom('memberships')
      .select(['account', 'person', 'email', 'since', 'ended_at as endedAt'])
      .orderBy('since')
      .limit(1000)
      .execute()
    const grants = await db
      .selectFrom('membership_grants')
      .select([
        'id',
        'account',
        'role',
        'supplier',
        'from_at as from',
        'until_at as until',
        'given_by as givenBy',
        'revoked_at as revokedAt',
      ])
      .execute()
    const found = []
    for (const member of members) {
      const actor =
        member.endedAt === null ? await memberOf(identity.storage, member.account, now) : undefined
      const own = grants.filter(({ account }) => account === member.account)
      const given = own.map(({ account: _, ...grant }) => grant)
      found.push({ ...member, roles: actor?.roles ?? [], grants: given })
    }
    return found
  })
  return { status: 200, body: { items } }
}

/** The account stays; its place here, its tokens and what its sessions may here end at once. */
export async function endMembership(
  identity: Identity,
  account: string,
  { caller, whence }: By,
): Promise<Answer> {
  const { tenant, actor } = caller
  if (account === caller.account) return no('own-change')
  const at = identity.clock()
  return inIdentity(identity, async (db): Promise<Answer> => {
    await noteOfAccount(db, { event: 'membership-ended', at, account, whence })
    const { numDeletedRows } = await db
      .deleteFrom('schouw_identity.seats')
      .where('account', '=', account)
      .where('tenant', '=', tenant)
      .executeTakeFirst()
    await db
      .updateTable('schouw_identity.sessions')
      .set({ tenant: null })
      .where('account', '=', account)
      .where('tenant', '=', tenant)
      .execute()
    await enter(identity, tenant)
    const wasMember = await leave(db, account, at)
    if (numDeletedRows === 0n || !wasMember) throw new NotThere()
    const detail = { ended: account }
    const who = { account: caller.account ?? null, person: actor.person }
    await noteOfTenant(db, { event: 'membership-ended', at, ...who, detail, whence })
    return { status: 204 }
  }).catch((error) => {
    if (error instanceof NotThere) return no('not-found')
    throw error
  })
}

/** Ends what an account is and has in the organisation of the transaction; false when it is nothing. */
export async function leave(db: Database, account: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('memberships')
    .set({ ended_at: at })
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  await db
    .updateTable('membership_grants')
    .set({ revoked_at: at })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute()
  await db
    .updateTable('access_tokens')
    .set({ revoked_at: at })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute()
  return numUpdatedRows > 0n
}

/** Undoes what the transaction had begun. */
class NotThere extends Error {}

interface Grant {
  readonly role: 'employee' | 'supplier' | 'customer' | 'auditor' | 'consultant'
  readonly supplier?: string | undefined
  readonly until?: string | undefined
}

const longestGrantMs = 366 * 86_400_000

export async function giveRole(
  identity: Identity,
  given: { readonly account: string; readonly grant: Grant },
  { caller, whence }: By,
): Promise<Answer> {
  const { account, grant } = given
  const now = identity.clock()
  const faults = grantFaults(grant, now)
  if (faults.length > 0) return no('role-refused', { errors: faults })
  const id = newId(now)
  return identity.storage.write(caller.tenant, async (db): Promise<Answer> => {
    const member = await db
      .selectFrom('memberships')
      .select('person')
      .where('account', '=', account)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (member === undefined) return no('not-found')
    if (grant.supplier !== undefined && !(await standing(db, 'supplier', grant.supplier))) {
      const errors = [{ code: 'reference-missing', path: '/supplier' }]
      return no('body-refused', { errors })
    }
    await db
      .insertInto('membership_grants')
      .values({
        id,
        account,
        role: grant.role,
        supplier: grant.supplier ?? null,
        from_at: now,
        until_at: grant.until ?? null,
        given_by: caller.actor.person,
      })
      .execute()
    const detail = { role: grant.role, to: member.person }
    const who = { account: caller.account ?? null, person: caller.actor.person }
    await noteOfTenant(db, { event: 'role-granted', at: now, ...who, detail, whence })
    return { status: 201, body: { id } }
  })
}

/** Roles from outside are held for a time that ends, and a supplier's for one supplier. */
export function grantFaults(
  { role, until, supplier }: { readonly role: string } & Omit<Grant, 'role'>,
  now: string,
) {
  const fault = (path: string) => ({ code: 'role-refused', path })
  const isBoxed = ['supplier', 'customer', 'auditor', 'consultant'].includes(role)
  const ahead = until === undefined ? Number.NaN : Date.parse(until) - Date.parse(now)
  return [
    ...(isBoxed && !(ahead > 0 && ahead <= longestGrantMs) ? [fault('/until')] : []),
    ...(!isBoxed && until !== undefined ? [fault('/until')] : []),
    ...((role === 'supplier') !== (supplier !== undefined) ? [fault('/supplier')] : []),
  ]
}

export function takeRole(
  identity: Identity,
  { account, grant }: { readonly account: string; readonly grant: string },
  { caller, whence }: By,
): Promise<Answer> {
  const at = identity.clock()
  return identity.storage.write(caller.tenant, async (db): Promise<Answer> => {
    const row = await db
      .updateTable('membership_grants')
      .set({ revoked_at: at })
      .where('id', '=', grant)
      .where('account', '=', account)
      .where('revoked_at', 'is', null)
      .returning('role')
      .executeTakeFirst()
    if (row === undefined) return no('not-found')
    const who = { account: caller.account ?? null, person: caller.actor.person }
    const detail = { role: row.role, from: account }
    await noteOfTenant(db, { event: 'role-revoked', at, ...who, detail, whence })
    return { status: 204 }
  })
}
