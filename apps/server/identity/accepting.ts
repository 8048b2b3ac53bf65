// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { Refused } from '../http/problems.ts'
import type { Database } from '../storage/dialect.ts'
import { sqlState } from '../storage/fault.ts'
import { takeOffice } from './appointments.ts'
import type { Whence } from './browser.ts'
import { rememberedDevice } from './devices.ts'
import { noteOfAccount } from './events.ts'
import { hashPassword, passwordFault } from './passwords.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import { digestOf, readTenantSecret } from './secrets.ts'
import { withSession } from './serving.ts'
import { beginSession, hasFactor, openedSession, rotateSession } from './sessions.ts'
import type { Begun } from './sign-in.ts'

interface Found {
  readonly tenant: string
  readonly id: string
  readonly organisation: string
  /** Of the person, in their own register. */
  readonly name: string | null
  readonly email: string
  readonly person: string
  readonly role: string
  readonly supplier: string | null
  readonly until: string | null
  readonly pending: string | null
  readonly invitedBy: string
}

/** Undefined for one that is unknown, used, withdrawn or over: which of these is nobody's business. */
async function invitationBy(identity: Identity, token: string): Promise<Found | undefined> {
  const read = readTenantSecret(token)
  if (read?.kind !== 'inv') return undefined
  const { tenant } = read
  const now = identity.clock()
  return identity.storage.read(tenant, async (db) => {
    const row = await open(db, token, now)
    const own = await db.selectFrom('tenants').select('name').executeTakeFirst()
    if (row === undefined || own === undefined) return undefined
    const person = await db
      .selectFrom('records')
      .select('document')
      .where('kind', '=', 'person')
      .where('id', '=', row.person)
      .executeTakeFirst()
    const called = (person?.document as { readonly name?: unknown } | undefined)?.name
    const { until_at: until, invited_by: invitedBy, ...rest } = row
    const name = typeof called === 'string' ? called : null
    return { ...rest, tenant, organisation: own.name, name, until, invitedBy }
  })
}

