// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import type { Line, Ref, Registers } from './facts.ts'
import { refOf } from './facts.ts'

/** A question that waits for a body. */
export interface DecisionAsked extends Ref {
  readonly name: string
  readonly question: string
  readonly body: string
  readonly due_on: string | null
  readonly is_late: boolean
  readonly cost_eur: number | null
  readonly if_yes: string | null
  readonly if_no: string | null
  readonly if_nothing: string | null
  readonly proposed_by: string | null
  /** Tabled for the body; a draft is still being written. */
  readonly is_tabled: boolean
}

/** Open questions, those that are due soonest first; those without a day last. */
export function decisionsAsked(registers: Registers, today: string): readonly DecisionAsked[] {
  return registers
    .all('decision')
    .filter(({ state }) => state === 'tabled' || state === 'draft')
    .map((line) => ({
      ...refOf(line),
      name: line.text('name') ?? '',
      question: line.text('question') ?? '',
      body: line.text('body') ?? '',
      due_on: line.text('due_on'),
      is_late: (line.text('due_on') ?? '9999') < today,
      cost_eur: line.number('cost_eur'),
      if_yes: line.text('if_yes'),
      if_no: line.text('if_no'),
      if_nothing: line.text('if_nothing'),
      proposed_by: line.text('proposed_by'),
      is_tabled: line.state === 'tabled',
    }))
    .toSorted(
      (a, b) =>
        Number(b.is_tabled) - Number(a.is_tabled) ||
        compare(a.due_on ?? '9999', b.due_on ?? '9999') ||
        compare(a.name, b.name),
    )
}

export interface ActionLine extends Ref {
  readonly name: string
  readonly owner: string | null
  readonly due_on: string | null
  readonly is_late: boolean
  readonly wave: string | null
  readonly cost_eur: number | null
}

export interface Roadmap {
  readonly open: number
  readonly done: number
  readonly late: number
  /** 1–13 of the ninety days; null before they began. */
  readonly week: number | null
  readonly starts_on: string | null
  /** What is due first. */
  readonly next: readonly ActionLine[]
}

const weeks = 13
const shownActions = 8

/** The plan counts from its first day: the earliest start or the creation of what is on it. */
export function roadmapOf(registers: Registers, today: string): Roadmap {
  const actions = registers.all('action').filter(({ state }) => state !== 'cancelled')
  const open = actions.filter(({ state }) => state === 'open' || state === 'in_progress')
  const lines = open.map((line) => actionLine(line, today))
  const starts = actions
    .filter((line) => line.text('origin') === 'roadmap')
    .flatMap((line) => line.text('starts_on') ?? [])
    .toSorted()
  const first = starts[0] ?? null
  const week = first === null ? null : Math.floor(daysBetween(first, today) / 7) + 1
  return {
    open: open.length,
    done: actions.length - open.length,
    late: lines.filter(({ is_late }) => is_late).length,
    week: week === null || week < 1 ? null : Math.min(week, weeks),
    starts_on: first,
    next: lines
      .toSorted(
        (a, b) => compare(a.due_on ?? '9999', b.due_on ?? '9999') || compare(a.name, b.name),
      )
      .slice(0, shownActions),
  }
}

function actionLine(line: Line, today: string): ActionLine {
  const due = line.text('due_on')
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    owner: line.text('owner'),
    due_on: due,
    is_late: due !== null && due < today,
    wave: line.text('wave'),
    cost_eur: line.number('cost_eur'),
  }
}

export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
