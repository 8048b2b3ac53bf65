// SPDX-License-Identifier: EUPL-1.2
import { kinds, type Refusal, records } from '@schouw/core/registers'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { pendingActs } from '../http/reading/one.ts'
import type { Change } from '../storage/changes/change.ts'
import type { Whence } from './browser.ts'
import { rememberedDevice } from './devices.ts'
import { noteOfAccount } from './events.ts'
import { setupMs, setupStepMs } from './limits.ts'
import { hashPassword, passwordFault } from './passwords.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import { dayIn, isTimeZone } from './roles.ts'
import { digestOf, newSecret } from './secrets.ts'
import { withSession } from './serving.ts'
import { beginSession } from './sessions.ts'

/** There is nobody yet: whoever runs the server may say who is the first. */
export async function isSetupOpen(identity: Identity): Promise<boolean> {
  const one = await inIdentity(
    identity,
    async (db) =>
      (await db.selectFrom('schouw_identity.accounts').select('id').limit(1).executeTakeFirst()) ??
      // Whoever was the first may have closed that account since.
      (await db
        .selectFrom('schouw_identity.setup')
        .select('account')
        .where('done_at', 'is not', null)
        .executeTakeFirst()),
    { isReadOnly: true },
  )
  return one === undefined
}

/** A link for the terminal the server was started in; undefined once there is an account. */
export async function setupLink(
  identity: Identity,
): Promise<{ readonly url: string; readonly until: string } | undefined> {
  if (!(await isSetupOpen(identity))) return undefined
  const token = newSecret()
  const until = new Date(Date.parse(identity.clock()) + setupMs).toISOString()
  await inIdentity(identity, (db) =>
    db
      .insertInto('schouw_identity.setup_links')
      .values({ digest: digestOf(token), expires_at: until })
      .execute(),
  )
  // Behind the hash it reaches no log on the way.
  return { url: `${identity.origin()}/setup#${token}`, until }
}

export interface Setup {
  readonly token: string
  readonly organisation: {
    readonly name: string
    readonly jurisdiction: string
    readonly language: 'nl' | 'en'
    readonly time_zone: string
  }
  readonly person: { readonly name: string; readonly email: string }
  readonly password: string
}

interface Claim {
  readonly tenant: string
  readonly account: string
  readonly organisation: string
  readonly person: string
  readonly appointment: string
}

/**
 * The organisation, its first person, the appointment of that person as CISO, and the account. The
 * records are entries of the log like any other; the account comes last, so that whatever a crash
 * left half done is taken up again by the next link.
 */
export async function setUp(identity: Identity, setup: Setup, whence: Whence): Promise<Answer> {
  const fault = passwordFault(setup.password, setup.person.email)
  if (fault !== undefined)
    return no('password-weak', { errors: [{ code: fault, path: '/password' }] })
  if (!isTimeZone(setup.organisation.time_zone)) {
    const errors = [{ code: 'time-zone-unknown', path: '/organisation/time_zone' }]
    return no('body-refused', { errors })
  }
  const now = identity.clock()
  const claim = await claimed(identity, setup.token, now)
  if (typeof claim === 'string') return no(claim)
  const pepper = identity.storage.secrets.key('password')
  try {
    const known = await identity.storage.tenants()
    if (!known.some(({ id }) => id === claim.tenant)) {
      await identity.storage.createTenant({ id: claim.tenant, name: setup.organisation.name })
    }
    const refusals = await keepRecords(identity, claim, setup)
    if (refusals !== undefined) {
      await release(identity)
      return no('body-refused', { errors: refusals.map((one) => ({ ...one })) })
    }
    const password = await hashPassword(setup.password, pepper)
    const token = await keepAccount(identity, { claim, setup, password, whence })
    const asked = { account: claim.account, now, devices: whence.devices }
    const cookies = [rememberedDevice(identity, asked)]
    return withSession(identity, token, { status: 201, cookies })
  } catch (error) {
    await release(identity).catch(() => {})
    throw error
  }
}

