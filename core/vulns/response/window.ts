// SPDX-License-Identifier: EUPL-1.2
import { addDays, weekday } from '@schouw/core/kernel'

/** Days and hours of a week in which a device may be stopped. */
export interface PatchWindow {
  readonly days: readonly string[]
  readonly from: string
  readonly to: string
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The first day from tomorrow on that a window begins, with its hours; null where there is none. */
export function nextWindow(
  windows: readonly PatchWindow[],
  today: string,
): { readonly on: string; readonly from: string; readonly to: string } | null {
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const on = addDays(today, ahead)
    const name = names[(weekday(on) + 6) % 7] ?? 'mon'
    const found = windows
      .filter(({ days }) => days.includes(name))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
    if (found !== undefined) return { on, from: found.from, to: found.to }
  }
  return null
}
