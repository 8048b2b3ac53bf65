// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'

type Role = Actor['roles'][number]

/**
 * What an appointment lets somebody do. A director is one whether executive or not, and so is a
 * partner who governs; responsibilities
 * without work of their own in the registers are those of an employee.
 */
const ofAppointment: Readonly<Record<string, Role>> = {
  executive_director: 'director',
  non_executive_director: 'director',
  supervisory_director: 'supervisory_director',
  partner: 'director',
  managing_partner: 'director',
  // Brought in money and must stay out of management.
  limited_partner: 'employee',
  ciso: 'ciso',
  it_manager: 'it_manager',
  ot_engineer: 'ot_engineer',
  process_owner: 'process_owner',
  purchasing: 'employee',
  hr: 'employee',
  legal: 'employee',
  quality: 'employee',
  privacy_officer: 'employee',
  incident_lead: 'employee',
  company_secretary: 'employee',
}

/** The appointment a role follows from; undefined for roles that are granted. */
export function appointmentFor(role: Role): string | undefined {
  if (role === 'director') return 'executive_director'
  if (role === 'employee') return undefined
  return role in ofAppointment ? role : undefined
}

export interface Appointment {
  readonly role: string
  /** Days, the last one included. */
  readonly from: string
  readonly to?: string | undefined
  readonly process?: string | undefined
}

export interface Granted {
  readonly role: Role
  readonly supplier: string | null
  /** Instants in UTC; the last one not included. */
  readonly from: string
  readonly until: string | null
}

export interface Held {
  readonly appointments: readonly Appointment[]
  readonly grants: readonly Granted[]
  /** Processes whose record names the person as owner. */
  readonly owned: readonly string[]
}

/** What somebody is at this moment; undefined when that is nothing. */
export function actorOf(
  person: string,
  { appointments, grants, owned }: Held,
  { now, today }: { readonly now: string; readonly today: string },
): Actor | undefined {
  const held = appointments.filter(
    ({ from, to }) => from <= today && !(to !== undefined && to < today),
  )
  const open = grants.filter(({ from, until }) => from <= now && !(until !== null && until <= now))
  const appointed = held.flatMap(({ role }) => ofAppointment[role] ?? [])
  const roles = [...new Set([...appointed, ...open.map(({ role }) => role)])]
  if (roles.length === 0) return undefined
  const processes = roles.includes('process_owner')
    ? [...new Set([...held.flatMap(({ process }) => process ?? []), ...owned])]
    : []
  const [supplier] = open.flatMap((one) => one.supplier ?? [])
  const boxes = open.flatMap(({ until }) => until ?? [])
  // One box for all of them: it shuts with the first, and the next request opens what is left.
  const until = boxes.length === 0 ? undefined : boxes.reduce((a, b) => (a < b ? a : b))
  return {
    person,
    roles,
    processes,
    ...(supplier === undefined ? {} : { supplier }),
    ...(until === undefined ? {} : { until }),
  }
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The day it is where the organisation is. */
export function dayIn(timeZone: string, now: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(now))
  } catch {
    return now.slice(0, 10)
  }
}

export function rolesOfAppointment(role: string): Role | undefined {
  return ofAppointment[role]
}
