// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DemoPeople } from '@schouw/contract'
import type { Actor } from '@schouw/core/registers'
import { newId } from '../http/ids.ts'
import type { Whence } from '../identity/browser.ts'
import { memberOf } from '../identity/members.ts'
import { hashPassword } from '../identity/passwords.ts'
import { enter, type Identity, inIdentity } from '../identity/ports.ts'
import { beginSession } from '../identity/sessions.ts'
import { setUp, setupLink } from '../identity/setup.ts'
import { readFolder } from '../sources/first-state/index.ts'

const factory = join(import.meta.dirname, '../../../examples/factory')
const domain = 'oosterduin.example'
export const nowhere: Whence = { address: 'demo', network: 'demo', agent: 'demo', devices: '' }

/** Set up by the security officer of the example, as anybody would begin. */
export async function foundExample(identity: Identity) {
  const { first } = await readFolder(factory)
  const { organisation, people } = first?.inputs ?? {}
  const officer = people?.find(({ role }) => role === 'ciso')
  const link = await setupLink(identity)
  if (organisation === undefined || officer === undefined || link === undefined) {
    throw new Error('the example has nobody to begin with')
  }
  const { name, jurisdiction, language, time_zone } = organisation
  const given = {
    token: link.url.split('#')[1] ?? '',
    organisation: { name, jurisdiction, language, time_zone: time_zone ?? 'Europe/Amsterdam' },
    person: { name: officer.name, email: addressOf(officer.name) },
    password: randomBytes(30).toString('base64url'),
  }
  const answer = await setUp(identity, given, nowhere)
  if ('no' in answer) throw new Error(`the example could not be set up: ${answer.no}`)
  const [tenant] = await identity.storage.tenants()
  const account = await inIdentity(identity, (db) =>
    db.selectFrom('schouw_identity.accounts').select('id').executeTakeFirstOrThrow(),
  )
  if (tenant === undefined) throw new Error('the example has no organisation')
  return { tenant: tenant.id, account: account.id }
}

/** How long somebody from outside is let in. */
const visitMs = 180 * 86_400_000

/** Nobody knows their passwords: the only way in is the link. */
export async function giveAccounts(
  identity: Identity,
  tenant: string,
  /** Person to the role that somebody from outside holds for a while. */
  visitors: ReadonlyMap<string, 'auditor' | 'consultant'> = new Map(),
): Promise<void> {
  const { storage } = identity
  const now = identity.clock()
  const records = await storage.read(tenant, (db) =>
    db.selectFrom('records').select(['id', 'kind', 'document']).execute(),
  )
  const valuesOf = (one: (typeof records)[number]) => one.document as Record<string, unknown>
  const appointed = new Set(
    records.filter(({ kind }) => kind === 'appointment').map((one) => valuesOf(one)['person']),
  )
  const people = records.filter(
    (one) =>
      one.kind === 'person' &&
      (appointed.has(one.id) || visitors.has(one.id)) &&
      valuesOf(one)['left_on'] === undefined,
  )
  const password = await hashPassword(
    randomBytes(30).toString('base64url'),
    storage.secrets.key('password'),
  )
  await inIdentity(identity, async (db) => {
    const known = await db.selectFrom('schouw_identity.accounts').select('email').execute()
    const has = new Set(known.map(({ email }) => email))
    const fresh = people.flatMap((one) => {
      const name = String(valuesOf(one)['name'])
      const email = addressOf(name)
      return has.has(email) ? [] : [{ id: newId(now), person: one.id, name, email }]
    })
    for (const { id, name, email } of fresh) {
      const row = { id, email, name, password, last_tenant: tenant, created_at: now }
      await db.insertInto('schouw_identity.accounts').values(row).execute()
      await db.insertInto('schouw_identity.seats').values({ account: id, tenant }).execute()
    }
    await enter(identity, tenant)
    for (const { id, person, email } of fresh) {
      const row = { account: id, person, email, since: now }
      await db.insertInto('memberships').values(row).execute()
      const role = visitors.get(person)
      if (role === undefined) continue
      const until = new Date(Date.parse(now) + visitMs).toISOString()
      const grant = { id: newId(now), account: id, role, from_at: now, until_at: until }
      await db
        .insertInto('membership_grants')
        .values({ ...grant, supplier: null, given_by: person })
        .execute()
    }
  })
}

/** A session that has shown a second factor, as far as anybody asks. */
export function sessionOf(identity: Identity, account: string, whence: Whence): Promise<string> {
  const now = identity.clock()
  return inIdentity(identity, (db) =>
    beginSession(db, { account, method: 'setup', now, whence, isSecondFactor: true }),
  )
}

/** Roles in the order in which a visitor meets them. */
const order: readonly Actor['roles'][number][] = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'auditor',
  'employee',
]

/** Everybody one can look as, by role. */
export async function examplePeople(identity: Identity): Promise<DemoPeople['items']> {
  const now = identity.clock()
  const [tenant] = await identity.storage.tenants()
  if (tenant === undefined) return []
  const found = await inIdentity(
    identity,
    async (db) => {
      const accounts = await db
        .selectFrom('schouw_identity.accounts')
        .select(['id', 'name'])
        .orderBy('name')
        .execute()
      await enter(identity, tenant.id)
      const made = []
      for (const { id, name } of accounts) {
        const member = await memberOf(identity.storage, id, now)
        const role = order.find((one) => member?.roles.includes(one))
        if (role !== undefined) made.push({ account: id, name, role })
      }
      return made
    },
    { isReadOnly: true },
  )
  return found.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

function addressOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return `${plain.replaceAll(/[^a-z0-9]+/g, '.')}@${domain}`
}
