// SPDX-License-Identifier: EUPL-1.2
import { type Actor, kinds, type Refusal, records } from '@schouw/core/registers'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import { waitingAppointment } from './appointments.ts'
import type { Whence } from './browser.ts'
import { noteOfTenant } from './events.ts'
import { invitationMs } from './limits.ts'
import { grantFaults } from './membership.ts'
import type { Identity } from './ports.ts'
import { appointmentFor, dayIn } from './roles.ts'
import { digestOf, tenantSecret } from './secrets.ts'

export interface Invite {
  readonly email: string
  readonly person: string
  readonly role: Actor['roles'][number]
  readonly supplier?: string | undefined
  readonly until?: string | undefined
  readonly legalEntity?: string | undefined
  readonly process?: string | undefined
  readonly language?: 'nl' | 'en' | undefined
}

interface By {
  readonly caller: Caller
  readonly whence: Whence
}

/**
 * Invites the person of a record. A responsibility in the company follows from an appointment: where
 * there is none it is made, in the name of whoever invites, and waits for a director like any other.
 */
export async function invite(identity: Identity, body: Invite, by: By): Promise<Answer> {
  const now = identity.clock()
  const { tenant, actor } = by.caller
  const faults = grantFaults(body, now)
  if (faults.length > 0) return no('role-refused', { errors: faults })
  const found = await identity.storage.read(tenant, async (db) => ({
    person: await standing(db, 'person', body.person),
    supplier:
      body.supplier === undefined ? undefined : await standing(db, 'supplier', body.supplier),
    member: await db
      .selectFrom('memberships')
      .select('account')
      .where('ended_at', 'is', null)
      .where((where) =>
        where.or([where('person', '=', body.person), where('email', '=', body.email)]),
      )
      .executeTakeFirst(),
  }))
  const missing = [
    ...(found.person === undefined || found.person.record.retired !== null ? ['/person'] : []),
    ...(body.supplier !== undefined && found.supplier === undefined ? ['/supplier'] : []),
  ]
  if (missing.length > 0) {
    return no('body-refused', {
      errors: missing.map((path) => ({ code: 'reference-missing', path })),
    })
  }
  if (found.member !== undefined) return no('person-taken')
  const appointed = await appoint(identity, body, by)
  if ('refusals' in appointed) {
    const [first] = appointed.refusals
    const errors = appointed.refusals.map((one) => ({ ...one }))
    return no(first?.code ?? 'role-refused', { errors })
  }
  return kept(identity, body, { ...by, ...appointed, now, name: actor.person })
}

type Appointed =
  | { readonly appointment: string | null; readonly pending: string | null }
  | { readonly refusals: readonly Refusal[] }

async function appoint(identity: Identity, body: Invite, { caller }: By): Promise<Appointed> {
  const role = appointmentFor(body.role)
  if (role === undefined) return { appointment: null, pending: null }
  const { storage } = identity
  const { tenant, actor } = caller
  const now = identity.clock()
  const known = await storage.read(tenant, (db) =>
    waitingAppointment(db, { person: body.person, role: body.role, day: now.slice(0, 10) }),
  )
  if (known !== undefined) return known
  const id = newId(now)
  const values = {
    person: body.person,
    role,
    from: dayIn('UTC', now),
    ...(body.legalEntity === undefined ? {} : { legal_entity: body.legalEntity }),
    ...(body.process === undefined ? {} : { process: body.process }),
  }
  const told = await storage.apply(tenant, {
    decide: ({ lookup, now: at }) =>
      records.create({ kind: kinds.appointment, id, values, actor, now: at, lookup }),
    pendingId: newId(now),
  })
  if (told.outcome === 'refused') return { refusals: told.step.refusals }
  return { appointment: id, pending: told.outcome === 'done' ? told.done.pending : null }
}

async function kept(
  identity: Identity,
  body: Invite,
  made: By & {
    readonly appointment: string | null
    readonly pending: string | null
    readonly now: string
    readonly name: string
  },
): Promise<Answer> {
  const { caller, whence, appointment, pending, now, name } = made
  const { tenant } = caller
  const token = tenantSecret('inv', tenant)
  const id = newId(now)
  const expiresAt = new Date(Date.parse(now) + invitationMs).toISOString()
  const link = `${identity.origin()}/invitation#${token}`
  const isMailed = await identity.storage.write(tenant, async (db) => {
    await db
      .insertInto('invitations')
      .values({
        id,
        digest: digestOf(token),
        email: body.email,
        person: body.person,
        role: body.role,
        supplier: body.supplier ?? null,
        until_at: body.until ?? null,
        appointment,
        pending,
        invited_by: name,
        at: now,
        expires_at: expiresAt,
      })
      .execute()
    const detail = { role: body.role, invited: body.person }
    const account = caller.account ?? null
    const event = { event: 'invitation-made', at: now, account, person: name } as const
    await noteOfTenant(db, { ...event, detail, whence })
    const own = await db.selectFrom('tenants').select('name').executeTakeFirst()
    const inviter = (await standing(db, 'person', name))?.record.values['name']
    const organisation = own?.name ?? ''
    const values = { organisation, inviter: String(inviter ?? organisation), link, expiresAt }
    const language = body.language ?? 'nl'
    const mail = { to: body.email, template: 'invitation', language, values } as const
    return (await identity.sendMail?.(db, mail)) ?? false
  })
  const headers = { 'cache-control': 'no-store' }
  const answer = { id, expiresAt, isMailed, link: isMailed ? null : link, appointment, pending }
  return { status: 201, body: answer, headers }
}
