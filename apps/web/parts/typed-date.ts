// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/index.ts'

const marks = { nl: '-', en: '/' } as const satisfies Readonly<Record<Language, string>>

const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ ,]+(\d{1,2})[:.](\d{2}))?$/
const digits = /^(\d{2})(\d{2})(\d{4})(?:[ ,]*(\d{2}):?(\d{2}))?$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/

/** Of whoever is still typing a year of four figures, two do not count yet. */
interface Typed {
  readonly withTime: boolean
  readonly isDone: boolean
}

/**
 * A day as people write it, day first, or as machines do: `2026-12-31`, with `T14:30` behind it when
 * a time is asked. Empty when it is no day that exists.
 */
export function typedDate(text: string, { withTime, isDone }: Typed): string {
  const bare = text.trim()
  const machine = yearFirst.exec(bare)
  const person = machine === null ? (dayFirst.exec(bare) ?? digits.exec(bare)) : null
  if (machine === null && person === null) return ''
  const [, first = '', month = '', last = '', hour, minute] = machine ?? person ?? []
  const [day, written] = machine === null ? [first, last] : [last, first]
  if (written.length === 2 && !isDone) return ''
  const year = written.length === 2 ? `20${written}` : written
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(date)) return ''
  if (!withTime) return date
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return ''
  return `${date}T${hour.padStart(2, '0')}:${minute}`
}

function isDay(date: string): boolean {
  const found = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(date)
}

/** As the language writes it; what is no day stays as it was typed. */
export function shownDate(value: string, language: Language): string {
  const [, year, month, day, hour, minute] = yearFirst.exec(value) ?? []
  if (year === undefined) return value
  const date = [day, month, year].join(marks[language])
  return hour === undefined ? date : `${date} ${hour}:${minute}`
}
