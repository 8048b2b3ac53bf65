// SPDX-License-Identifier: EUPL-1.2
import { type Line, type Ref, refOf } from '../facts.ts'
import { compare } from '../work.ts'

export interface BudgetLine extends Ref {
  readonly name: string
  readonly asked_eur: number | null
  readonly granted_eur: number | null
  readonly committed_eur: number | null
  readonly spent_eur: number | null
}

export interface Budget extends BudgetLine {
  readonly year: number | null
  readonly state: string
  readonly decision: string | null
  readonly parts: readonly BudgetLine[]
}

/** What was asked and did not come, on which day, and what was said that it would lead to. */
export interface NotDone extends Ref {
  readonly name: string
  readonly what: 'rejected' | 'postponed' | 'refused' | 'less' | 'unanswered'
  readonly on: string | null
  readonly asked_eur: number | null
  readonly granted_eur: number | null
  /** Null: nobody wrote it down. */
  readonly consequence: string | null
}

export interface Money {
  readonly budgets: readonly Budget[]
  /** What actions are estimated to cost is no budget, and is not added to it. */
  readonly not_done: readonly NotDone[]
}

type Lines = (kind: 'budget' | 'budget-line' | 'decision') => readonly Line[]

export function moneyOf(all: Lines, today: string): Money {
  const parts = all('budget-line')
  const budgets = all('budget')
    .map((budget) =>
      budgetOf(
        budget,
        parts.filter((line) => line.text('budget') === budget.id),
      ),
    )
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || compare(a.name, b.name))
  const notDone = [
    ...all('decision').flatMap(ofDecision),
    ...all('budget').flatMap((budget) => ofBudget(budget, today)),
    ...parts.flatMap((line) => ofPart(line, all('budget'))),
  ]
  return {
    budgets,
    not_done: notDone.toSorted(
      (a, b) => compare(b.on ?? '', a.on ?? '') || compare(a.name, b.name),
    ),
  }
}

/** The sum of what is known; null where nothing is. */
function sum(lines: readonly BudgetLine[], field: keyof BudgetLine): number | null {
  const known = lines.flatMap((line) => {
    const value = line[field]
    return typeof value === 'number' ? [value] : []
  })
  return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
}

function partOf(line: Line): BudgetLine {
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    asked_eur: line.number('asked_eur'),
    granted_eur: line.number('granted_eur'),
    committed_eur: line.number('committed_eur'),
    spent_eur: line.number('spent_eur'),
  }
}

/** What stands with the budget counts; where nothing does, the sum of its lines. */
function budgetOf(budget: Line, lines: readonly Line[]): Budget {
  const parts = lines.map(partOf).toSorted((a, b) => compare(a.name, b.name))
  return {
    ...partOf(budget),
    asked_eur: budget.number('asked_eur') ?? sum(parts, 'asked_eur'),
    granted_eur: budget.number('granted_eur') ?? sum(parts, 'granted_eur'),
    committed_eur: sum(parts, 'committed_eur'),
    spent_eur: sum(parts, 'spent_eur'),
    year: budget.number('year'),
    state: budget.state,
    decision: budget.text('decision'),
    parts,
  }
}

function ofDecision(line: Line): readonly NotDone[] {
  const outcome = line.text('outcome')
  if (line.state !== 'decided' || (outcome !== 'rejected' && outcome !== 'postponed')) return []
  return [
    {
      ...refOf(line),
      name: line.text('question') ?? line.text('name') ?? '',
      what: outcome,
      on: line.text('decided_on'),
      asked_eur: line.number('cost_eur'),
      granted_eur: null,
      consequence: outcome === 'rejected' ? line.text('if_no') : line.text('if_nothing'),
    },
  ]
}

/** Days after which a question without an answer is one of its own. */
const patienceDays = 60

function ofBudget(line: Line, today: string): readonly NotDone[] {
  const asked = line.number('asked_eur')
  const granted = line.number('granted_eur')
  const found = {
    ...refOf(line),
    name: line.text('name') ?? '',
    asked_eur: asked,
    granted_eur: granted,
    consequence: line.text('consequence_of_difference'),
  }
  const answered = line.text('granted_on')
  if (line.state === 'refused') return [{ ...found, what: 'refused', on: answered }]
  const askedOn = line.text('asked_on')
  if (line.state === 'asked' && askedOn !== null && granted === null) {
    const isLong = Date.parse(today) - Date.parse(askedOn) > patienceDays * 86_400_000
    return isLong ? [{ ...found, what: 'unanswered', on: askedOn }] : []
  }
  if (asked === null || granted === null || granted >= asked) return []
  return line.state === 'draft' ? [] : [{ ...found, what: 'less', on: answered }]
}

/** Of a budget that was answered: lines that got nothing, or less. */
function ofPart(line: Line, budgets: readonly Line[]): readonly NotDone[] {
  const budget = budgets.find(({ id }) => id === line.text('budget'))
  if (budget === undefined || !['granted', 'closed', 'lapsed'].includes(budget.state)) return []
  const asked = line.number('asked_eur')
  const granted = line.number('granted_eur')
  if (asked === null || asked === 0 || (granted !== null && granted >= asked)) return []
  return [
    {
      ...refOf(line),
      name: line.text('name') ?? '',
      what: granted === null || granted === 0 ? 'refused' : 'less',
      on: budget.text('granted_on'),
      asked_eur: asked,
      granted_eur: granted,
      consequence: line.text('note') ?? budget.text('consequence_of_difference'),
    },
  ]
}
