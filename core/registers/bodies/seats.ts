// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '../record.ts'

/**
 * Roles that sit in each body. In a partnership every partner governs; of a limited partnership
 * those who manage do, and a partner who only brought in money has no seat in its board.
 */
const seats = {
  board: ['executive_director', 'non_executive_director', 'partner', 'managing_partner'],
  supervisory_board: ['supervisory_director'],
  both_boards: [
    'executive_director',
    'non_executive_director',
    'partner',
    'managing_partner',
    'supervisory_director',
  ],
  audit_committee: ['non_executive_director', 'supervisory_director'],
  partners_meeting: ['partner', 'managing_partner', 'limited_partner'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Body = keyof typeof seats

/** Whoever the board's own duties are for, in a one-tier board and in a partnership. */
const executives: readonly string[] = ['executive_director', 'partner', 'managing_partner']

export interface Seat {
  readonly person: string
  readonly role: string
  readonly is_executive: boolean
}

/** Empty for a body that is not made of appointments, as a crisis team. */
export function seatsOf(body: string): readonly string[] {
  return Object.hasOwn(seats, body) ? seats[body as Body] : []
}

/** Persons with a seat in a body on a day, each once. */
export function seatsOn(
  body: string,
  appointments: readonly RecordVersion[],
  today: string,
): readonly string[] {
  const found = appointments.flatMap((one) => seatOf(one, body, today) ?? [])
  return [...new Set(found.map(({ person }) => person))]
}

/** The seat that an appointment gives in a body on a day. */
export function seatOf(
  { values, retired }: RecordVersion,
  body: string,
  today: string,
): Seat | undefined {
  const { person, role, from, to } = values
  if (retired !== null || typeof person !== 'string' || typeof role !== 'string') return undefined
  if (!seatsOf(body).includes(role)) return undefined
  const [first, last] = [String(from ?? ''), String(to ?? '9999')]
  if (first > today || last < today) return undefined
  return { person, role, is_executive: executives.includes(role) }
}
