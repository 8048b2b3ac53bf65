// SPDX-License-Identifier: EUPL-1.2
import type { Ceiling, SizeCeilings } from './packs/pack.ts'
import type { SizeClass } from './terms.ts'

export interface SizeFacts {
  /** Annual work units. */
  readonly awu: number
  readonly turnover_eur: number
  readonly balance_eur: number
}

const order: readonly SizeClass[] = ['micro', 'small', 'medium', 'large']

export function rankOf(size: SizeClass): number {
  return order.indexOf(size)
}

/**
 * The smallest class whose ceilings the enterprise keeps within.
 *
 * Staff must keep within its ceiling; of turnover and balance sheet total it is enough that one
 * does. Reading the text's "and/or" as "and" wrongly lifts asset-rich companies a class up.
 */
export function sizeClass(facts: SizeFacts, ceilings: SizeCeilings): SizeClass {
  if (isWithin(facts, ceilings.micro)) return 'micro'
  if (isWithin(facts, ceilings.small)) return 'small'
  if (isWithin(facts, ceilings.medium)) return 'medium'
  return 'large'
}

/** A year's class as its figures alone give it. */
export interface YearClass {
  readonly year: number
  readonly size: SizeClass
}

/**
 * The class that counts after the two-year rule (Recommendation 2003/361/EC, Annex, Article 4(2)):
 * a class is gained or lost only when the ceiling is crossed in two consecutive years; with mixed
 * years the level crossed in both counts. `prior` is the class before the first year. Without it
 * the first year sets the class. A change of ownership takes effect in its own year.
 */
export function statusClass(
  years: readonly YearClass[],
  prior: SizeClass | null,
  ownershipChangedIn?: number,
): SizeClass {
  const sorted = [...years].sort((a, b) => a.year - b.year)
  const first = sorted[0]
  if (first === undefined) throw new Error('statusClass needs at least one year')
  let status = prior ?? first.size
  let before: YearClass | undefined
  for (const now of sorted) {
    if (ownershipChangedIn === now.year) status = now.size
    else if (before !== undefined && before.year === now.year - 1) {
      status = crossedInBoth(status, before.size, now.size)
    }
    before = now
  }
  return status
}

function crossedInBoth(status: SizeClass, first: SizeClass, second: SizeClass): SizeClass {
  const [low, high] = rankOf(first) < rankOf(second) ? [first, second] : [second, first]
  if (rankOf(low) > rankOf(status)) return low
  if (rankOf(high) < rankOf(status)) return high
  return status
}

function isWithin(facts: SizeFacts, ceiling: Ceiling): boolean {
  return (
    facts.awu < ceiling.awu &&
    (facts.turnover_eur <= ceiling.turnover_eur || facts.balance_eur <= ceiling.balance_eur)
  )
}
