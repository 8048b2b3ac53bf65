// SPDX-License-Identifier: EUPL-1.2

import type { SessionBody } from '@schouw/contract'
import type { Actor } from '@schouw/core/registers'
import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import type { Whence } from './browser.ts'
import { endOf, isAlive, needsSecondFactor } from './lifetime.ts'
import { idleMs, longestMs, mostSessions } from './limits.ts'
import { memberOf } from './members.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import { prepared } from './prepared.ts'
import { digestOf, newSecret } from './secrets.ts'

export type Method = 'password' | 'passkey' | 'oidc' | 'invitation' | 'setup'

/** A session that counts, with the account it is of. */
export interface Opened {
  readonly id: string
  readonly account: string
  readonly email: string
  readonly name: string
  readonly tenant: string | null
  readonly onlyTenant: string | null
  readonly method: Method
  readonly createdAt: string
  readonly seenAt: string
  readonly secondFactorAt: string | null
  readonly factors: {
    readonly totp: boolean
    readonly passkeys: number
    readonly recoveryCodes: number
  }
}

export function hasFactor({ factors }: Pick<Opened, 'factors'>): boolean {
  return factors.totp || factors.passkeys > 0
}

const sessionBy = prepared('identity_session', (db, digest) =>
  db
    .selectFrom('schouw_identity.sessions as s')
    .innerJoin('schouw_identity.accounts as a', 'a.id', 's.account')
    .select((of) => [
      's.id',
      's.account',
      's.tenant',
      's.only_tenant',
      's.method',
      's.created_at',
      's.seen_at',
      's.second_factor_at',
      'a.email',
      'a.name',
      of('a.totp_secret', 'is not', null).as('totp'),
      of
        .selectFrom('schouw_identity.passkeys as p')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('p.account', '=', 's.account')
        .as('passkeys'),
      of
        .selectFrom('schouw_identity.recovery_codes as c')
        .select((each) => each.fn.countAll<number>().as('n'))
        .whereRef('c.account', '=', 's.account')
        .where('c.used_at', 'is', null)
        .as('codes'),
    ])
    .where('s.digest', '=', digest)
    .where('a.disabled_at', 'is', null),
)

/** Undefined for one that is unknown, over, or of an account that was closed. */
export async function openedSession(
  storage: Storage,
  token: string,
  now: string,
): Promise<Opened | undefined> {
  const [row] = await sessionBy(storage, digestOf(token))
  if (row === undefined) return undefined
  const times = { createdAt: row.created_at, seenAt: row.seen_at }
  if (!isAlive(times, now)) return undefined
  return {
    ...times,
    id: row.id,
    account: row.account,
    email: row.email,
    name: row.name,
    tenant: row.tenant,
    onlyTenant: row.only_tenant,
    method: row.method,
    secondFactorAt: row.second_factor_at,
    factors: {
      totp: Boolean(row.totp),
      passkeys: row.passkeys ?? 0,
      recoveryCodes: row.codes ?? 0,
    },
  }
}

export interface NewSession {
  readonly account: string
  readonly method: Method
  readonly now: string
  readonly whence: Whence
  readonly isSecondFactor: boolean
  readonly onlyTenant?: string
  readonly tenant?: string
}

/** Begins one, and clears away those that are over. What it gives is for the browser alone. */
export async function beginSession(db: Database, made: NewSession): Promise<string> {
  const { account, now, whence, onlyTenant } = made
  const token = newSecret()
  const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await db
    .deleteFrom('schouw_identity.sessions')
    .where((where) =>
      where.or([where('created_at', '<', ago(longestMs)), where('seen_at', '<', ago(idleMs))]),
    )
    .execute()
  const others = await db
    .selectFrom('schouw_identity.sessions')
    .select('id')
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .offset(mostSessions - 1)
    .execute()
  if (others.length > 0) {
    const ids = others.map(({ id }) => id)
    await db.deleteFrom('schouw_identity.sessions').where('id', 'in', ids).execute()
  }
  const tenant = onlyTenant ?? made.tenant ?? (await usualTenant(db, account))
  await db
    .insertInto('schouw_identity.sessions')
    .values({
      id: newId(now),
      digest: digestOf(token),
      account,
      tenant,
      only_tenant: onlyTenant ?? null,
      method: made.method,
      created_at: now,
      seen_at: now,
      second_factor_at: made.isSecondFactor ? now : null,
      address: whence.address,
      agent: whence.agent,
    })
    .execute()
  return token
}

