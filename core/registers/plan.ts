// SPDX-License-Identifier: EUPL-1.2
import { bodyProblems } from './bodies/problems.ts'
import { checkFields, declared, idSpelling, refused } from './check.ts'
import { circleProblems } from './circles.ts'
import type { Value, Values } from './field.ts'
import { heldProblems } from './holds.ts'
import type { RecordKind, Transition } from './kind.ts'
import type { Lookup } from './lookup.ts'
import { isSame, personalFields, type RecordVersion, without } from './record.ts'
import type { Refusal } from './refusal.ts'
import { keyProblems, referenceProblems } from './relations.ts'
import { restartProblems } from './restarts.ts'
import type { Act, Circumstances, Request, Subject } from './step.ts'
import { valueProblems } from './whole.ts'

/** What an act comes to, before anybody is asked. Fields are those of `Entry`. */
export interface Plan {
  readonly set?: Values
  readonly cleared?: readonly string[]
  readonly erased?: readonly string[]
  readonly state?: string
  readonly reason?: string
  /** Fields that get another value. */
  readonly changed: readonly string[]
  readonly problems: readonly Refusal[]
}

type On<Action extends Act['action']> = Subject &
  Pick<Circumstances, 'lookup'> & { readonly act: Extract<Act, { action: Action }> }
type Standing<Action extends Act['action']> = On<Action> & { readonly record: RecordVersion }

/** Judges an act by itself, against the record and what others say of it; who may is asked elsewhere. */
export function plan(request: Request): Plan {
  const planned = planByItself(request)
  if (planned.problems.length > 0 || !['create', 'change', 'move'].includes(request.act.action)) {
    return planned
  }
  const { kind, id, record, lookup, now } = request
  const values = without(planned.cleared ?? [], { ...record?.values, ...planned.set })
  const to = planned.state
  const judged = { kind: kind.name, id, values, to, lookup }
  const problems = [
    ...bodyProblems({ ...judged, now }),
    ...restartProblems({ ...judged, record, changed: planned.changed, actor: request.actor }),
  ]
  return problems.length === 0 ? planned : { ...planned, problems }
}

function planByItself({ act, ...rest }: Request): Plan {
  if (act.action === 'create') return planCreate({ ...rest, act })
  const { record, version } = rest
  if (record === undefined || record.version !== version) {
    const current = record?.version ?? 0
    return { changed: [], problems: [{ code: 'stale-version', given: version, current }] }
  }
  const found = { ...rest, record }
  if (act.action === 'reinstate') {
    const problems: Refusal[] = record.retired === null ? [{ code: 'not-retired' }] : []
    return { changed: [], ...reasoned(act.reason, true, problems) }
  }
  if (act.action === 'erase') return planErase({ ...found, act })
  if (record.retired !== null) return { changed: [], problems: [{ code: 'retired' }] }
  if (act.action === 'change') return planChange({ ...found, act })
  if (act.action === 'move') return planMove({ ...found, act })
  return { changed: [], ...reasoned(act.reason, true, []) }
}

function planCreate({ kind, id, record, act, lookup }: On<'create'>): Plan {
  const checked = checkFields(kind.fields, act.values)
  const values = withDefaults(kind, checked.values, checked.nulls)
  const { initial, transitions } = kind.lifecycle
  const state = act.state ?? initial[0]
  const problems: Refusal[] = [...checked.problems]
  if (!idSpelling.test(id)) problems.push(refused('/id', { rule: 'reference' }, id))
  else if (record !== undefined || lookup.find(id) !== undefined) {
    problems.push({ code: 'id-taken', id })
  }
  if (!initial.includes(state)) {
    problems.push({ code: 'illegal-transition', from: '', to: state, possible: initial })
  }
  const tried = new Set(Object.keys(checked.values))
  const isLater = state !== initial[0] && initial.includes(state)
  const needs = transitions.filter(({ to }) => isLater && to === state)
  problems.push(
    ...valueProblems(kind, values, { excused: triedInVain(checked.problems) }),
    ...missing(
      needs.flatMap((one) => one.needs ?? []),
      values,
    ),
    ...referenceProblems(kind, id, values, lookup),
    ...circleProblems({ kind, id, lookup }, values),
    ...keyProblems({ kind, id, lookup }, values, [...kind.key, ...tried]),
  )
  return { set: values, state, changed: Object.keys(values), problems }
}