function open(db: Database, token: string, now: string) {
  return db
    .selectFrom('invitations')
    .select(['id', 'email', 'person', 'role', 'supplier', 'until_at', 'pending', 'invited_by'])
    .where('digest', '=', digestOf(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function lookAtInvitation(identity: Identity, token: string): Promise<Answer> {
  const found = await invitationBy(identity, token)
  if (found === undefined) return no('link-refused')
  const { organisation, email, role, name } = found
  const hasAccount = (await accountBy(identity, email)) !== undefined
  return { status: 200, body: { organisation, email, role, name, hasAccount } }
}

function accountBy(identity: Identity, email: string) {
  return inIdentity(
    identity,
    (db) =>
      db
        .selectFrom('schouw_identity.accounts')
        .select(['id'])
        .where('email', '=', email)
        .executeTakeFirst(),
    { isReadOnly: true },
  )
}

export interface Acceptance {
  readonly token: string
  readonly name?: string | undefined
  readonly password?: string | undefined
}

interface From {
  readonly whence: Whence
  /** Of the session in the browser. */
  readonly token: string | undefined
}

/**
 * Takes up an invitation: by the account that has its address, signed in with all it can show, or
 * by a new one. It is used up in the transaction that makes the membership.
 */
export async function acceptInvitation(
  identity: Identity,
  body: Acceptance,
  from: From,
): Promise<Answer> {
  const found = await invitationBy(identity, body.token)
  if (found === undefined) return no('link-refused')
  const now = identity.clock()
  const known = await accountBy(identity, found.email)
  const who =
    known === undefined
      ? await newcomer(identity, body, found)
      : await resident(identity, from.token, { account: known.id, now })
  if ('no' in who) return who
  if (found.pending !== null && found.role === 'director') {
    const { tenant, person, pending } = found
    await takeOffice(identity, { tenant, person, pending })
  }
  try {
    const made = await settled(identity, { body, found, who, from, now })
    return await withSession(identity, made.token, made)
  } catch (error) {
    // Two at once: one of a unique address, person or invitation comes second.
    if (sqlState(error) === '23505') return no('person-taken')
    throw error
  }
}

type Who =
  | { readonly is: 'new'; readonly password: string; readonly name: string }
  | { readonly is: 'known'; readonly account: string; readonly session: string }

async function newcomer(
  identity: Identity,
  { password, name }: Acceptance,
  { email }: Found,
): Promise<Who | (Answer & { no: unknown })> {
  if (password === undefined) {
    return refusal('body-refused', [{ code: 'body-refused', path: '/password' }])
  }
  const fault = passwordFault(password, email)
  if (fault !== undefined) return refusal('password-weak', [{ code: fault, path: '/password' }])
  const hashed = await hashPassword(password, identity.storage.secrets.key('password'))
  return { is: 'new', password: hashed, name: name ?? email.split('@')[0] ?? email }
}

function refusal(code: 'body-refused' | 'password-weak', errors: { code: string; path: string }[]) {
  return { no: code, parts: { errors } } as const
}

async function resident(
  identity: Identity,
  token: string | undefined,
  { account, now }: { readonly account: string; readonly now: string },
): Promise<Who | (Answer & { no: unknown })> {
  if (token === undefined) return { no: 'account-exists' }
  const opened = await inIdentity(identity, () => openedSession(identity.storage, token, now))
  if (opened === undefined) return { no: 'account-exists' }
  // What one organisation's provider vouched for opens no other.
  if (opened.account !== account || opened.onlyTenant !== null) return { no: 'account-needed' }
  if (hasFactor(opened) && opened.secondFactorAt === null) return { no: 'second-factor-needed' }
  return { is: 'known', account, session: opened.id }
}

interface Settling {
  readonly body: Acceptance
  readonly found: Found
  readonly who: Who
  readonly from: From
  readonly now: string
}

async function settled(identity: Identity, settling: Settling): Promise<Begun> {
  const { body, found, who, from, now } = settling
  const { tenant, email } = found
  const { whence } = from
  return inIdentity(identity, async (db) => {
    const account = who.is === 'known' ? who.account : newId(now)
    if (who.is === 'new') {
      const { password, name } = who
      await db
        .insertInto('schouw_identity.accounts')
        .values({ id: account, email, name, password, last_tenant: tenant, created_at: now })
        .execute()
    }
    await db
      .insertInto('schouw_identity.seats')
      .values({ account, tenant })
      .onConflict((on) => on.doNothing())
      .execute()
    const begun = { account, method: 'invitation', now, whence, isSecondFactor: false } as const
    const token =
      who.is === 'known'
        ? await rotateSession(db, who.session, { tenant })
        : await beginSession(db, { ...begun, tenant })
    await noteOfAccount(db, { event: 'invitation-accepted', at: now, account, whence })
    await enter(identity, tenant)
    await join(db, { body, found, account, now })
    // Who has an account already was told of this browser when signing in.
    const asked = { account, now, devices: whence.devices }
    return { token, cookies: who.is === 'new' ? [rememberedDevice(identity, asked)] : [] }
  })
}

async function join(
  db: Database,
  joining: {
    readonly body: Acceptance
    readonly found: Found
    readonly account: string
    readonly now: string
  },
): Promise<void> {
  const { body, found, account, now } = joining
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: now, used_by: account })
    .where('digest', '=', digestOf(body.token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused('link-refused')
  const { person, email } = found
  await db
    .insertInto('memberships')
    .values({ account, person, email, since: now })
    .onConflict((on) =>
      on.columns(['tenant', 'account']).doUpdateSet({ person, email, since: now, ended_at: null }),
    )
    .execute()
  const role = grantable.find((one) => one === found.role)
  if (role === undefined) return
  await db
    .insertInto('membership_grants')
    .values({
      id: newId(now),
      account,
      role,
      supplier: found.supplier,
      from_at: now,
      until_at: found.until,
      given_by: found.invitedBy,
    })
    .execute()
}

export const grantable = ['employee', 'supplier', 'customer', 'auditor', 'consultant'] as const
