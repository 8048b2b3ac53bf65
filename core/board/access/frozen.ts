// SPDX-License-Identifier: EUPL-1.2
import { type AccessFacts, type AccountLine, judgedAccounts } from './standing.ts'

/** What a reviewer has on the table: the accounts as they stood when they were listed. */
export interface ReviewTable {
  /** In the order asked; an account that cannot be seen at that moment is left out. */
  readonly lines: readonly (AccountLine & { readonly is_active: boolean })[]
  readonly counts: ReviewCounts
  /** What a digest is made of: one line an account, also for one that is left out. */
  readonly text: string
}

/** Of the accounts in the review; named as the register names them. */
export interface ReviewCounts {
  readonly active_count: number
  readonly mfa_count: number
  readonly mfa_unknown_count: number
  readonly privileged_count: number
  readonly privileged_without_mfa_count: number
  readonly stale_count: number
  readonly shared_count: number
  /** Null: who reviews may not see who has left. */
  readonly leaver_count: number | null
}

/** `facts` are of the moment at which the accounts were listed. */
export function reviewTable(facts: AccessFacts, ids: readonly string[]): ReviewTable {
  const known = new Map(judgedAccounts(facts).map((one) => [one.shown.id, one]))
  const found = ids.flatMap((id) => known.get(id) ?? [])
  const people = found.filter(({ isOfPeople }) => isOfPeople)
  const flagged = (flag: AccountLine['flags'][number]) =>
    found.filter(({ shown }) => shown.flags.includes(flag)).length
  return {
    lines: found.map(({ shown, isActive }) => ({ ...shown, is_active: isActive })),
    counts: {
      active_count: people.length,
      mfa_count: people.filter(({ shown }) => shown.mfa === true).length,
      mfa_unknown_count: people.filter(({ shown }) => shown.mfa === null).length,
      privileged_count: people.filter(({ shown }) => shown.is_privileged === true).length,
      privileged_without_mfa_count: flagged('privileged_without_mfa'),
      stale_count: flagged('stale'),
      shared_count: flagged('shared'),
      leaver_count: facts.isPeopleKnown ? flagged('leaver') : null,
    },
    text: ids
      .toSorted()
      .map((id) => {
        const one = known.get(id)
        if (one === undefined) return `${JSON.stringify([id])}\n`
        // Nothing that depends on who looks: whoever may read the accounts can make it again.
        const { system, account, is_privileged, mfa, last_used_at } = one.shown
        return `${JSON.stringify([id, system, account, one.isActive, is_privileged, mfa, last_used_at])}\n`
      })
      .join(''),
  }
}

export interface SinceThen {
  readonly id: string
  readonly what: 'changed' | 'gone' | 'fresh'
}

/** What later lists made of it: accounts that are otherwise, no longer active, or new beside them. */
export function sinceThen(
  before: AccessFacts,
  now: AccessFacts,
  ids: readonly string[],
): readonly SinceThen[] {
  const then = new Map(judgedAccounts(before).map((one) => [one.shown.id, one]))
  const later = judgedAccounts(now)
  const today = new Map(later.map((one) => [one.shown.id, one]))
  const listed = ids.flatMap((id): readonly SinceThen[] => {
    const [one, other] = [then.get(id), today.get(id)]
    if (one === undefined) return []
    if (other === undefined || (one.isActive && !other.isActive)) return [{ id, what: 'gone' }]
    const isSame = (['is_privileged', 'mfa', 'account', 'system'] as const).every(
      (name) => one.shown[name] === other.shown[name],
    )
    return isSame && one.isActive === other.isActive ? [] : [{ id, what: 'changed' }]
  })
  const systems = new Set(ids.flatMap((id) => then.get(id)?.shown.system ?? []))
  const fresh = later
    .filter(({ shown, isActive }) => isActive && systems.has(shown.system) && !then.has(shown.id))
    .map(({ shown }): SinceThen => ({ id: shown.id, what: 'fresh' }))
  return [...listed, ...fresh]
}
