// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { compare } from '../work.ts'

/** What a review by the management covers, by the numbers of ISO/IEC 27001:2022. */
export const reviewPoints = [
  '9.3.2 a',
  '9.3.2 b',
  '9.3.2 c',
  '9.3.2 d 1',
  '9.3.2 d 2',
  '9.3.2 d 3',
  '9.3.2 d 4',
  '9.3.2 e',
  '9.3.2 f',
  '9.3.2 g',
] as const
export type ReviewPoint = (typeof reviewPoints)[number]

export interface Review {
  readonly id: string
  readonly name: string
  readonly on: string | null
  /** Points that stand on its agenda. */
  readonly covered: readonly ReviewPoint[]
  readonly has_minutes: boolean
}

export interface ReviewStanding {
  /** The last that was held. */
  readonly last: Review | null
  /** The first that is planned; one whose day has passed is late. */
  readonly next: (Review & { readonly is_late: boolean }) | null
}

/** A meeting is a review when its agenda says so, by at least one of the numbers. */
export function reviewStanding(meetings: readonly RecordVersion[], today: string): ReviewStanding {
  const reviews = meetings
    .filter(({ retired, state }) => retired === null && state !== 'cancelled')
    .map(lineOf)
    .filter((line) => coveredBy(line).length > 0)
  const held = reviews
    .filter(({ state }) => state !== 'planned')
    .map((line) => reviewOf(line, 'held_at'))
    .toSorted((a, b) => compare(b.on ?? '', a.on ?? ''))
  const planned = reviews
    .filter(({ state }) => state === 'planned')
    .map((line) => reviewOf(line, 'planned_at'))
    .toSorted((a, b) => compare(a.on ?? '9999', b.on ?? '9999'))
  const [next] = planned
  return {
    last: held[0] ?? null,
    next: next === undefined ? null : { ...next, is_late: (next.on ?? '9999') < today },
  }
}

function reviewOf(line: Line, field: string): Review {
  return {
    id: line.id,
    name: line.text('name') ?? '',
    on: line.text(field)?.slice(0, 10) ?? null,
    covered: coveredBy(line),
    has_minutes: line.text('minutes') !== null,
  }
}

function coveredBy(line: Line): readonly ReviewPoint[] {
  const numbers = new Set(line.rows('agenda').map((row) => spelled(row.text('number') ?? '')))
  return reviewPoints.filter((point) => numbers.has(spelled(point)))
}

/** `9.3.2 d) 1`, `9.3.2d1` and `9.3.2 d 1` are one. */
function spelled(number: string): string {
  return number.toLowerCase().replaceAll(/[^0-9a-z.]/g, '')
}
