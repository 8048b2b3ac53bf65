// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'
import type { Storage } from '../storage/storage.ts'
import { prepared } from './prepared.ts'
import { type Appointment, actorOf, dayIn } from './roles.ts'

/**
 * What an account is in the organisation of the transaction: the roles that its person's
 * appointments give today and those it was granted. Undefined when it has no place there, or the
 * person has left or retired.
 */
export async function memberOf(
  storage: Storage,
  account: string,
  now: string,
): Promise<Actor | undefined> {
  // All three are sent at once.
  const [[member], found, grants] = await Promise.all([
    memberships(storage, account),
    recordsAbout(storage, account),
    grantsOf(storage, account),
  ])
  if (member === undefined) return undefined
  const valuesOf = (kind: string) =>
    found
      .filter((row) => row.kind === kind && !row.is_retired)
      .map(({ id, document }) => ({ id, values: document as Readonly<Record<string, unknown>> }))
  const [person] = valuesOf('person')
  if (person === undefined) return undefined
  const zone = valuesOf('organisation')[0]?.values['time_zone']
  const today = dayIn(typeof zone === 'string' ? zone : 'UTC', now)
  const left = textOf(person.values['left_on'])
  if (left !== undefined && left < today) return undefined
  const appointments = valuesOf('appointment').map(({ values }) => appointmentOf(values))
  const owned = valuesOf('process').map(({ id }) => id)
  return actorOf(member.person, { appointments, grants, owned }, { now, today })
}

const memberships = prepared('identity_member', (db, account) =>
  db
    .selectFrom('memberships')
    .select('person')
    .where('account', '=', account)
    .where('ended_at', 'is', null),
)

const grantsOf = prepared('identity_grants', (db, account) =>
  db
    .selectFrom('membership_grants')
    .select(['role', 'supplier', 'from_at as from', 'until_at as until'])
    .where('account', '=', account)
    .where('revoked_at', 'is', null),
)

/** The person, the organisation, and the person's appointments and processes. */
const recordsAbout = prepared('identity_records', (db, account) => {
  const person = db
    .selectFrom('memberships as m')
    .select('m.person')
    .where('m.account', '=', account)
    .where('m.ended_at', 'is', null)
  const columns = ['r.id', 'r.kind', 'r.is_retired', 'r.document'] as const
  return db
    .selectFrom('records as r')
    .select(columns)
    .where('r.kind', '=', 'person')
    .where('r.id', '=', person)
    .unionAll(db.selectFrom('records as r').select(columns).where('r.kind', '=', 'organisation'))
    .unionAll(
      db
        .selectFrom('record_links as l')
        .innerJoin('records as r', (on) =>
          on.onRef('r.id', '=', 'l.id').onRef('r.tenant', '=', 'l.tenant'),
        )
        .select(columns)
        .where('l.target', '=', person)
        .where((where) =>
          where.or([
            where.and([where('l.kind', '=', 'appointment'), where('l.field', '=', 'person')]),
            where.and([where('l.kind', '=', 'process'), where('l.field', '=', 'owner')]),
          ]),
        ),
    )
})

function appointmentOf(values: Readonly<Record<string, unknown>>): Appointment {
  return {
    role: String(values['role']),
    from: String(values['from']),
    to: textOf(values['to']),
    process: textOf(values['process']),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
