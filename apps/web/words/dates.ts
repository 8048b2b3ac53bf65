// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './index.ts'

export const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** Made at first use and kept: making one costs as much as formatting a hundred times. */
function perLanguage<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const known = new Map<Language, Format>()
  return (language) => {
    const format = known.get(language) ?? make(locales[language])
    known.set(language, format)
    return format
  }
}

const instants = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
)

/** As the platform abbreviates them: to have it read its own takes longer than drawing a page. */
const months = {
  nl: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' '),
} as const satisfies Readonly<Record<Language, readonly string[]>>
const euros = perLanguage(
  (locale) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
)
const numbers = new Map<number, (language: Language) => Intl.NumberFormat>()

/** In the time zone of whoever looks. */
export function dayAndTime(instant: string, language: Language): string {
  return instants(language).format(new Date(instant))
}

/** Of a date without a time: the same day everywhere. */
export function day(date: string, language: Language): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? []
  return `${Number(dayOfMonth)} ${months[language][Number(month) - 1]} ${year}`
}

export function number(value: number, language: Language, decimals = 0): string {
  const known =
    numbers.get(decimals) ??
    perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }))
  numbers.set(decimals, known)
  return known(language).format(value)
}

const percentGap = { nl: '\u00a0', en: '' } as const

/** Of a share of one hundred; never broken over two lines. */
export function percent(value: number, language: Language, decimals = 0): string {
  return `${number(value, language, decimals)}${percentGap[language]}%`
}

export function euro(value: number, language: Language): string {
  return euros(language).format(value)
}

/** What a language of a code such as `nl` is called in one's own. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(locales[language], { type: 'language' }).of(code) ?? code
}
