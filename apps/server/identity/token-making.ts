// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import type { Whence } from './browser.ts'
import { noteOfTenant } from './events.ts'
import { mostTokens } from './limits.ts'
import type { Identity } from './ports.ts'
import { digestOf, type TenantSecretKind, tenantSecret } from './secrets.ts'

// Tokens are shown once; what is kept of them opens nothing.

interface By {
  readonly caller: Caller
  readonly whence: Whence
}

export interface Scoped {
  readonly name: string
  readonly read: boolean
  readonly write: boolean
  readonly kinds?: readonly string[] | undefined
  readonly days: number
}

/** Speaks for its maker, with what the maker may at the moment it is used, as far as its scopes go. */
export function makePersonalToken(identity: Identity, scoped: Scoped, by: By): Promise<Answer> {
  const { account } = by.caller
  // A token of development speaks for no account.
  if (account === undefined) return Promise.resolve(no('account-needed'))
  return make(identity, by, { ...scoped, kind: 'pat', account, roles: [] })
}

export function makeMachineToken(
  identity: Identity,
  { role, ...scoped }: Scoped & { readonly role: string },
  by: By,
): Promise<Answer> {
  return make(identity, by, { ...scoped, kind: 'mat', roles: [role] })
}

/** One supplier, until a day: for whoever answers a questionnaire without an account. */
export async function makeSupplierLink(
  identity: Identity,
  asked: {
    readonly name: string
    readonly supplier: string
    readonly person?: string | undefined
    readonly days: number
  },
  by: By,
): Promise<Answer> {
  const { supplier, person, ...rest } = asked
  const missing = await identity.storage.read(by.caller.tenant, async (db) => [
    ...((await isThere(standing(db, 'supplier', supplier))) ? [] : ['/supplier']),
    ...(person === undefined || (await isThere(standing(db, 'person', person))) ? [] : ['/person']),
  ])
  if (missing.length > 0) {
    const errors = missing.map((path) => ({ code: 'reference-missing', path }))
    return no('body-refused', { errors })
  }
  const scopes = { read: true, write: true } as const
  return make(identity, by, {
    ...rest,
    ...scopes,
    kind: 'link',
    roles: ['supplier'],
    supplier,
    person,
  })
}

async function isThere(found: ReturnType<typeof standing>): Promise<boolean> {
  return (await found)?.record.retired === null
}

interface Making extends Scoped {
  readonly kind: Exclude<TenantSecretKind, 'inv' | 'read' | 'meld' | 'quest' | 'trust' | 'sens'>
  readonly roles: readonly string[]
  readonly account?: string
  readonly supplier?: string
  readonly person?: string | undefined
}

const named = { pat: 'personal', mat: 'machine', link: 'link' } as const
const dayMs = 86_400_000

function make(identity: Identity, { caller, whence }: By, making: Making): Promise<Answer> {
  const at = identity.clock()
  const { tenant, actor } = caller
  const token = tenantSecret(making.kind, tenant)
  const id = newId(at)
  const expiresAt = new Date(Date.parse(at) + making.days * dayMs).toISOString()
  return identity.storage.write(tenant, async (db): Promise<Answer> => {
    const { n } = await db
      .selectFrom('access_tokens')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('made_by', '=', actor.person)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at)
      .executeTakeFirstOrThrow()
    if (n >= mostTokens) return no('too-many')
    await db
      .insertInto('access_tokens')
      .values({
        id,
        digest: digestOf(token),
        kind: named[making.kind],
        name: making.name,
        account: making.account ?? null,
        roles: JSON.stringify(making.roles),
        supplier: making.supplier ?? null,
        person: making.person ?? null,
        may_read: making.read,
        may_write: making.write,
        kinds: making.kinds === undefined ? null : JSON.stringify(making.kinds),
        made_by: actor.person,
        at,
        expires_at: expiresAt,
      })
      .execute()
    const detail = { token: id, kind: named[making.kind], days: making.days }
    const who = { account: caller.account ?? null, person: actor.person }
    await noteOfTenant(db, { event: 'token-made', at, ...who, detail, whence })
    const link = `${identity.origin()}/link#${token}`
    const body = { id, token, expiresAt, ...(making.kind === 'link' ? { link } : {}) }
    return { status: 201, body, headers: { 'cache-control': 'no-store' } }
  })
}

/** Everybody's own; the CISO sees all of them. */
export async function listTokens(identity: Identity, { tenant, actor }: Caller): Promise<Answer> {
  const rows = await identity.storage.read(tenant, (db) => {
    const query = db
      .selectFrom('access_tokens')
      .select(['id', 'kind', 'name', 'may_read', 'may_write', 'kinds', 'roles', 'made_by', 'at'])
      .select(['expires_at', 'used_at', 'revoked_at'])
      .orderBy('id', 'desc')
      .limit(500)
    const isAll = actor.roles.includes('ciso')
    return (isAll ? query : query.where('made_by', '=', actor.person)).execute()
  })
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    read: row.may_read,
    write: row.may_write,
    kinds: row.kinds,
    roles: row.roles,
    madeBy: row.made_by,
    at: row.at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }))
  return { status: 200, body: { items } }
}

export function revokeToken(
  identity: Identity,
  id: string,
  { caller, whence }: By,
): Promise<Answer> {
  const at = identity.clock()
  const { tenant, actor } = caller
  return identity.storage.write(tenant, async (db): Promise<Answer> => {
    const query = db
      .updateTable('access_tokens')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
    const isAll = actor.roles.includes('ciso')
    const { numUpdatedRows } = await (isAll
      ? query
      : query.where('made_by', '=', actor.person)
    ).executeTakeFirst()
    if (numUpdatedRows === 0n) return no('not-found')
    const who = { account: caller.account ?? null, person: actor.person }
    await noteOfTenant(db, { event: 'token-revoked', at, ...who, detail: { token: id }, whence })
    return { status: 204 }
  })
}
