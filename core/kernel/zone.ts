// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from './calendar.ts'

/** Local wall time of an instant. */
export interface LocalTime {
  readonly date: CalendarDate
  /** Minutes since local midnight. */
  readonly minutes: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Wall time in an IANA zone. Throws RangeError for a zone that does not exist. */
export function localTime(epochMs: number, zone: string): LocalTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone).formatToParts(epochMs)) parts[type] = value
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}

/** The instant at which a local day begins; where the clock skips midnight, the first moment after. */
export function startOfDay(date: CalendarDate, zone: string): number {
  const guess = Date.parse(`${date}T00:00:00Z`)
  // Offsets lie within a day of UTC; two corrections settle every change of clocks.
  let at = guess - offsetMs(guess, zone)
  at = guess - offsetMs(at, zone)
  return localTime(at, zone).date < date ? at + 3_600_000 : at
}

/** `2026-11-05T21:38:00+01:00`: wall time with the zone's offset, whole seconds. */
export function isoInZone(epochMs: number, zone: string): string {
  const offset = offsetMs(epochMs, zone)
  const wall = new Date(Math.floor(epochMs / 1000) * 1000 + offset).toISOString().slice(0, 19)
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** How far the zone's wall clock runs ahead of UTC at an instant. */
function offsetMs(epochMs: number, zone: string): number {
  const { date, minutes } = localTime(epochMs, zone)
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  return wall - Math.floor(epochMs / 60_000) * 60_000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}
