// SPDX-License-Identifier: EUPL-1.2
import { type Judged, may } from './access.ts'
import { isHandedOn, mandateOf } from './bodies/mandate.ts'
import { approvers, performed } from './change.ts'
import type { RecordKind } from './kind.ts'
import { type Plan, plan } from './plan.ts'
import { type RecordVersion, without } from './record.ts'
import type { Refusal } from './refusal.ts'
import { type Circumstances, no, type Pending, type Request, type StepOutcome } from './step.ts'

export interface Answer extends Circumstances {
  readonly kind: RecordKind
  readonly pending: Pending
  /** As it stands now; undefined for one that is to come. */
  readonly record: RecordVersion | undefined
}

/**
 * Makes a waiting act happen, in the name of who asked for it. Everything but the asker's own
 * permission is judged again: the world may have moved on since.
 */
export function approve(answer: Answer): StepOutcome {
  const { kind, pending, record, actor, now, lookup } = answer
  const { id, version, act, asked } = pending
  // Whoever asked is no longer at the door: only the name is needed.
  const asker = { person: asked.by, roles: [], processes: [] }
  const request: Request = { kind, id, record, version, act, actor: asker, now, lookup }
  const planned = plan(request)
  const mandate = spoken(answer, planned)
  const isDelegate = 'through' in mandate && mandate.isHandedOn
  const isOver = 'because' in mandate && mandate.because === 'delegation-over'
  const barred = answerProblems(answer, isDelegate || isOver)
  if (barred.length > 0) return no(barred)
  if (planned.problems.length > 0) return no(planned.problems)
  if ('because' in mandate) {
    return no([{ code: 'out-of-order', path: '', because: mandate.because }])
  }
  // What was asked of another state may by now be guarded by others.
  const by = approvers(request, planned.changed)
  if (by !== null && !isDelegate && !actor.roles.some((role) => by.includes(role))) {
    return no([{ code: 'needs-second-person', by }])
  }
  const outcome = performed(request, planned, { at: now, by: actor.person })
  if (!outcome.ok) return outcome
  const closed: Pending = { ...pending, answer: { at: now, by: actor.person, verdict: 'approved' } }
  return { ok: true, value: { ...outcome.value, pending: closed } }
}

/** A second person says no, or whoever asked takes it back. The record stays as it is. */
export function decline({ reason, ...answer }: Answer & { readonly reason: string }): StepOutcome {
  const { pending, record, actor, now } = answer
  const isOwn = actor.person === pending.asked.by
  const barred = isOwn ? closedProblems(pending) : answerProblems(answer, false)
  const problems: readonly Refusal[] =
    reason.trim() === '' ? [...barred, { code: 'reason-missing' }] : barred
  if (problems.length > 0) return no(problems)
  const said = { at: now, by: actor.person, verdict: 'declined', reason: reason.trim() } as const
  const closed: Pending = { ...pending, answer: said }
  const value = { record: record ?? null, others: [], entries: [], lapsed: [], pending: closed }
  return { ok: true, value }
}

/** Whether the board has said it, or whoever answers may say it for the board. */
function spoken({ kind, pending, record, actor, now, lookup }: Answer, planned: Plan) {
  const { id, act } = pending
  return mandateOf({
    kind: kind.name,
    id,
    record,
    values: without(planned.cleared ?? [], { ...record?.values, ...planned.set }),
    to: act.action === 'move' ? act.to : undefined,
    changed: planned.changed,
    person: actor.person,
    now,
    lookup,
  })
}

/**
 * Whether a waiting act could be answered by this person: what is put before whom. `decisions` are
 * those by which something was handed on to the person; whether it fits is judged on answering.
 */
export function mayAnswer(
  answer: Omit<Answer, 'lookup'>,
  decisions: readonly RecordVersion[] = [],
): boolean {
  const { kind, now } = answer
  const isDelegate = decisions.some((one) => isHandedOn(one, kind.name, now.slice(0, 10)))
  return answerProblems(answer, isDelegate).length === 0
}

function closedProblems(pending: Pending): readonly Refusal[] {
  return pending.answer === null ? [] : [{ code: 'already-answered' }]
}

function answerProblems(
  { kind, pending, record, actor, now }: Omit<Answer, 'lookup'>,
  isDelegate: boolean,
): readonly Refusal[] {
  if (pending.answer !== null) return closedProblems(pending)
  // One person in two roles is still one person.
  if (actor.person === pending.asked.by) return [{ code: 'own-change', person: actor.person }]
  if (isDelegate) return []
  const roles = actor.roles.filter((role) => pending.approvers.includes(role))
  const judged = record ?? draft(pending)
  const permission = may({
    actor: { ...actor, roles },
    action: 'approve',
    kind,
    record: judged,
    now,
  })
  if (permission.allowed) return []
  return [{ code: 'not-permitted', action: 'approve', because: permission.because }]
}

/** What a new record would hold, as far as a permission looks at it. */
function draft({ id, act, asked }: Pending): Judged {
  const isObject = act.action === 'create' && typeof act.values === 'object' && act.values !== null
  return { id, state: '', values: isObject ? { ...act.values } : {}, created: asked }
}
