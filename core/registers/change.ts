// SPDX-License-Identifier: EUPL-1.2
import { type Judged, may } from './access.ts'
import type { FourEyes } from './kind.ts'
import { type Plan, plan } from './plan.ts'
import { applied, type Entry, type RecordVersion, type Stamp, without } from './record.ts'
import type { Refusal } from './refusal.ts'
import { type Followers, lapsingOthers, retiringAlong } from './relations.ts'
import type { Action, Role } from './roles.ts'
import { type Act, type Applied, type Lapsed, no, type Request, type StepOutcome } from './step.ts'

type Given<Name extends Act['action']> = Omit<Request, 'act'> &
  Omit<Extract<Act, { action: Name }>, 'action'>
type New = Omit<Given<'create'>, 'record' | 'version'>

/** A new record, with the values as they came in. */
export function create({ values, state, ...rest }: New): StepOutcome {
  const act: Act = { action: 'create', values, ...(state === undefined ? {} : { state }) }
  return step({ ...rest, act, record: undefined, version: 0 })
}

/** A patch made on a version: null clears, what is absent stays. Without effect: no entries. */
export function change({ patch, ...rest }: Given<'change'>): StepOutcome {
  return step({ ...rest, act: { action: 'change', patch } })
}

/** One transition of the lifecycle. */
export function move({ to, reason, ...rest }: Given<'move'>): StepOutcome {
  return step({ ...rest, act: { action: 'move', to, ...(reason === undefined ? {} : { reason }) } })
}

/** Out of use, for a reason; what cannot stand without the record goes along. */
export function retire({ reason, ...rest }: Given<'retire'>): StepOutcome {
  return step({ ...rest, act: { action: 'retire', reason } })
}

/** Back in use. What had retired along stays retired. */
export function reinstate({ reason, ...rest }: Given<'reinstate'>): StepOutcome {
  return step({ ...rest, act: { action: 'reinstate', reason } })
}

/**
 * Takes personal data out of a record, also out of one that is frozen or retired. Earlier versions
 * still hold them: `withoutErased` of `history.ts` says which payloads go.
 */
export function erase({ fields, reason, ...rest }: Given<'erase'>): StepOutcome {
  const act: Act = { action: 'erase', reason, ...(fields === undefined ? {} : { fields }) }
  return step({ ...rest, act })
}

/** Asks whether the person may, whether it can be, and whether it must wait; in that order. */
function step(request: Request): StepOutcome {
  const barred = permissionProblems(request)
  if (barred.length > 0) return no(barred)
  const planned = plan(request)
  const problems = [...planned.problems, ...afterwards(request, planned)]
  if (problems.length > 0) return no(problems)
  if (isIdle(request, planned)) return { ok: true, value: idle(request.record ?? null) }
  const by = approvers(request, planned.changed)
  if (by === null) return performed(request, planned, null)
  if (request.canWait === false) return no([{ code: 'needs-second-person', by }])
  const { kind, id, version, act, actor, now } = request
  const pending = {
    kind: kind.name,
    id,
    version,
    act,
    asked: { at: now, by: actor.person },
    approvers: by,
    fields: planned.changed,
    answer: null,
  }
  return { ok: true, value: { ...idle(request.record ?? null), pending } }
}

function idle(record: RecordVersion | null): Applied {
  return { record, others: [], entries: [], lapsed: [], pending: null }
}

function isIdle({ act }: Request, planned: Plan): boolean {
  return act.action === 'change' && planned.changed.length === 0
}

/** The step itself; `second` is the person who approved it. */
export function performed(request: Request, planned: Plan, second: Stamp | null): StepOutcome {
  const { kind, id, record, version, act, actor, now, lookup } = request
  const own = ownLapses(request, planned)
  const { changed, problems: _, ...parts } = planned
  const lapse = kind.lifecycle.lapse
  const state = own.length > 0 && lapse !== undefined ? { state: lapse.to } : {}
  const entry: Entry = {
    kind: kind.name,
    id,
    version: version + 1,
    action: act.action,
    at: now,
    by: actor.person,
    ...parts,
    ...state,
    ...approvalOf(request, second, own.length > 0),
    ...(second === null ? {} : { second }),
  }
  const next = applied(record, entry)
  const followers: Followers =
    act.action === 'retire' && record !== undefined
      ? retiringAlong(record, entry, lookup)
      : lapsingOthers(kind, entry, act.action === 'change' ? changed : [], lookup)
  if (followers.problems.length > 0) return no(followers.problems)
  const { others, lapsed } = followers
  const entries = [entry, ...followers.entries]
  const all = [...own, ...lapsed]
  return { ok: true, value: { record: next, others, entries, lapsed: all, pending: null } }
}

