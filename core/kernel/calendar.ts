// SPDX-License-Identifier: EUPL-1.2

/** A day without a time, `YYYY-MM-DD`, proleptic Gregorian. Sorts as text. */
export type CalendarDate = string

const dayMs = 86_400_000

/** 0 is Sunday … 6 Saturday. */
export function weekday(date: CalendarDate): number {
  return new Date(utcMs(date)).getUTCDay()
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utcMs(date) + days * dayMs).toISOString().slice(0, 10)
}

/** Same day number in the later month, else that month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1 + months
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(Number(date.slice(8, 10)), lastDay)
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / dayMs)
}

/** Whether the text is a day that exists. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = utcMs(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

function utcMs(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
