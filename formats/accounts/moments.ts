// SPDX-License-Identifier: EUPL-1.2

/** Between 1601, where Windows begins to count, and 1970, in units of 100 ns. */
const windowsEpoch = 116_444_736_000_000_000n
const unitsInMs = 10_000n
const never = 9_223_372_036_854_775_807n

/** `unclear`: day and month could be either way. */
export type Moment = { readonly at: string } | 'never' | 'unclear' | 'unreadable'

/**
 * What exports write for a moment: ISO 8601, FILETIME (csvde), or as Windows shows it where the
 * export was made. Without an offset it is taken for UTC: the day is what is looked at.
 */
export function momentOf(text: string): Moment {
  const given = text.trim()
  if (/^(|0|never|nooit|never signed in|n\/a|-)$/i.test(given)) return 'never'
  if (/^\d{17,19}$/.test(given)) return fileTime(BigInt(given))
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/
  if (iso.test(given)) return instant(Date.parse(withZone(given)))
  // dsget and csvde of whenCreated: 20261103081244.0Z
  const ldap = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\.\d+Z$/.exec(given)
  if (ldap !== null) return dated(ldap.slice(1).map(Number))
  return asShown(given)
}

function withZone(text: string): string {
  const spaced = text.replace(/^(\d{4}-\d{2}-\d{2})[ ]/, '$1T').replace(' ', '')
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(spaced.slice(10))) return spaced
  return spaced.length === 10 ? `${spaced}T00:00:00Z` : `${spaced}Z`
}

function fileTime(value: bigint): Moment {
  if (value >= never) return 'never'
  return instant(Number((value - windowsEpoch) / unitsInMs))
}

/** `3-11-2026 08:12:44` (Dutch), `11/3/2026 8:12:44 AM` (American), `3.11.2026 08:12` (German). */
function asShown(text: string): Moment {
  const found =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?$/.exec(
      text,
    )
  if (found === null) return 'unreadable'
  const [, one, sign, two, year, hour = '0', minute = '0', second = '0', half] = found
  const [first, other] = [Number(one), Number(two)]
  const isAmerican = half !== undefined && sign === '/'
  if (sign === '/' && !isAmerican && first <= 12 && other <= 12 && first !== other) return 'unclear'
  const isMonthFirst = isAmerican || (sign === '/' && other > 12)
  const [day, month] = isMonthFirst ? [other, first] : [first, other]
  const hours = half === undefined ? Number(hour) : halfDay(Number(hour), half.toLowerCase())
  return dated([Number(year), month, day, hours, Number(minute), Number(second)])
}

function halfDay(hour: number, half: string): number {
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

function dated(parts: readonly number[]): Moment {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  // What rolls over was no day.
  const isDay = new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month - 1
  return isDay && hour < 24 && minute < 60 && second < 60 ? instant(at) : 'unreadable'
}

function instant(at: number): Moment {
  const isSane = at >= Date.UTC(1900, 0, 1) && at < Date.UTC(2200, 0, 1)
  return isSane ? { at: new Date(at).toISOString() } : 'unreadable'
}
