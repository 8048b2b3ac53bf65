// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf, type Ref, refOf } from '../facts.ts'
import { compare } from '../work.ts'

/** A measure, a line of a budget or an action that serves one duty of care, and its money. */
export interface DutyLine extends Ref {
  readonly name: string
  readonly state: string
  /** Null: nobody has it. */
  readonly owner: string | null
  readonly on: string | null
  /** What it is reckoned to cost once and each year; of a budget line nothing, it has its own figures. */
  readonly estimate_eur: number | null
  readonly estimate_eur_per_year: number | null
  readonly asked_eur: number | null
  readonly granted_eur: number | null
  readonly spent_eur: number | null
  /** Nobody has written down what it costs. */
  readonly is_cost_unknown: boolean
}

export interface DutyPlan {
  /** Measures first, then the money, then the work by day. */
  readonly lines: readonly DutyLine[]
  /** Sums of what is known of the budget lines; null where nothing is. */
  readonly asked_eur: number | null
  readonly granted_eur: number | null
  readonly spent_eur: number | null
  readonly without_cost: number
  readonly without_owner: number
}

export interface DutyFacts {
  readonly duty: string
  /** Ids of its requirements. */
  readonly requirements: readonly string[]
  /** Measures, actions and budget lines, as far as the reader may see them. */
  readonly records: readonly RecordVersion[]
}

const openStates: readonly string[] = ['open', 'in_progress']

/** An estimate is no budget: the two are shown beside each other and never added. */
export function dutyPlan({ duty, requirements, records }: DutyFacts): DutyPlan {
  const all = (kind: 'measure' | 'action' | 'budget-line') =>
    records.filter((one) => one.kind === kind && one.retired === null).map(lineOf)
  const measures = all('measure').filter((one) => one.list('duties').includes(duty))
  const served = new Set(measures.map(({ id }) => id))
  const serves = (one: Line) => one.list('measures').some((id) => served.has(id))
  const actions = all('action').filter(
    (one) =>
      openStates.includes(one.state) &&
      (serves(one) || one.list('requirements').some((id) => requirements.includes(id))),
  )
  const paid = new Set(actions.map((one) => one.text('budget_line')))
  const money = all('budget-line').filter((one) => serves(one) || paid.has(one.id))
  const lines = [
    ...measures.map((one) => measureLine(one)),
    ...money.map((one) => moneyLine(one)),
    ...actions
      .map((one) => actionLine(one))
      .toSorted((a, b) => compare(a.on ?? '9999', b.on ?? '9999') || compare(a.name, b.name)),
  ]
  return {
    lines,
    asked_eur: sum(money, 'asked_eur'),
    granted_eur: sum(money, 'granted_eur'),
    spent_eur: sum(money, 'spent_eur'),
    without_cost: lines.filter(({ is_cost_unknown }) => is_cost_unknown).length,
    without_owner: lines.filter(({ owner }) => owner === null).length,
  }
}

function sum(lines: readonly Line[], field: string): number | null {
  const known = lines.flatMap((line) => line.number(field) ?? [])
  return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
}

const nothing = {
  estimate_eur: null,
  estimate_eur_per_year: null,
  asked_eur: null,
  granted_eur: null,
  spent_eur: null,
}

const named = (line: Line) => ({
  ...refOf(line),
  name: line.text('name') ?? '',
  state: line.state,
  owner: line.text('owner'),
})

function measureLine(line: Line): DutyLine {
  const [once, yearly] = [line.number('cost_eur_once'), line.number('cost_eur_per_year')]
  return {
    ...named(line),
    ...nothing,
    on: line.text('in_place_on') ?? line.text('planned_on'),
    estimate_eur: once,
    estimate_eur_per_year: yearly,
    is_cost_unknown: once === null && yearly === null,
  }
}

function moneyLine(line: Line): DutyLine {
  const asked = line.number('asked_eur')
  return {
    ...named(line),
    ...nothing,
    on: null,
    asked_eur: asked,
    granted_eur: line.number('granted_eur'),
    spent_eur: line.number('spent_eur'),
    is_cost_unknown: asked === null,
  }
}

function actionLine(line: Line): DutyLine {
  const cost = line.number('cost_eur')
  return {
    ...named(line),
    ...nothing,
    on: line.text('due_on'),
    estimate_eur: cost,
    // What is paid out of a budget line is reckoned there.
    is_cost_unknown: cost === null && line.text('budget_line') === null,
  }
}
