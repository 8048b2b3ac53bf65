// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths } from '@schouw/core/kernel'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { seatsOf } from '@schouw/core/registers/bodies'
import { lastWithBoard } from '../continuity/board-exercise.ts'
import { type Line, lineOf } from '../facts.ts'
import { type ActionLine, actionsOf } from './actions.ts'
import { type Scenario, scenariosOf } from './scenarios.ts'

export const kindsOfExercises = [
  'organisation',
  'exercise',
  'appointment',
  'action',
  'crown-jewel',
  'process',
  'zone',
  'conduit',
  'asset',
  'remote-access',
  'supplier',
  'playbook',
] as const satisfies readonly KindName[]

export interface ExerciseFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfExercises)[number], readonly RecordVersion[]>>
  >
  readonly today: string
}

export interface BoardAttendance {
  readonly present: readonly string[]
  readonly absent: readonly string[]
}

export interface ExerciseLine {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly type: string | null
  readonly planned_on: string | null
  readonly held_on: string | null
  readonly incident: string | null
  readonly led_by: string | null
  readonly result: string | null
  readonly has_lessons: boolean
  /** Null before it was held, or where nobody wrote down who was there. */
  readonly board: BoardAttendance | null
  readonly actions: readonly ActionLine[]
}

export interface Exercises {
  /** Requirement C7: the board takes part in one every year. */
  readonly duty: {
    readonly last: { readonly id: string; readonly on: string } | null
    /** A year after the last; null while there was none. */
    readonly due_on: string | null
    readonly standing: 'never' | 'current' | 'soon' | 'late'
    readonly planned: { readonly id: string; readonly on: string } | null
  }
  readonly exercises: readonly ExerciseLine[]
  readonly scenarios: readonly Scenario[]
}

const dutyMonths = 12
const soonDays = 60

export function exercisesOf(facts: ExerciseFacts): Exercises {
  const { today } = facts
  const all = (kind: (typeof kindsOfExercises)[number]): readonly Line[] =>
    (facts.records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  const exercises = all('exercise')
  const appointments = all('appointment')
  const actions = all('action')
  return {
    duty: dutyOf(exercises, today),
    exercises: exercises
      .filter(({ state }) => state !== 'cancelled')
      .map((line) => exerciseLine(line, { appointments, actions, today }))
      .toSorted((a, b) => {
        const [one, two] = [a, b].map((of) => of.held_on ?? of.planned_on ?? '')
        return one === two ? (a.id < b.id ? -1 : 1) : (one ?? '') < (two ?? '') ? 1 : -1
      }),
    scenarios: scenariosOf({
      jewels: all('crown-jewel'),
      processes: all('process'),
      zones: all('zone'),
      conduits: all('conduit'),
      assets: all('asset'),
      remoteAccess: all('remote-access'),
      suppliers: all('supplier'),
      playbooks: all('playbook'),
    }),
  }
}

function dutyOf(exercises: readonly Line[], today: string): Exercises['duty'] {
  const found = lastWithBoard(exercises, today)
  const on = found?.text('held_on') ?? null
  const last = found === null || on === null ? null : { id: found.id, on }
  const due = last === null ? null : addMonths(last.on, dutyMonths)
  const [planned] = exercises
    .filter(({ state }) => state === 'planned')
    .flatMap((line) => {
      const day = line.text('planned_on')
      return day === null || day < today ? [] : [{ id: line.id, on: day }]
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const standing =
    due === null
      ? 'never'
      : due < today
        ? 'late'
        : due <= addDays(today, soonDays)
          ? 'soon'
          : 'current'
  return { last, due_on: due, standing, planned: planned ?? null }
}

interface Around {
  readonly appointments: readonly Line[]
  readonly actions: readonly Line[]
  readonly today: string
}

function exerciseLine(line: Line, { appointments, actions, today }: Around): ExerciseLine {
  return {
    id: line.id,
    name: line.text('name') ?? '',
    state: line.state,
    type: line.text('type'),
    planned_on: line.text('planned_on'),
    held_on: line.text('held_on'),
    incident: line.text('incident'),
    led_by: line.text('led_by'),
    result: line.text('result'),
    has_lessons: line.text('lessons') !== null,
    board: boardAttendance(line, appointments),
    actions: actionsOf(line.id, actions, today),
  }
}

const ofBoard = seatsOf('board')

/** Who of the board on that day took part or looked on. */
export function boardAttendance(
  exercise: Line,
  appointments: readonly Line[],
): BoardAttendance | null {
  const on = exercise.text('held_on')
  const there = [...exercise.list('participants'), ...exercise.list('observers')]
  const leader = exercise.text('led_by')
  if (on === null || there.length === 0) return null
  const board = new Set(
    appointments
      .filter((line) => ofBoard.includes(line.text('role') ?? ''))
      .filter((line) => (line.text('from') ?? '9999') <= on && on <= (line.text('to') ?? '9999'))
      .flatMap((line) => line.text('person') ?? []),
  )
  const isThere = (person: string) => there.includes(person) || person === leader
  const sorted = [...board].toSorted()
  return { present: sorted.filter(isThere), absent: sorted.filter((one) => !isThere(one)) }
}
