// SPDX-License-Identifier: EUPL-1.2
import { addDays, isCalendarDate, isoInZone } from '@schouw/core/kernel'

/** Which of two numbers is the day, where a date could be read both ways. */
export type DateOrder = 'dmy' | 'mdy'

const months = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]

const weekday =
  /^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]?\s+/

/** `2026-03-05` from how people write days; undefined when it is none, or could be no such day. */
export function dayText(given: string, order: DateOrder): string | undefined {
  const text = given.trim().toLowerCase().replace(weekday, '')
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso !== null) return day(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)$/.exec(text)
  if (numbers !== null) {
    const [, one, other, year] = numbers
    return order === 'dmy' ? day(year, other, one) : day(year, one, other)
  }
  const named = /^(\d{1,2})(?:e|st|nd|rd|th)?[-\s.]+([a-z]+)\.?,?[-\s]+(\d{4}|\d\d)$/.exec(text)
  if (named !== null) return day(named[3], monthOf(named[2]), named[1])
  const turned = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text)
  return turned === null ? undefined : day(turned[3], monthOf(turned[1]), turned[2])
}

function monthOf(word: string | undefined): string | undefined {
  const at = months.findIndex((names) => names.some((name) => name === word))
  return at < 0 ? undefined : String(at + 1)
}

function day(year?: string, month?: string, date?: string): string | undefined {
  if (year === undefined || month === undefined || date === undefined) return undefined
  // Two figures: up to 68 of this century, as spreadsheets and POSIX have it.
  const full = year.length === 4 ? year : Number(year) < 69 ? `20${year}` : `19${year}`
  const text = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDate(text) ? text : undefined
}

/** A day that a spreadsheet shows as a number because nobody said it was one. */
export function serialDay(serial: number): string | undefined {
  const isDay = Number.isInteger(serial) && serial >= 61 && serial < 110_000
  return isDay ? addDays('1899-12-30', serial) : undefined
}

export interface MomentReading {
  readonly order: DateOrder
  /** IANA name; times without an offset are of there. */
  readonly zone: string
}

const moment =
  /^(.*?)(?:[T\s,]+(?:om\s+|at\s+)?(\d{1,2})[:.u](\d\d)(?::(\d\d)(?:[.,](\d{1,3}))?)?\s*(?:uur|u|h)?\s*(z|[+-]\d\d:?\d\d)?)?$/i

/** An instant with its offset; undefined when it is none. A day alone is its first moment. */
export function momentText(given: string, { order, zone }: MomentReading): string | undefined {
  const found = given.length > 60 ? null : moment.exec(given.trim())
  const [, dayPart = '', hour = '0', minute = '00', second = '00', part = '0', offset] = found ?? []
  const date = dayText(dayPart, order)
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return undefined
  }
  const local = `${date}T${hour.padStart(2, '0')}:${minute}:${second}.${part.padEnd(3, '0')}`
  if (offset !== undefined) {
    const spelled = /^z$/i.test(offset) ? 'Z' : offset.replace(/^(.\d\d):?/, '$1:')
    return `${local}${spelled}`
  }
  return new Date(instantOf(Date.parse(`${local}Z`), zone)).toISOString()
}

/** The instant at which the wall shows this; of an hour that comes twice, the first. */
function instantOf(wallMs: number, zone: string): number {
  const earlier = wallMs - offsetMs(wallMs - 86_400_000, zone)
  if (earlier + offsetMs(earlier, zone) === wallMs) return earlier
  return wallMs - offsetMs(earlier, zone)
}

function offsetMs(atMs: number, zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(isoInZone(atMs, zone)) ?? []
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? -size : size
}
