// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { seatsOf } from '@schouw/core/registers/bodies'
import { type KindOfStanding, type Line, lineOf, type Ref, Registers } from '../facts.ts'
import { trainingTerms } from '../terms.ts'

/** Registers that hold days on which somebody has to do something. */
export const kindsOfCalendar = [
  'organisation',
  'action',
  'appointment',
  'audit',
  'certificate',
  'decision',
  'exception',
  'exercise',
  'meeting',
  'policy',
  'process',
  'requirement-answer',
  'restore-test',
  'risk',
  'supplier',
  'training',
  'zone',
] as const satisfies readonly KindName[]

export type CalendarWhat =
  | 'action'
  | 'audit'
  | 'decision'
  | 'exception_ends'
  | 'exercise'
  | 'meeting'
  | 'restore_test'
  | 'review'
  | 'training'
  | 'training_deadline'

/** One day, or one hour, in somebody's calendar. */
export interface CalendarItem extends Ref {
  readonly what: CalendarWhat
  readonly name: string
  /** `YYYY-MM-DD` of a whole day. */
  readonly on: string | null
  /** Instants in UTC of what has an hour. */
  readonly at: string | null
  readonly until: string | null
  readonly place: string | null
  readonly version: number
  /** When the record was last written. */
  readonly changed_at: string
}

export interface CalendarFacts {
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  readonly today: string
  readonly person: string
}

const openActions: readonly string[] = ['open', 'in_progress']

interface Source {
  readonly kind: (typeof kindsOfCalendar)[number]
  readonly what: CalendarWhat
  readonly day: string
  /** Fields of which one names the person. */
  readonly who: readonly string[]
  readonly isOpen?: (line: Line) => boolean
}

const whileOpen =
  (...states: readonly string[]) =>
  ({ state }: Line) =>
    states.includes(state)

const sources: readonly Source[] = [
  {
    kind: 'action',
    what: 'action',
    day: 'due_on',
    who: ['owner'],
    isOpen: whileOpen(...openActions),
  },
  { kind: 'policy', what: 'review', day: 'next_review_on', who: ['owner'] },
  { kind: 'risk', what: 'review', day: 'next_review_on', who: ['owner'] },
  { kind: 'supplier', what: 'review', day: 'next_review_on', who: ['owner'] },
  { kind: 'zone', what: 'review', day: 'next_review_on', who: ['owner'] },
  { kind: 'requirement-answer', what: 'review', day: 'next_review_on', who: ['owner'] },
  {
    kind: 'exception',
    what: 'exception_ends',
    day: 'ends_on',
    who: ['owner'],
    isOpen: whileOpen('granted'),
  },
  {
    kind: 'exercise',
    what: 'exercise',
    day: 'planned_on',
    who: ['led_by', 'participants', 'observers'],
    isOpen: whileOpen('planned'),
  },
  {
    kind: 'audit',
    what: 'audit',
    day: 'planned_on',
    who: ['owner', 'auditors', 'auditees'],
    isOpen: whileOpen('planned'),
  },
  {
    kind: 'restore-test',
    what: 'restore_test',
    day: 'planned_on',
    who: ['owner', 'tested_by', 'witness'],
    isOpen: whileOpen('planned'),
  },
  {
    kind: 'training',
    what: 'training',
    day: 'planned_on',
    who: ['owner', 'participants'],
    isOpen: whileOpen('planned'),
  },
]

/** What one person has to do on which day; what is over and done is no longer in it. */
export function calendarOf({ records, today, person }: CalendarFacts): readonly CalendarItem[] {
  const all = (kind: KindName) => (records[kind] ?? []).filter(({ retired }) => retired === null)
  const ofSources = sources.flatMap(({ kind, what, day, who, isOpen }) =>
    all(kind).flatMap((record) => {
      const line = lineOf(record)
      const on = line.text(day)
      const isMine = who.some(
        (field) => line.text(field) === person || line.list(field).includes(person),
      )
      if (on === null || !isMine || isOpen?.(line) === false) return []
      return [itemOf(record, { what, on })]
    }),
  )
  const meetings = all('meeting').flatMap((record) => {
    const line = lineOf(record)
    const at = line.text('planned_at')
    const who = [...line.list('invited'), line.text('chair'), line.text('secretary')]
    if (at === null || line.state === 'cancelled' || !who.includes(person)) return []
    return [{ ...itemOf(record, { what: 'meeting', on: null }), at, place: line.text('location') }]
  })
  return [...ofSources, ...meetings, ...decisions(all, person, today), ...terms(all, person, today)]
}

/** Whoever sits on the board decides by then. */
function decisions(
  all: (kind: KindName) => readonly RecordVersion[],
  person: string,
  today: string,
): readonly CalendarItem[] {
  const sits = all('appointment')
    .map(lineOf)
    .some(
      (line) =>
        line.text('person') === person &&
        seatsOf('board').includes(line.text('role') ?? '') &&
        (line.text('from') ?? '') <= today &&
        (line.text('to') ?? '9999') > today,
    )
  if (!sits) return []
  return all('decision').flatMap((record) => {
    const on = lineOf(record).text('due_on')
    if (record.state !== 'tabled' || on === null) return []
    return [itemOf(record, { what: 'decision', on })]
  })
}

function terms(
  all: (kind: KindName) => readonly RecordVersion[],
  person: string,
  today: string,
): readonly CalendarItem[] {
  const of = (kind: KindOfStanding) => [...all(kind)]
  const registers = new Registers({
    records: {
      organisation: of('organisation'),
      appointment: of('appointment'),
      certificate: of('certificate'),
    },
    now: `${today}T00:00:00.000Z`,
    today,
  })
  return trainingTerms(registers, today).flatMap((term) => {
    const record = all('appointment').find(({ id }) => id === term.id)
    const isOpen = term.status === 'running' || term.status === 'overdue'
    if (term.person !== person || !isOpen || term.due_on === null || record === undefined) return []
    return [itemOf(record, { what: 'training_deadline', on: term.due_on })]
  })
}

function itemOf(
  record: RecordVersion,
  { what, on }: { readonly what: CalendarWhat; readonly on: string | null },
): CalendarItem {
  const line = lineOf(record)
  return {
    kind: record.kind,
    id: record.id,
    what,
    name: line.text('name') ?? line.text('system') ?? line.text('requirement') ?? '',
    on,
    at: null,
    until: null,
    place: null,
    version: record.version,
    changed_at: record.changed.at,
  }
}
