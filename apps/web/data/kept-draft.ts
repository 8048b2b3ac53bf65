// SPDX-License-Identifier: EUPL-1.2
import type { Draft, DraftValue } from '../pages/registers/draft.ts'

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
  if (isSame(kept.draft, kept.base)) localStorage.removeItem(key)
  else write(key, kept)
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(key)
}

/** Where every draft begins, so that all of them are found when somebody leaves. */
const prefix = 'draft/'
const ownerKey = 'schouw-drafts-of'

/** Nothing of whoever leaves stays behind in the browser. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key)
  }
  localStorage.removeItem(ownerKey)
}

/** What was typed belongs to one account: somebody else at the same browser does not see it. */
export function draftsOf(account: string): void {
  const owner = localStorage.getItem(ownerKey)
  if (owner !== null && owner !== account) forgetDrafts()
  localStorage.setItem(ownerKey, account)
}

/** A browser that is full keeps nothing more; what stands in the form stays there. */
export function write(key: string, value: unknown, storage: Storage = localStorage): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {
    storage.removeItem(key)
  }
}

export function read(key: string, storage: Storage = localStorage): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function keptAt(key: string): Kept | undefined {
  const kept = read(key)
  if (typeof kept !== 'object' || kept === null) return undefined
  return 'base' in kept && 'draft' in kept ? (kept as Kept) : undefined
}

function isSame(one: DraftValue | Draft | undefined, other: typeof one): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
