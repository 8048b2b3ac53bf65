// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween } from '@schouw/core/kernel'
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf, type Ref, refOf } from '../facts.ts'
import { compare } from '../work.ts'
import { type Money, moneyOf } from './money.ts'

/** Registers that the plan is made from. */
export const kindsOfPlan = ['organisation', 'action', 'budget', 'budget-line', 'decision'] as const

export interface PlanFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfPlan)[number], readonly RecordVersion[]>>
  >
  /** The day it is for the organisation. */
  readonly today: string
}

/** Work with its days. */
export interface PlanLine extends Ref {
  readonly version: number
  readonly code: string
  readonly name: string
  readonly state: string
  readonly origin: string
  readonly owner: string | null
  readonly wave: string | null
  readonly priority: string | null
  /** Said, else the day it was entered. */
  readonly from: string
  readonly due_on: string | null
  /** The first day that was promised, where that was another one. */
  readonly promised_on: string | null
  readonly done_on: string | null
  readonly is_late: boolean
  readonly cost_eur: number | null
  readonly progress_percent: number | null
  readonly waits_for: readonly string[]
}

export interface Plan {
  /** First day and last of the ninety days. */
  readonly from: string
  readonly to: string
  /** Open work first by day; then what is done. */
  readonly lines: readonly PlanLine[]
  readonly money: Money
}

const planDays = 91
const openStates: readonly string[] = ['open', 'in_progress']

/** The same registers on the same day give the same plan. */
export function planOf({ records, today }: PlanFacts): Plan {
  const standing = (records.action ?? []).filter(
    ({ retired, state }) => retired === null && state !== 'cancelled',
  )
  const lines = standing.map((record) => planLine(record, today))
  const [first = today] = lines
    .filter(({ origin }) => origin === 'roadmap')
    .map(({ from }) => from)
    .toSorted()
  // A plan that is over goes on from today: what is still open is what matters.
  const from = daysBetween(first, today) > planDays ? addDays(today, -planDays / 2) : first
  return {
    from,
    to: addDays(from, planDays - 1),
    lines: lines.toSorted(
      (a, b) =>
        Number(!openStates.includes(a.state)) - Number(!openStates.includes(b.state)) ||
        compare(a.due_on ?? '9999', b.due_on ?? '9999') ||
        compare(a.name, b.name),
    ),
    money: moneyOf(linesOf(records), today),
  }
}

function linesOf(records: PlanFacts['records']) {
  return (kind: (typeof kindsOfPlan)[number]): readonly Line[] =>
    (records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
}

function planLine(record: RecordVersion, today: string): PlanLine {
  const line = lineOf(record)
  const due = line.text('due_on')
  const promised = line.text('first_due_on')
  const entered = record.created.at.slice(0, 10)
  return {
    ...refOf(line),
    version: line.version,
    code: line.text('code') ?? '',
    name: line.text('name') ?? '',
    state: line.state,
    origin: line.text('origin') ?? '',
    owner: line.text('owner'),
    wave: line.text('wave'),
    priority: line.text('priority'),
    from: line.text('starts_on') ?? (due !== null && due < entered ? due : entered),
    due_on: due,
    promised_on: promised === due ? null : promised,
    done_on: line.text('done_on'),
    is_late: due !== null && due < today && openStates.includes(line.state),
    cost_eur: line.number('cost_eur'),
    progress_percent: line.number('progress_percent'),
    waits_for: line.list('waits_for'),
  }
}
