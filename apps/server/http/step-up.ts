// SPDX-License-Identifier: EUPL-1.2
import { isFresh } from '../identity/lifetime.ts'
import type { Caller } from './caller.ts'

/** Whether a second factor was shown a moment ago. With a token nobody showed anything. */
export function isSteppedUp({ secondFactorAt }: Caller, now: string): boolean {
  return isFresh(secondFactorAt, now)
}
