// SPDX-License-Identifier: EUPL-1.2
import type { Draft, DraftValue } from './draft.ts'

/** What was typed, and what the form showed before anything was. */
interface Kept {
  readonly base: Draft
  readonly draft: Draft
}

export interface Restored {
  readonly draft: Draft
  /** Whether something stands in it that was typed before and never saved. */
  readonly isRestored: boolean
}

/**
 * What was typed in this browser, over the record as it is now: a field that nobody touched follows
 * the record, so that an old draft does not undo what somebody else did since.
 */
export function restored(key: string, now: Draft): Restored {
  const kept = keptAt(key)
  if (kept === undefined) return { draft: now, isRestored: false }
  const touched = Object.entries(kept.draft).filter(
    ([name, value]) => name in now && !isSame(value, kept.base[name]),
  )
  const draft = { ...now, ...Object.fromEntries(touched) }
  return { draft, isRestored: !isSame(draft, now) }
}

/** Keeps nothing when nothing differs from what stands there. */
export function keepDraft(key: string, kept: Kept): void {
  if (isSame(kept.draft, kept.base)) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify(kept))
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(key)
}

function keptAt(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    return 'base' in kept && 'draft' in kept ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}

function isSame(one: DraftValue | Draft | undefined, other: typeof one): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
