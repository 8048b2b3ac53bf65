// SPDX-License-Identifier: EUPL-1.2
import { localTime } from '@schouw/core/kernel'
import { locales } from '../../words/dates.ts'
import type { Language } from '../../words/index.ts'

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
 * Epoch milliseconds of a wall time to the minute. Of one that comes twice it is the first; of one
 * that the clock skips, as much after the change as it says.
 */
export function instantOf(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`)
  const aheadAt = (at: number) => Date.parse(`${wallOf(at, zone)}:00Z`) - at
  // A zone changes its clock less than once in two days.
  const [before, after] = [asUtc - aheadAt(asUtc - dayMs), asUtc - aheadAt(asUtc + dayMs)]
  const fitting = [before, after].filter((at) => wallOf(at, zone) === wall.slice(0, 16))
  return fitting.length === 0 ? before : Math.min(...fitting)
}
