// SPDX-License-Identifier: EUPL-1.2

/*
 * How figures, dates and lists are said in a language. Written out rather than left to the
 * platform's number formats, whose output changes with its version: the same baseline must give
 * the same bytes. Only the choice of plural form is left to `Intl.PluralRules`.
 */

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export interface Speech {
  readonly language: Language
  /** `1.234` or `1,234`; at most `decimals` (default 0), without trailing zeros. */
  number(value: number, decimals?: number): string
  /** Always with this many decimals, so that a column lines up. */
  fixed(value: number, decimals: number): string
  /** Number and noun in the right form. */
  count(value: number, one: string, other: string): string
  /** Only the noun in the right form. */
  plural(value: number, one: string, other: string): string
  /** `12 november 2026`; accepts an ISO day or instant and reads only its day. */
  date(iso: string): string
  /** `12 nov 2026`. */
  shortDate(iso: string): string
  /** `12 nov`. */
  dayMonth(iso: string): string
  /** Exact amount: `€ 25.000`, `€ 7 miljoen`. */
  euro(eur: number): string
  /** Estimate, rounded to two figures: `€ 180 tot 640 duizend`. */
  euroRange(range: { readonly low_eur: number; readonly high_eur: number }): string
  /** `12 tot 30 uur`, and in days from two days on. */
  hours(low: number, high: number): string
  /** `a, b en c`; with semicolons where a part has a comma of its own. */
  list(parts: readonly string[]): string
  /** `41 van 52`. */
  of(value: number, base: number): string
}

interface Locale {
  readonly group: string
  readonly decimal: string
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  readonly to: string
  readonly and: string
  readonly of: string
  readonly hour: readonly [string, string]
  readonly day: readonly [string, string]
  /** Amount and scale word after the euro sign. */
  readonly euro: (amount: string, scale: 'one' | 'thousand' | 'million') => string
  readonly euroSpan: (low: Scaled, high: Scaled) => string
}

interface Scaled {
  readonly amount: string
  readonly scale: 'one' | 'thousand' | 'million'
}

const dutchScale = { one: '', thousand: ' duizend', million: ' miljoen' } as const
const englishScale = { one: '', thousand: ',000', million: ' million' } as const

const locales: Readonly<Record<Language, Locale>> = {
  nl: {
    group: '.',
    decimal: ',',
    months: words(
      'januari februari maart april mei juni juli augustus september oktober november december',
    ),
    shortMonths: words('jan feb mrt apr mei jun jul aug sep okt nov dec'),
    to: 'tot',
    and: 'en',
    of: 'van',
    hour: ['uur', 'uur'],
    day: ['dag', 'dagen'],
    euro: (amount, scale) => `€ ${amount}${dutchScale[scale]}`,
    euroSpan: (low, high) =>
      low.scale === high.scale
        ? `€ ${low.amount} tot ${high.amount}${dutchScale[high.scale]}`
        : `€ ${low.amount}${dutchScale[low.scale]} tot ${high.amount}${dutchScale[high.scale]}`,
  },
  en: {
    group: ',',
    decimal: '.',
    months: words(
      'January February March April May June July August September October November December',
    ),
    shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    to: 'to',
    and: 'and',
    of: 'of',
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    euro: (amount, scale) => `€${amount}${englishScale[scale]}`,
    euroSpan: (low, high) =>
      low.scale === 'million' && high.scale === 'million'
        ? `€${low.amount} to ${high.amount} million`
        : `€${low.amount}${englishScale[low.scale]} to €${high.amount}${englishScale[high.scale]}`,
  },
}

