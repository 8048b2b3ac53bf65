// SPDX-License-Identifier: EUPL-1.2
import { localTime } from '@schouw/core/kernel'
import { locales } from '../words/dates.ts'
import type { Language } from '../words/index.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

export function momentIn(
  instant: string,
  { language, zone }: { readonly language: Language; readonly zone: string },
): string {
  const key = `${language} ${zone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: zone },
    })
  formats.set(key, format)
  return format.format(new Date(instant))
}

/** `2026-11-15T02:40` */
export function wallOf(epochMs: number, zone: string): string {
  const { date, minutes } = localTime(epochMs, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const dayMs = 86_400_000

/**
 * Epoch milliseconds at which the clock on the wall shows a time to the minute, earliest first:
 * usually one, two in the hour that comes twice, none in the hour that is skipped.
 */
export function instantsAt(wall: string, zone: string): readonly number[] {
  const fitting = readings(wall, zone).filter((at) => wallOf(at, zone) === wall.slice(0, 16))
  return [...new Set(fitting)].toSorted((a, b) => a - b)
}

/** The first of them; of a time that the clock skips, as much after the change as it says. */
export function instantOf(wall: string, zone: string): number {
  const [first] = instantsAt(wall, zone)
  return first ?? readings(wall, zone)[0]
}

/** As the clock went the day before, and as it goes the day after. */
function readings(wall: string, zone: string): readonly [number, number] {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`)
  const aheadAt = (at: number) => Date.parse(`${wallOf(at, zone)}:00Z`) - at
  // A zone changes its clock less than once in two days.
  return [asUtc - aheadAt(asUtc - dayMs), asUtc - aheadAt(asUtc + dayMs)]
}