/** An approval stands until it lapses or the record goes back to where records begin. */
function approvalOf(
  { kind, act }: Request,
  second: Stamp | null,
  hasLapsed: boolean,
): Pick<Entry, 'approval'> {
  const isBack = act.action === 'move' && kind.lifecycle.initial.includes(act.to)
  if (hasLapsed || (isBack && second === null)) return { approval: null }
  return second === null ? {} : { approval: second }
}

function ownLapses({ kind, id, record, act }: Request, { changed }: Plan): readonly Lapsed[] {
  const isLeaning = kind.lifecycle.lapse?.from.includes(record?.state ?? '') === true
  if (!isLeaning) return []
  // Nobody watched what it rested on while it was away.
  if (act.action === 'reinstate') return [{ what: 'approval', kind: kind.name, id, because: [] }]
  if (act.action !== 'change') return []
  return kind.lapses.flatMap(({ what, when, of }): Lapsed[] => {
    const because = when.filter((name) => changed.includes(name))
    return of !== 'itself' || because.length === 0 ? [] : [{ what, kind: kind.name, id, because }]
  })
}

/** Roles of which a second person must have one; null when nobody is needed. */
export function approvers(
  { kind, act, record }: Request,
  changed: readonly string[],
): readonly Role[] | null {
  const rules = kind.fourEyes.filter((rule) => isGuarded(rule, { act, record, changed }))
  const [first, ...rest] = rules
  if (first === undefined) return null
  return first.by.filter((role) => rest.every((rule) => rule.by.includes(role)))
}

interface Guarded {
  readonly act: Act
  readonly record: RecordVersion | undefined
  readonly changed: readonly string[]
}

function isGuarded(rule: FourEyes, { act, record, changed }: Guarded): boolean {
  if (rule.on === 'move') return act.action === 'move' && rule.to.includes(act.to)
  if (rule.on === 'retire') return act.action === 'retire' || act.action === 'reinstate'
  if (rule.on !== 'change') return rule.on === act.action
  if (act.action !== 'change' && act.action !== 'create') return false
  const isHere = rule.in === undefined || (record !== undefined && rule.in.includes(record.state))
  const given = (act.action === 'create' ? act.values : act.patch) as Record<string, unknown>
  const isFree = (name: string) => rule.unless?.some((one) => one === given[name]) === true
  return isHere && rule.fields.some((name) => changed.includes(name) && !isFree(name))
}

const permissionFor: Readonly<Record<Act['action'], Action>> = {
  create: 'create',
  change: 'change',
  move: 'move',
  retire: 'retire',
  reinstate: 'retire',
  erase: 'erase',
}

function permissionProblems({
  kind,
  record,
  act,
  actor,
  now,
  isJudged = false,
}: Request): readonly Refusal[] {
  const action = permissionFor[act.action]
  const judged = record === undefined ? {} : { record }
  const permission = may({ actor, action, kind, now, isJudged, ...judged })
  if (!permission.allowed) return [{ code: 'not-permitted', action, because: permission.because }]
  if (act.action === 'move' && record !== undefined && !mayGo(act.to, { kind, record, actor })) {
    return [{ code: 'not-permitted', action, because: 'role' }]
  }
  if (permission.fields === null) return []
  return givenFields(act)
    .filter((name) => !permission.fields?.includes(name))
    .map((name) => ({ code: 'not-permitted', action, because: 'field', path: `/${name}` }))
}

/** Where no such way exists, that is for the plan to say. */
function mayGo(
  to: string,
  { kind, record, actor }: Pick<Request, 'kind' | 'actor'> & { record: RecordVersion },
) {
  const way = kind.lifecycle.transitions.find(
    (one) => one.to === to && one.from.includes(record.state),
  )
  return way === undefined || way.by.some((role) => actor.roles.includes(role))
}

function givenFields(act: Act): readonly string[] {
  if (act.action === 'erase') return act.fields ?? []
  if (act.action === 'create' && act.state !== undefined) return ['state']
  const given = act.action === 'create' ? act.values : act.action === 'change' ? act.patch : null
  return typeof given === 'object' && given !== null ? Object.keys(given) : []
}

/**
 * Ownership is also judged on what would come of it: nobody makes a record that he or she could
 * not then touch, or hands one over to get it past somebody else.
 */
function afterwards(request: Request, planned: Plan): readonly Refusal[] {
  const { kind, id, record, act, actor, now, isJudged = false } = request
  if (act.action !== 'create' && act.action !== 'change') return []
  const values = without(planned.cleared ?? [], { ...record?.values, ...planned.set })
  const judged: Judged = { id, values, state: planned.state ?? record?.state ?? '' }
  const permission = may({ actor, action: act.action, kind, record: judged, now, isJudged })
  if (permission.allowed) return []
  return [{ code: 'not-permitted', action: act.action, because: permission.because }]
}
