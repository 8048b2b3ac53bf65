// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'
import { freshMs, idleMs, longestMs, skewMs } from './limits.ts'

type Role = Actor['roles'][number]

export interface Times {
  readonly createdAt: string
  readonly seenAt: string
}

/**
 * Whether a session still counts. A clock that went back further than clocks differ does not
 * lengthen it: what was made later than now is not believed.
 */
export function isAlive({ createdAt, seenAt }: Times, now: string): boolean {
  const at = Date.parse(now)
  const age = at - Date.parse(createdAt)
  const idle = at - Date.parse(seenAt)
  return age >= -skewMs && idle >= -skewMs && age < longestMs && idle < idleMs
}

export function endOf({ createdAt }: Pick<Times, 'createdAt'>): string {
  return new Date(Date.parse(createdAt) + longestMs).toISOString()
}

/** A second factor that was shown a moment ago. `always` is nobody whom one could ask. */
export function isFresh(shownAt: string | 'always' | null | undefined, now: string): boolean {
  if (shownAt === 'always') return true
  if (shownAt === null || shownAt === undefined) return false
  const age = Date.parse(now) - Date.parse(shownAt)
  return age >= -skewMs && age < freshMs
}

const light: readonly Role[] = ['employee', 'supplier']

/** Whoever has any other role shows a second factor; so does whoever has one to show. */
export function needsSecondFactor(roles: readonly Role[], hasFactor: boolean): boolean {
  return hasFactor || roles.some((role) => !light.includes(role))
}

/** How long to wait after a failure, the last one counted in. */
export function waitMs(
  failures: number,
  { free, longestMs: longest }: { readonly free: number; readonly longestMs: number },
): number {
  if (failures <= free) return 0
  return Math.min(longest, 1000 * 2 ** Math.min(30, failures - free - 1))
}
