// SPDX-License-Identifier: EUPL-1.2
import { type Actor, may, type RecordKind } from '@schouw/core/registers'
import { type RawBuilder, sql } from 'kysely'
import { isUuid } from '../records/derive.ts'

type Condition = RawBuilder<boolean>
type Grant = NonNullable<RecordKind['may']['director']['read']>
type Where = NonNullable<Grant['where']>[number]
type NotPast = Where & { readonly holds: 'notPast' }

function isNotPast(where: Where): where is NotPast {
  return 'holds' in where && where.holds === 'notPast'
}

/** Roles to whom a retired record is no longer there. */
const outside: readonly string[] = ['employee', 'supplier', 'customer']

/**
 * The permission to read as a condition of the database, so that a page is full and no row that may
 * not be seen is fetched. `may` is asked again for every row: it is the judge, and knows the fields.
 */
export function readable(
  { kind, actor, now }: { kind: RecordKind; actor: Actor; now: string },
  row: string,
): Condition {
  const ways = actor.roles.flatMap((role): Condition[] => {
    const one = { ...actor, roles: [role] }
    const grant = kind.may[role].read
    if (grant === undefined || !may({ actor: one, action: 'read', kind, now }).allowed) return []
    if (grant.notOwnWork === true) throw new Error(`reading ${kind.name} asks whose work it is`)
    const conditions = (grant.where ?? []).map((where) => held(where, { kind, actor, now }, row))
    if (outside.includes(role)) conditions.push(sql`not ${sql.ref(`${row}.is_retired`)}`)
    return [all(conditions)]
  })
  return any(ways)
}

export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return sql`true`
  return sql`(${sql.join([...conditions], sql` and `)})`
}

export function any(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return sql`false`
  return sql`(${sql.join([...conditions], sql` or `)})`
}

/** Whether a value of a record is this one, or has it among others. */
export function contains(row: string, kind: RecordKind, name: string, value: unknown): Condition {
  const field = kind.fields[name]
  // A column of its own, of which the planner knows how many rows each person has.
  if (name === 'owner' && field?.type === 'reference' && !('many' in field)) {
    return isUuid(String(value))
      ? sql`${sql.ref(`${row}.owner`)} = ${value}::uuid`
      : sql<boolean>`false`
  }
  const isList = field !== undefined && 'many' in field && field.many === true
  const pattern = JSON.stringify({ [name]: isList ? [value] : value })
  return sql`${sql.ref(`${row}.document`)} @> ${pattern}::jsonb`
}

function held(
  where: Where,
  { kind, actor, now }: { kind: RecordKind; actor: Actor; now: string },
  row: string,
): Condition {
  if (isNotPast(where)) {
    // Instants are stored in one spelling, in which they sort as texts.
    const later = (name: string) =>
      sql<boolean>`(${sql.ref(`${row}.document`)} ->> ${name}) collate "C" > ${now}`
    return any(where.oneOf.map(later))
  }
  const is = (name: string, value: string): Condition => {
    if (name === 'id') return sql`${sql.ref(`${row}.id`)}::text = ${value}`
    if (name === 'state') return sql`${sql.ref(`${row}.state`)} = ${value}`
    return contains(row, kind, name, value)
  }
  return any(where.oneOf.flatMap((name) => texts(where, actor).map((one) => is(name, one))))
}

/** What one of the fields must hold. */
function texts(where: Exclude<Where, NotPast>, actor: Actor): readonly string[] {
  if ('among' in where) return where.among
  if (where.holds === 'me') return [actor.person]
  if (where.holds === 'myProcesses') return actor.processes
  return actor.supplier === undefined ? [] : [actor.supplier]
}
