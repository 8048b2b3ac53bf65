// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'
import type { Database } from '../storage/dialect.ts'
import { type Appointment, actorOf, dayIn } from './roles.ts'

/**
 * What an account is in the organisation of the transaction: the roles that its person's
 * appointments give today and those it was granted. Undefined when it has no place there, or the
 * person has left or retired.
 */
export async function memberOf(
  db: Database,
  account: string,
  now: string,
): Promise<Actor | undefined> {
  const member = await db
    .selectFrom('memberships')
    .select('person')
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (member === undefined) return undefined
  const [found, grants] = await Promise.all([
    recordsAbout(db, member.person),
    db
      .selectFrom('membership_grants')
      .select(['role', 'supplier', 'from_at as from', 'until_at as until'])
      .where('account', '=', account)
      .where('revoked_at', 'is', null)
      .execute(),
  ])
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

function recordsAbout(db: Database, person: string) {
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
    .execute()
}

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
