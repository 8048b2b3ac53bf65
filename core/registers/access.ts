// SPDX-License-Identifier: EUPL-1.2
import type { Value } from './field.ts'
import type { RecordKind } from './kind.ts'
import type { RecordVersion } from './record.ts'
import { type Action, type Grant, type Role, timeBoxedRoles, type Where } from './roles.ts'

/** Whoever asks: a signed-in person, or the holder of a link that expires. */
export interface Actor {
  /** Id of a person record. */
  readonly person: string
  readonly roles: readonly Role[]
  /** Processes of which the person is owner today. */
  readonly processes: readonly string[]
  /** The supplier whose link this is. */
  readonly supplier?: string
  /** Instants in UTC between which the time-boxed roles hold. */
  readonly from?: string
  readonly until?: string
}

export interface Question {
  readonly actor: Actor
  readonly action: Action
  readonly kind: RecordKind
  /** Without one the question is whether there could be such a record. */
  readonly record?: Judged
  /** Instant in UTC. */
  readonly now: string
  /** Whoever asks has judged what is to be made, for kinds that want that. */
  readonly isJudged?: boolean
}

/** As much of a record as a permission looks at. */
export type Judged = Pick<RecordVersion, 'id' | 'state' | 'values'> &
  Partial<Pick<RecordVersion, 'created' | 'changed' | 'retired'>>

export type Permission =
  | {
      readonly allowed: true
      /** Only these fields; null is all. */
      readonly fields: readonly string[] | null
    }
  | {
      readonly allowed: false
      readonly because: 'role' | 'time_box' | 'condition' | 'own_work'
    }

/**
 * Whether somebody may do something, by the sentences of the kind. What no sentence allows is
 * denied. Who has several roles may do what one of them may.
 */
export function may(question: Question): Permission {
  const { actor, action, kind } = question
  if (action === 'create' && kind.isJudged && question.isJudged)
    return { allowed: true, fields: null }
  const answers = actor.roles.map((role): Permission => {
    const grant = kind.may[role][action]
    return grant === undefined ? denied('role') : granted(role, grant, question)
  })
  const open = answers.filter((answer) => answer.allowed)
  if (open.length === 0) return answers.find((answer) => !isByRole(answer)) ?? denied('role')
  if (!open.some(({ fields }) => fields === null)) {
    const named = [...new Set(open.flatMap(({ fields }) => fields ?? []))]
    return { allowed: true, fields: withoutWithheld(named, question) }
  }
  const isWhole = withheldFrom(question).length === 0
  const all = Object.keys(kind.fields)
  return { allowed: true, fields: isWhole ? null : withoutWithheld(all, question) }
}

function withoutWithheld(fields: readonly string[], question: Question): readonly string[] {
  const withheld = withheldFrom(question)
  return withheld.length === 0 ? fields : fields.filter((name) => !withheld.includes(name))
}

/** Whatever a role may do: of this record not these, as long as it is as it is. */
function withheldFrom({ actor, action, kind, record }: Question): readonly string[] {
  const { withholds } = kind
  if (withholds === undefined || record === undefined || action !== 'read') return []
  if (!withholds.while.includes(record.state)) return []
  const isNamed = (names: readonly string[]) =>
    names.some((field) => held(record, field).includes(actor.person))
  const isMaker = record.created?.by === actor.person && !isNamed(withholds.from)
  return isMaker || isNamed(withholds.unless) ? [] : withholds.fields
}

function isByRole(answer: Permission): boolean {
  return !answer.allowed && answer.because === 'role'
}

function denied(because: Extract<Permission, { allowed: false }>['because']): Permission {
  return { allowed: false, because }
}

function granted(role: Role, grant: Grant, question: Question): Permission {
  const { actor, kind, record, now } = question
  if (timeBoxedRoles.includes(role) && !isInTimeBox(actor, now)) return denied('time_box')
  if (record !== undefined) {
    if (isOutside(role) && record.retired != null) return denied('condition')
    const where = grant.where ?? []
    if (!where.every((condition) => holds(condition, record, actor, now))) {
      return denied('condition')
    }
    if (grant.notOwnWork === true && isOwnWork(kind, record, actor)) return denied('own_work')
  }
  return { allowed: true, fields: grant.fields ?? null }
}

/** What has retired is no business of those outside. */
function isOutside(role: Role): boolean {
  return role === 'employee' || role === 'supplier' || role === 'customer'
}

function isInTimeBox({ from, until }: Actor, now: string): boolean {
  const at = Date.parse(now)
  // A box without an end, or with one that is no instant, is shut.
  return until !== undefined && at < Date.parse(until) && !(at < Date.parse(from ?? now))
}

function holds(where: Where, record: Judged, actor: Actor, now: string): boolean {
  return where.oneOf.some((field) => {
    const found = held(record, field)
    if ('among' in where) return found.some((one) => where.among.includes(String(one)))
    if (where.holds === 'notPast')
      return found.some((one) => Date.parse(String(one)) > Date.parse(now))
    if (where.holds === 'me') return found.includes(actor.person)
    if (where.holds === 'mySupplier') {
      return actor.supplier !== undefined && found.includes(actor.supplier)
    }
    return found.some((one) => actor.processes.includes(String(one)))
  })
}

function held(record: Judged, field: string): readonly unknown[] {
  if (field === 'id') return [record.id]
  if (field === 'state') return [record.state]
  const value: Value | undefined = record.values[field]
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Fields that say whose work a record is, wherever a kind has them. */
const workFields: readonly string[] = [
  'answered_by',
  'auditees',
  'author',
  'estimated_by',
  'led_by',
  'made_by',
  'owner',
  'person',
  'prepared_by',
  'proposed_by',
  'reported_by',
  'requested_by',
  'reviewer',
  'tested_by',
]

function isOwnWork(kind: RecordKind, record: Judged, { person }: Actor): boolean {
  if (record.created?.by === person || record.changed?.by === person) return true
  return workFields.some((field) => field in kind.fields && held(record, field).includes(person))
}
