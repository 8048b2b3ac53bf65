// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './index.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** In the time zone of whoever looks. */
export function dayAndTime(instant: string, language: Language): string {
  const shape = { dateStyle: 'medium', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(locales[language], shape).format(new Date(instant))
}

/** Of a date without a time: the same day everywhere. */
export function day(date: string, language: Language): string {
  const shape = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locales[language], shape).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  )
}

export function number(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(value)
}

export function euro(value: number, language: Language): string {
  const shape = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locales[language], shape).format(value)
}
