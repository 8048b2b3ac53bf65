// SPDX-License-Identifier: EUPL-1.2
import { type Actor, kinds, records } from '@schouw/core/registers'
import { pendingActs } from '../http/reading/one.ts'
import type { Database } from '../storage/dialect.ts'
import type { Identity } from './ports.ts'
import { rolesOfAppointment } from './roles.ts'

type Role = Actor['roles'][number]

interface Found {
  readonly appointment: string
  /** The act in which it waits; null when it stands. */
  readonly pending: string | null
}

/** An appointment of a person to a role: one that holds or is to come, or one that waits. */
export async function waitingAppointment(
  db: Database,
  asked: { readonly person: string; readonly role: Role; readonly day: string },
): Promise<Found | undefined> {
  const fits = (values: unknown): boolean => {
    if (typeof values !== 'object' || values === null) return false
    const { person, role, to } = values as Readonly<Record<string, unknown>>
    const isOver = typeof to === 'string' && to < asked.day
    return person === asked.person && rolesOfAppointment(String(role)) === asked.role && !isOver
  }
  const rows = await db
    .selectFrom('record_links as l')
    .innerJoin('records as r', (on) =>
      on.onRef('r.id', '=', 'l.id').onRef('r.tenant', '=', 'l.tenant'),
    )
    .select(['r.id', 'r.document'])
    .where('l.target', '=', asked.person)
    .where('l.kind', '=', 'appointment')
    .where('l.field', '=', 'person')
    .where('r.is_retired', '=', false)
    .execute()
  const standing = rows.find(({ document }) => fits(document))
  if (standing !== undefined) return { appointment: standing.id, pending: null }
  const waiting = (await pendingActs(db, 'appointment', {})).find(
    ({ act }) => act.act.action === 'create' && fits(act.act.values),
  )
  return waiting === undefined
    ? undefined
    : { appointment: waiting.act.id, pending: waiting.pending }
}

/** Whether somebody who can sign in is a director on a day. */
export async function hasDirector(db: Database, day: string): Promise<boolean> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('record_links as l', (on) =>
      on.onRef('l.target', '=', 'm.person').onRef('l.tenant', '=', 'm.tenant'),
    )
    .innerJoin('records as r', (on) =>
      on.onRef('r.id', '=', 'l.id').onRef('r.tenant', '=', 'l.tenant'),
    )
    .select('r.document')
    .where('m.ended_at', 'is', null)
    .where('l.kind', '=', 'appointment')
    .where('l.field', '=', 'person')
    .where('r.is_retired', '=', false)
    .execute()
  return rows.some(({ document }) => {
    const { role, from, to } = document as Readonly<Record<string, unknown>>
    const isNow = String(from) <= day && !(typeof to === 'string' && to < day)
    return isNow && rolesOfAppointment(String(role)) === 'director'
  })
}

/**
 * The first director has nobody to be approved by. Whoever was invited as one, by somebody else,
 * then takes the office by accepting: two people, as ever, and both stand in the log.
 */
export async function takeOffice(
  identity: Identity,
  { tenant, person, pending: name }: Readonly<Record<'tenant' | 'person' | 'pending', string>>,
): Promise<void> {
  const { storage } = identity
  const kind = kinds.appointment
  const day = identity.clock().slice(0, 10)
  const waiting = await storage.read(tenant, async (db) =>
    (await hasDirector(db, day))
      ? undefined
      : (await pendingActs(db, kind.name, { pending: name }))[0],
  )
  if (waiting === undefined) return
  const pending = waiting.act
  const actor = { person, roles: ['director'], processes: [] } as const
  // Refused is waiting still: for instance what was asked by this very person.
  await storage.apply(tenant, {
    decide: ({ record, lookup, now }) =>
      records.approve({ kind, pending, record: record(pending.id), actor, now, lookup }),
    pendingId: name,
  })
}