/** The organisation of the last time, or the only one; null when there is something to choose. */
async function usualTenant(db: Database, account: string): Promise<string | null> {
  const [seats, own] = await Promise.all([
    seatsOf(db, account),
    db
      .selectFrom('schouw_identity.accounts')
      .select('last_tenant')
      .where('id', '=', account)
      .executeTakeFirst(),
  ])
  const last = seats.find(({ id }) => id === own?.last_tenant)
  return last?.id ?? (seats.length === 1 ? (seats[0]?.id ?? null) : null)
}

export function seatsOf(db: Database, account: string) {
  return db
    .selectFrom('schouw_identity.seats as s')
    .innerJoin('tenants as t', 't.id', 's.tenant')
    .select(['t.id', 't.name'])
    .where('s.account', '=', account)
    .orderBy('t.name')
    .execute()
}

/** The same session under a new secret: what was worth less before is worth nothing after. */
export async function rotateSession(
  db: Database,
  id: string,
  change: { readonly secondFactorAt?: string; readonly tenant?: string },
): Promise<string> {
  const token = newSecret()
  await db
    .updateTable('schouw_identity.sessions')
    .set({
      digest: digestOf(token),
      ...(change.secondFactorAt === undefined ? {} : { second_factor_at: change.secondFactorAt }),
      ...(change.tenant === undefined ? {} : { tenant: change.tenant }),
    })
    .where('id', '=', id)
    .execute()
  return token
}

/** Ends all sessions of an account but, perhaps, one; gives how many. */
export async function endSessions(db: Database, account: string, except?: string): Promise<number> {
  const query = db.deleteFrom('schouw_identity.sessions').where('account', '=', account)
  const done = await (except === undefined ? query : query.where('id', '!=', except)).execute()
  return done.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}

export type Next = SessionBody['next']

/** What stands between a session and the registers of its organisation. */
export function nextOf(
  opened: Opened,
  { actor, seats }: { readonly actor: Actor | undefined; readonly seats: number },
): Next {
  const isShown = opened.secondFactorAt !== null
  if (!isShown && hasFactor(opened)) return 'show-second-factor'
  if (actor !== undefined) {
    return !isShown && needsSecondFactor(actor.roles, false) ? 'set-up-second-factor' : 'done'
  }
  if (seats > 1 || (seats === 1 && opened.tenant === null)) return 'choose'
  return 'nothing-here'
}

/** All that a screen needs to know about who is in. */
export async function sessionView(
  identity: Identity,
  token: string,
): Promise<SessionBody | undefined> {
  const now = identity.clock()
  return inIdentity(
    identity,
    async (db) => {
      const opened = await openedSession(identity.storage, token, now)
      if (opened === undefined) return undefined
      const all = await seatsOf(db, opened.account)
      const { onlyTenant, tenant } = opened
      const seats = onlyTenant === null ? all : all.filter(({ id }) => id === onlyTenant)
      const here = seats.find(({ id }) => id === tenant)
      let actor: Actor | undefined
      if (here !== undefined) {
        await enter(identity, here.id)
        actor = await memberOf(identity.storage, opened.account, now)
      }
      const { id, account, email, name, method, createdAt, secondFactorAt, factors } = opened
      const next = nextOf(opened, { actor, seats: seats.length })
      const place =
        next === 'done' && here !== undefined && actor !== undefined
          ? { ...here, person: actor.person, roles: [...actor.roles], until: actor.until ?? null }
          : null
      return {
        account: { id: account, email, name },
        session: { id, method, createdAt, endsAt: endOf(opened), secondFactorAt },
        next,
        factors,
        organisation: place,
        organisations: next === 'show-second-factor' ? [] : seats.map((one) => ({ ...one })),
      }
    },
    { isReadOnly: true },
  )
}
