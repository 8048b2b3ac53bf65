// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { type ActionLine, actionsOf } from './actions.ts'

/** A scenario played together, or the exit plan walked through. */
export interface JointExercise {
  readonly id: string
  readonly name: string
  readonly sort: Sort
  readonly state: string
  readonly planned_on: string | null
  readonly held_on: string | null
  readonly result: string | null
  readonly next_on: string | null
  /** `late`: its day passed and nothing was held; `again`: it was held, and its next day passed. */
  readonly standing: 'planned' | 'late' | 'held' | 'again'
  readonly actions: readonly ActionLine[]
}

export interface JointExercises {
  readonly exercises: readonly JointExercise[]
  /** The last time that the exit plan was tried; null where it never was. */
  readonly exit: { readonly on: string; readonly result: string | null } | null
}

type Sort = 'scenario' | 'exit'

interface Facts {
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  readonly today: string
}

/** What was and is to be tried with one supplier, the newest first. */
export function jointExercises({ records, today }: Facts, supplier: string): JointExercises {
  const all = (kind: KindName) =>
    (records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  const actions = all('action')
  const own = joint(all('exercise')).filter((line) => line.list('suppliers').includes(supplier))
  const exercises = own
    .map(
      (line): JointExercise => ({
        id: line.id,
        name: line.text('name') ?? '',
        sort: sortOf(line),
        state: line.state,
        planned_on: line.text('planned_on'),
        held_on: line.text('held_on'),
        result: line.text('result'),
        next_on: line.text('next_on'),
        standing: standingOf(line, supplier, { all: own, today }),
        actions: actionsOf(line.id, actions, today),
      }),
    )
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
  const tried = exercises.find(({ sort, held_on }) => sort === 'exit' && held_on !== null)
  const exit = tried?.held_on == null ? null : { on: tried.held_on, result: tried.result }
  return { exercises, exit }
}

interface Against {
  readonly requirement: string
  readonly record: string
  readonly severity: 'high' | 'medium'
}

/**
 * What was to be tried stands against the follow-up of suppliers (D4) and the plan to leave one (D8).
 * A scenario played together is a way of reviewing a supplier, so it is not held against C7: that
 * asks for the board's own exercise with its reporting clock, and has a rule of its own.
 */
const requirements: Readonly<Record<Sort, string>> = { scenario: 'D4', exit: 'D8' }

/** What goes against the answers: its day passed, its next day passed, or it failed the last time. */
export function overdueWithSuppliers(exercises: readonly Line[], today: string): Against[] {
  const all = joint(exercises)
  return all.flatMap((line): readonly Against[] => {
    const requirement = requirements[sortOf(line)]
    const suppliers = line.list('suppliers')
    const isLast = suppliers.some((one) => lastHeld(line, one, all)?.id === line.id)
    if (isLast && line.text('result') === 'failed') {
      return [{ requirement, record: line.id, severity: 'high' }]
    }
    const isOpen = suppliers.some((one) =>
      ['late', 'again'].includes(standingOf(line, one, { all, today })),
    )
    return isOpen ? [{ requirement, record: line.id, severity: 'medium' }] : []
  })
}

function joint(exercises: readonly Line[]): readonly Line[] {
  return exercises.filter((line) => line.state !== 'cancelled' && line.list('suppliers').length > 0)
}

function sortOf(line: Line): Sort {
  return line.text('type') === 'exit_test' ? 'exit' : 'scenario'
}

function dayOf(one: Pick<JointExercise, 'held_on' | 'planned_on'>): string {
  return one.held_on ?? one.planned_on ?? ''
}

function lastHeld(line: Line, supplier: string, all: readonly Line[]): Line | undefined {
  return all
    .filter((one) => sortOf(one) === sortOf(line) && one.list('suppliers').includes(supplier))
    .filter((one) => one.text('held_on') !== null)
    .toSorted((a, b) => ((a.text('held_on') ?? '') < (b.text('held_on') ?? '') ? 1 : -1))[0]
}

/** One that was held on or after the day on which it was wanted makes up for it. */
function standingOf(
  line: Line,
  supplier: string,
  { all, today }: { readonly all: readonly Line[]; readonly today: string },
): JointExercise['standing'] {
  const last = lastHeld(line, supplier, all)
  const held = line.text('held_on')
  if (held === null) {
    const planned = line.text('planned_on')
    if (planned === null || planned >= today) return 'planned'
    return (last?.text('held_on') ?? '') >= planned ? 'held' : 'late'
  }
  const next = line.text('next_on')
  return last?.id === line.id && next !== null && next < today ? 'again' : 'held'
}
