// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate, weekday } from '@schouw/core/kernel'
import type { incidentTerms } from '@schouw/core/law'
import { easterSunday } from './easter.ts'

export type Holiday = ReturnType<typeof incidentTerms>['holidays'][number]

/** The day itself, or the next one that is neither Saturday, Sunday nor a holiday. */
export function carriedOver(day: CalendarDate, holidays: readonly Holiday[]): CalendarDate {
  let at = day
  while ([0, 6].includes(weekday(at)) || isHoliday(at, holidays)) at = addDays(at, 1)
  return at
}

export function isHoliday(day: CalendarDate, holidays: readonly Holiday[]): boolean {
  const year = Number(day.slice(0, 4))
  return holidays.some((holiday) => {
    if ('easter' in holiday) return addDays(easterSunday(year), holiday.easter) === day
    const fixed = `${day.slice(0, 4)}-${holiday.fixed}`
    const moved = holiday.unless_sunday_then
    const isMoved = moved !== undefined && weekday(fixed) === 0
    return day === (isMoved ? `${day.slice(0, 4)}-${moved}` : fixed)
  })
}
