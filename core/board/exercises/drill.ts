// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

export const kindsOfDrills = [
  'organisation',
  'exercise',
  'incident',
  'incident-log-entry',
] as const satisfies readonly KindName[]

export interface DrillFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfDrills)[number], readonly RecordVersion[]>>
  >
  /** Instant in UTC. */
  readonly now: string
}

/** Something that comes in during the exercise. */
export interface DrillInject {
  readonly number: number
  readonly after_minutes: number
  readonly due_at: string
  /** Null: it has not come in, and whoever looks on plays along. */
  readonly text: string | null
  readonly to: string | null
  /** What is hoped for; only for whoever leads or observes. */
  readonly expected: string | null
  readonly given: {
    readonly at: string
    readonly by: 'leader' | 'time'
    /** The line of the log, where somebody gave it. */
    readonly line: string | null
  } | null
}

export interface Drill {
  readonly exercise: string
  readonly name: string
  readonly state: string
  readonly scenario: string | null
  readonly goals: string | null
  readonly led_by: string | null
  readonly given_by: 'leader' | 'time'
  readonly began_at: string
  readonly minutes: number
  readonly participants: readonly string[]
  readonly observers: readonly string[]
  readonly injects: readonly DrillInject[]
  /** How many there are, those to come included. */
  readonly inject_count: number
  readonly notes: number
  /** Minutes from the beginning to the first decision; null while there is none. */
  readonly first_decision_minutes: number | null
  readonly is_leading: boolean
}

const minuteMs = 60_000

/**
 * The exercise that an incident is the room of, as `person` may see it: who leads or observes sees
 * what is still to come, who plays along does not. Undefined when the room is no exercise's.
 */
export function drillOf(facts: DrillFacts, incident: string, person: string): Drill | undefined {
  const all = (kind: (typeof kindsOfDrills)[number]): readonly Line[] =>
    (facts.records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  const exercise = all('exercise').find((line) => line.text('incident') === incident)
  const room = facts.records.incident?.find(({ id }) => id === incident)
  if (exercise === undefined || room === undefined) return undefined
  const began = lineOf(room).text('started_at') ?? room.created.at
  const log = all('incident-log-entry').filter((line) => line.text('incident') === incident)
  const givenBy = exercise.text('injects_given_by') === 'time' ? 'time' : 'leader'
  const leader = exercise.text('led_by')
  const isLeading = person === leader || exercise.list('observers').includes(person)
  const injects = injectsOf(exercise, log, { began, givenBy, now: facts.now })
  const decision = log
    .filter((line) => line.text('type') === 'decision')
    .flatMap((line) => line.text('happened_at') ?? [])
    .toSorted()[0]
  return {
    exercise: exercise.id,
    name: exercise.text('name') ?? '',
    state: exercise.state,
    scenario: exercise.text('scenario'),
    goals: exercise.text('goals'),
    led_by: leader,
    given_by: givenBy,
    began_at: began,
    minutes: minutesBetween(began, facts.now),
    participants: exercise.list('participants'),
    observers: exercise.list('observers'),
    injects: isLeading ? injects : injects.filter(({ given }) => given !== null).map(played),
    inject_count: injects.length,
    notes: log.filter((line) => line.text('type') === 'observer_note').length,
    first_decision_minutes: decision === undefined ? null : minutesBetween(began, decision),
    is_leading: isLeading,
  }
}

/** What is hoped for is not told to whoever has to find it. */
function played(inject: DrillInject): DrillInject {
  return { ...inject, expected: null }
}

function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / minuteMs))
}

interface Running {
  readonly began: string
  readonly givenBy: 'leader' | 'time'
  readonly now: string
}

function injectsOf(
  exercise: Line,
  log: readonly Line[],
  { began, givenBy, now }: Running,
): readonly DrillInject[] {
  return exercise
    .rows('injects')
    .map((row): DrillInject => {
      const number = row.number('number') ?? 0
      const after = row.number('after_minutes') ?? 0
      const due = new Date(Date.parse(began) + after * minuteMs).toISOString()
      const line = log.find(
        (one) => one.text('type') === 'inject' && one.number('inject') === number,
      )
      const isTime = givenBy === 'time' && Date.parse(due) <= Date.parse(now)
      return {
        number,
        after_minutes: after,
        due_at: due,
        text: row.text('text'),
        to: row.text('to'),
        expected: row.text('expected'),
        given:
          line !== undefined
            ? { at: line.text('happened_at') ?? due, by: 'leader', line: line.id }
            : isTime
              ? { at: due, by: 'time', line: null }
              : null,
      }
    })
    .toSorted((a, b) => a.after_minutes - b.after_minutes || a.number - b.number)
}