function planChange({ kind, id, record, act, lookup }: Standing<'change'>): Plan {
  const checked = checkFields(kind.fields, act.patch)
  const set = Object.fromEntries(
    Object.entries(checked.values).filter(([name, value]) => !isSame(value, record.values[name])),
  )
  const cleared = checked.nulls.filter((name) => record.values[name] !== undefined)
  const changed = [...Object.keys(set), ...cleared]
  const values = without(cleared, { ...record.values, ...set })
  const { frozen, open = [] } = kind.lifecycle
  const isFrozen = frozen.includes(record.state)
  const problems: Refusal[] = [
    ...checked.problems,
    ...changed
      .filter((name) => isFrozen && !open.includes(name))
      .map((name): Refusal => ({ code: 'frozen', path: `/${name}`, state: record.state })),
    ...valueProblems(kind, values, {
      excused: [...record.erased, ...triedInVain(checked.problems)],
      touched: changed,
    }),
    ...referenceProblems(kind, id, set, lookup),
    ...circleProblems({ kind, id, lookup }, set),
    ...keyProblems({ kind, id, lookup }, values, changed),
  ]
  const gone = cleared.length > 0 ? { cleared } : {}
  return { ...(Object.keys(set).length > 0 ? { set } : {}), ...gone, changed, problems }
}

function planMove({ kind, record, act, lookup }: Standing<'move'>): Plan {
  const { transitions } = kind.lifecycle
  const possible = transitions.filter(({ from }) => from.includes(record.state))
  const way = possible.find(({ to }) => to === act.to)
  if (way === undefined) {
    const targets = possible.map(({ to }) => to)
    const problem: Refusal = {
      code: 'illegal-transition',
      from: record.state,
      to: act.to,
      possible: targets,
    }
    return { changed: [], problems: [problem] }
  }
  const problems = [
    ...missing(way.needs ?? [], record.values),
    ...pinProblems(way, record.values, lookup),
  ]
  return {
    state: act.to,
    changed: [],
    ...reasoned(act.reason, way.reason === true, problems),
  }
}

/** What is agreed to is the other record as it stands, not as it stood when somebody asked. */
function pinProblems({ pinned }: Transition, values: Values, lookup: Lookup): readonly Refusal[] {
  if (pinned === undefined) return []
  const current = lookup.find(String(values[pinned.reference]))?.version ?? 0
  const given = Number(values[pinned.version])
  return given === current ? [] : [{ code: 'stale-version', given, current }]
}

function planErase({ kind, record, act, lookup }: Standing<'erase'>): Plan {
  const personal = personalFields(kind)
  const fields = act.fields ?? personal
  const strange = fields.filter((name) => !personal.includes(name))
  const problems: Refusal[] = strange.map((name) => refused(`/${name}`, { rule: 'personal' }, name))
  if (fields.length === 0) problems.push(refused('', { rule: 'personal' }, undefined))
  problems.push(...heldProblems(kind, record, lookup))
  return { erased: fields, changed: fields, ...reasoned(act.reason, true, problems) }
}

function reasoned(
  reason: string | undefined,
  isNeeded: boolean,
  problems: readonly Refusal[],
): Pick<Plan, 'reason' | 'problems'> {
  if (reason === undefined || reason.trim() === '') {
    return { problems: isNeeded ? [...problems, { code: 'reason-missing' }] : problems }
  }
  const checked = checkFields({ reason: { type: 'long_text' } }, { reason })
  const text = checked.values['reason']
  return {
    ...(typeof text === 'string' ? { reason: text } : {}),
    problems: [...problems, ...checked.problems],
  }
}

function missing(needs: readonly string[], values: Values): Refusal[] {
  const names = [...new Set(needs)].filter((name) => values[name] === undefined)
  return names.map((name) => refused(`/${name}`, { rule: 'known' }, undefined))
}

/** A field that was refused is not also called missing. */
function triedInVain(problems: readonly { readonly path: string }[]): readonly string[] {
  return problems.map(({ path }) => path.split('/')[1] ?? '')
}

function withDefaults(kind: RecordKind, values: Values, nulls: readonly string[]): Values {
  const all: Record<string, Value> = {}
  for (const [name, field] of declared(kind.fields)) {
    const given = values[name]
    if (given !== undefined) all[name] = given
    else if ('default' in field && field.default !== undefined && !nulls.includes(name)) {
      all[name] = field.default
    }
  }
  return all
}