export function speech(language: Language): Speech {
  const locale = locales[language]
  const rules = new Intl.PluralRules(language)
  const number = (value: number, decimals = 0) => written(locale, value, decimals, true)
  const plural = (value: number, one: string, other: string) =>
    rules.select(Math.abs(value)) === 'one' ? one : other
  const scaled = (eur: number) => scaledAmount(eur, (value, decimals) => number(value, decimals))
  return {
    language,
    number,
    fixed: (value, decimals) => written(locale, value, decimals, false),
    plural,
    count: (value, one, other) => `${number(value)} ${plural(value, one, other)}`,
    date: (iso) => dated(iso, (y, m, d) => `${d} ${locale.months[m]} ${y}`),
    shortDate: (iso) => dated(iso, (y, m, d) => `${d} ${locale.shortMonths[m]} ${y}`),
    dayMonth: (iso) => dated(iso, (_, m, d) => `${d} ${locale.shortMonths[m]}`),
    euro: (eur) =>
      eur >= 1_000_000 && eur % 100_000 === 0
        ? locale.euro(number(eur / 1_000_000, 1), 'million')
        : locale.euro(number(eur), 'one'),
    euroRange: (range) => {
      const high = scaled(range.high_eur)
      // One scale word is quicker to read: `€ 0,23 tot 1,1 miljoen`.
      const isNear = high.scale === 'million' && range.low_eur >= 100_000
      const low: Scaled =
        isNear && range.low_eur < 995_000
          ? { amount: number(range.low_eur / 1_000_000, 2), scale: 'million' }
          : scaled(range.low_eur)
      return low.amount === high.amount && low.scale === high.scale
        ? locale.euro(low.amount, low.scale)
        : locale.euroSpan(low, high)
    },
    hours: (low, high) => {
      const said = (hours: number, inDays: boolean) => {
        const value = tidy(inDays ? hours / 24 : hours)
        const [one, other] = inDays ? locale.day : locale.hour
        return { value: number(value, 1), unit: plural(value, one, other) }
      }
      const [from, to] =
        low === high
          ? [said(low, low >= 72), said(high, high >= 72)]
          : [said(low, low >= 24 && high >= 48), said(high, high >= 48)]
      if (from.unit !== to.unit && low < 24 && high >= 48) {
        return `${from.value} ${from.unit} ${locale.to} ${to.value} ${to.unit}`
      }
      return from.value === to.value
        ? `${to.value} ${to.unit}`
        : `${from.value} ${locale.to} ${to.value} ${to.unit}`
    },
    list: (parts) => enumerated(parts, locale.and),
    of: (value, base) => `${number(value)} ${locale.of} ${number(base)}`,
  }
}

/** Two figures: an estimate must not look more exact than it is. */
function scaledAmount(eur: number, say: (value: number, decimals: number) => string): Scaled {
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(eur)))) - 1)
  const rounded = Math.round(eur / magnitude) * magnitude
  if (rounded >= 1_000_000) return { amount: say(rounded / 1_000_000, 1), scale: 'million' }
  // Below ten thousand the tenths would need a decimal before "thousand": said in full instead.
  if (rounded >= 10_000) return { amount: say(rounded / 1_000, 0), scale: 'thousand' }
  return { amount: say(rounded, 0), scale: 'one' }
}

function tidy(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 2) / 2
}

function written(locale: Locale, value: number, decimals: number, trimZeros: boolean): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale.group)
  const tail = trimZeros ? fraction.replace(/0+$/, '') : fraction
  const sign = value < 0 && Number(`${whole}.${fraction}`) !== 0 ? '−' : ''
  return `${sign}${grouped}${tail === '' ? '' : locale.decimal + tail}`
}

/** Anything that is no date comes back as it stood. */
function dated(iso: string, say: (year: number, month: number, day: number) => string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  const month = Number(match?.[2]) - 1
  if (match === null || month < 0 || month > 11) return iso
  return say(Number(match[1]), month, Number(match[3]))
}

function enumerated(parts: readonly string[], and: string): string {
  if (parts.length <= 1) return parts[0] ?? ''
  // A comma within a name must not look like one between two.
  if (parts.length > 2 && parts.some((part) => part.includes(','))) {
    return `${parts.slice(0, -1).join('; ')}; ${and} ${parts[parts.length - 1]}`
  }
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts[parts.length - 1]}`
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
