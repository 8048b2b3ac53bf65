// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'

/** A restore that was tried, with what came of it. */
export interface RestoreTried {
  readonly id: string
  readonly system: string
  readonly backup: string | null
  readonly asset: string | null
  readonly process: string | null
  readonly on: string
  readonly result: string | null
  readonly restored_in_hours: number | null
  readonly lost_hours: number | null
  readonly rto_hours: number | null
}

/** Tests that were done by a day and still stand, the latest first. A lapsed one proves nothing. */
export function restoresTried(tests: readonly Line[], today: string): readonly RestoreTried[] {
  return tests
    .filter(({ state }) => state === 'done' || state === 'confirmed')
    .flatMap((line): readonly RestoreTried[] => {
      const on = line.text('tested_on')
      if (on === null || on > today) return []
      return [
        {
          id: line.id,
          system: line.text('system') ?? '',
          backup: line.text('backup'),
          asset: line.text('asset'),
          process: line.text('process'),
          on,
          result: line.text('result'),
          restored_in_hours: line.number('restored_in_hours'),
          lost_hours: line.number('lost_hours'),
          rto_hours: line.number('rto_hours'),
        },
      ]
    })
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1))
}

/** What is restored by itself: of each the latest test counts. */
export function latestOfEach(tried: readonly RestoreTried[]): readonly RestoreTried[] {
  const seen = new Set<string>()
  return tried.filter((one) => {
    const key = one.backup ?? one.asset ?? one.system.trim().toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
