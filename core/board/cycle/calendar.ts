// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { compare } from '../work.ts'

/** Registers in which something stands that comes round. */
export const kindsOfCalendar = [
  'audit',
  'awareness-campaign',
  'decision',
  'exercise',
  'meeting',
  'policy',
  'restore-test',
  'supplier',
  'training',
] as const satisfies readonly KindName[]

export type KindOfCalendar = (typeof kindsOfCalendar)[number]

/** `again`: it was done, and is to be done once more on that day. */
export type Coming = 'planned' | 'again' | 'review'

export interface CalendarItem {
  readonly kind: KindOfCalendar
  readonly id: string
  readonly name: string
  readonly what: Coming
  readonly on: string
  readonly is_late: boolean
}

interface Rule {
  readonly field: string
  readonly what: Coming
  /** In which it is still to come; any when absent. */
  readonly states?: readonly string[]
}

const rules: Readonly<Record<KindOfCalendar, readonly Rule[]>> = {
  audit: [
    { field: 'planned_on', what: 'planned', states: ['planned'] },
    { field: 'next_on', what: 'again', states: ['reported', 'closed'] },
  ],
  'awareness-campaign': [
    { field: 'starts_on', what: 'planned', states: ['planned'] },
    { field: 'next_on', what: 'again', states: ['held', 'evaluated'] },
  ],
  decision: [{ field: 'evaluate_on', what: 'review', states: ['decided'] }],
  exercise: [
    { field: 'planned_on', what: 'planned', states: ['planned'] },
    { field: 'next_on', what: 'again', states: ['held', 'evaluated'] },
  ],
  meeting: [{ field: 'planned_at', what: 'planned', states: ['planned'] }],
  policy: [{ field: 'next_review_on', what: 'review' }],
  'restore-test': [{ field: 'planned_on', what: 'planned', states: ['planned'] }],
  supplier: [{ field: 'next_review_on', what: 'review' }],
  training: [{ field: 'planned_on', what: 'planned', states: ['planned'] }],
}

/** Kinds of which a later one makes up for the day that an earlier one named. */
const seriesOf: Readonly<Partial<Record<KindOfCalendar, string>>> = {
  audit: 'type',
  exercise: 'type',
  'awareness-campaign': 'type',
}

export interface CalendarFacts {
  readonly records: readonly RecordVersion[]
  /** Days of review that follow from a policy's text: by its id. */
  readonly reviews: ReadonlyMap<string, string>
  readonly today: string
}

/** Everything with a day to come, and what is late; in order of the days. */
export function calendarItems({ records, reviews, today }: CalendarFacts): readonly CalendarItem[] {
  const lines = records.filter(({ retired }) => retired === null).map(lineOf)
  return lines
    .filter((line) => isOfCalendar(line.kind))
    .flatMap((line) => itemsOf(line, { lines, reviews, today }))
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.name, b.name) || compare(a.id, b.id))
}

function isOfCalendar(kind: KindName): kind is KindOfCalendar {
  return (kindsOfCalendar as readonly KindName[]).includes(kind)
}

interface Among {
  readonly lines: readonly Line[]
  readonly reviews: ReadonlyMap<string, string>
  readonly today: string
}

function itemsOf(line: Line, { lines, reviews, today }: Among): readonly CalendarItem[] {
  const kind = line.kind as KindOfCalendar
  return rules[kind].flatMap(({ field, what, states }): readonly CalendarItem[] => {
    if (states !== undefined && !states.includes(line.state)) return []
    const derived = kind === 'policy' ? reviews.get(line.id) : undefined
    const on = (line.text(field) ?? derived)?.slice(0, 10)
    if (on === undefined) return []
    if (what === 'again' && isFollowed(line, lines)) return []
    const name = line.text('name') ?? line.text('code') ?? ''
    return [{ kind, id: line.id, name, what, on, is_late: on < today }]
  })
}

const happened = ['held_on', 'ended_on', 'reported_on', 'tested_on', 'starts_on', 'planned_on']

/** Another of the same sort came after it, or is planned: its own day says more. */
function isFollowed(line: Line, lines: readonly Line[]): boolean {
  const series = seriesOf[line.kind as KindOfCalendar]
  if (series === undefined) return false
  const own = dayOf(line)
  return lines.some((other) => {
    const isSame = other.kind === line.kind && other.id !== line.id && other.state !== 'cancelled'
    return isSame && other.text(series) === line.text(series) && dayOf(other) > own
  })
}

function dayOf(line: Line): string {
  const days = happened.flatMap((field) => line.text(field) ?? [])
  return days[0] ?? ''
}