/** One set-up at a time, and none after the first account. */
function claimed(
  identity: Identity,
  token: string,
  now: string,
): Promise<Claim | 'link-refused' | 'setup-closed'> {
  return inIdentity(identity, async (db) => {
    const link = await db
      .selectFrom('schouw_identity.setup_links')
      .select('digest')
      .where('digest', '=', digestOf(token))
      .where('expires_at', '>', now)
      .executeTakeFirst()
    const account = await db
      .selectFrom('schouw_identity.accounts')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (link === undefined) return 'link-refused'
    if (account !== undefined) return 'setup-closed'
    const [tenant, own, organisation, person, appointment] = Array.from({ length: 5 }, () =>
      newId(now),
    ) as [string, string, string, string, string]
    const fresh = { tenant, account: own, organisation, person, appointment, started_at: now }
    const made = await db
      .insertInto('schouw_identity.setup')
      .values(fresh)
      .onConflict((on) => on.column('is_only').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (made !== undefined) return made
    const stuck = new Date(Date.parse(now) - setupStepMs).toISOString()
    const taken = await db
      .updateTable('schouw_identity.setup')
      .set({ started_at: now })
      .where('done_at', 'is', null)
      .where('started_at', '<', stuck)
      .returningAll()
      .executeTakeFirst()
    return taken ?? 'setup-closed'
  })
}

async function release(identity: Identity): Promise<void> {
  await inIdentity(identity, (db) =>
    db
      .updateTable('schouw_identity.setup')
      .set({ started_at: '1970-01-01T00:00:00.000Z' })
      .where('done_at', 'is', null)
      .execute(),
  )
}

/** Undefined when all three are there. */
async function keepRecords(
  identity: Identity,
  { tenant, organisation, person, appointment }: Claim,
  setup: Setup,
): Promise<readonly Refusal[] | undefined> {
  const { storage } = identity
  const actor = { person, roles: ['ciso'], processes: [] } as const
  const creating = (
    kind: 'organisation' | 'person' | 'appointment',
    id: string,
    values: unknown,
  ) => {
    const change: Change = {
      decide: ({ lookup, now }) =>
        records.create({ kind: kinds[kind], id, values, actor, now, lookup }),
      pendingId: newId(identity.clock()),
    }
    return storage.apply(tenant, change)
  }
  const { name, jurisdiction, language, time_zone } = setup.organisation
  const code = codeOf(name)
  const today = dayIn(time_zone, identity.clock())
  const { email } = setup.person
  const steps = [
    ['organisation', organisation, { code, name, jurisdiction, language, time_zone }],
    [
      'person',
      person,
      { code: codeOf(setup.person.name), name: setup.person.name, email, language },
    ],
    ['appointment', appointment, { person, role: 'ciso', from: today }],
  ] as const
  for (const [kind, id, values] of steps) {
    const told = await creating(kind, id, values)
    if (told.outcome === 'refused') {
      // From an earlier try.
      if (told.step.refusals.some((one) => one.code === 'id-taken')) continue
      return told.step.refusals
    }
    if (told.outcome === 'done' && told.done.pending !== null) {
      await settleBySystem(identity, tenant, told.done.pending)
    }
  }
  return undefined
}

/**
 * There is no board yet to appoint the first CISO: the log says that `system` did, which is whoever
 * runs the server and held its link.
 */
export async function settleBySystem(
  identity: Identity,
  tenant: string,
  pendingId: string,
  kind: (typeof kinds)['appointment' | 'organisation'] = kinds.appointment,
): Promise<void> {
  const { storage } = identity
  const [waiting] = await storage.read(tenant, (db) =>
    pendingActs(db, kind.name, { pending: pendingId }),
  )
  if (waiting === undefined) throw new Error('nothing waits for `system`')
  const pending = waiting.act
  const actor = { person: 'system', roles: ['director'], processes: [] } as const
  const told = await storage.apply(tenant, {
    decide: ({ record, lookup, now }) =>
      records.approve({ kind, pending, record: record(pending.id), actor, now, lookup }),
    pendingId,
  })
  if (told.outcome !== 'done') throw new Error('`system` could not approve')
}

/** `Jansen Machines B.V.` → `JANSEN-MACHINES-B-V`. */
function codeOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const code = plain
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '')
  return code === '' ? 'FIRST' : code
}

async function keepAccount(
  identity: Identity,
  made: {
    readonly claim: Claim
    readonly setup: Setup
    readonly password: string
    readonly whence: Whence
  },
): Promise<string> {
  const { claim, setup, password, whence } = made
  const { account, tenant, person } = claim
  const { email, name } = setup.person
  const now = identity.clock()
  return inIdentity(identity, async (db) => {
    await db
      .insertInto('schouw_identity.accounts')
      .values({ id: account, email, name, password, last_tenant: tenant, created_at: now })
      .execute()
    await db.insertInto('schouw_identity.seats').values({ account, tenant }).execute()
    await db
      .updateTable('schouw_identity.setup')
      .set({ done_at: now })
      .where('done_at', 'is', null)
      .execute()
    await db.deleteFrom('schouw_identity.setup_links').execute()
    const session = { account, method: 'setup', now, whence, isSecondFactor: false } as const
    const token = await beginSession(db, { ...session, tenant })
    await noteOfAccount(db, { event: 'setup', at: now, account, whence })
    await enter(identity, tenant)
    await db.insertInto('memberships').values({ account, person, email, since: now }).execute()
    return token
  })
}
