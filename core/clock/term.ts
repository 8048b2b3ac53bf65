// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, type CalendarDate, localTime, startOfDay } from '@schouw/core/kernel'
import type { incidentTerms } from '@schouw/core/law'
import { carriedOver, type Holiday } from './working-day.ts'

export type IncidentTerm = ReturnType<typeof incidentTerms>['terms'][number]

/** Instants in epoch milliseconds. */
export interface Due {
  readonly dueAt: number
  /** Before a weekend or holiday carries it over. */
  readonly strictDueAt: number
  /** A report sent after this instant is late. */
  readonly lastMomentAt: number
}

export interface Place {
  readonly timeZone: string
  readonly holidays: readonly Holiday[]
}

const minuteMs = 60_000
const hourMs = 3_600_000

/**
 * When a term that runs from `at` ends. Hours are added to the exact instant: weekends count, and a
 * change of clocks does not. Days and months end with a local day, which by the rule's name may
 * be carried over to the next working day.
 */
export function dueOf(term: IncidentTerm, at: number, place: Place): Due | undefined {
  const { duration, calculation_rule: rule } = term
  if (duration === null) return undefined
  if (duration.unit === 'hour') return afterHours(at, duration.value)
  const day = localTime(at, place.timeZone).date
  const isMonth = duration.unit === 'month'
  const last = isMonth ? addMonths(day, duration.value) : addDays(day, duration.value)
  const isExtended = rule?.includes('extension') === true
  return atEndOf(last, isExtended ? carriedOver(last, place.holidays) : last, place.timeZone)
}

export function afterHours(at: number, hours: number): Due {
  const dueAt = at + hours * hourMs
  return { dueAt, strictDueAt: dueAt, lastMomentAt: dueAt }
}

/** The due instant is the last minute of the day; within that minute a report is still in time. */
function atEndOf(strict: CalendarDate, last: CalendarDate, zone: string): Due {
  const end = (day: CalendarDate) => startOfDay(addDays(day, 1), zone)
  return {
    dueAt: end(last) - minuteMs,
    strictDueAt: end(strict) - minuteMs,
    lastMomentAt: end(last) - 1,
  }
}
