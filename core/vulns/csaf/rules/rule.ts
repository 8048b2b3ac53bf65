// SPDX-License-Identifier: EUPL-1.2
import type { Facts } from './facts.ts'

/** Places in the document that break a rule; none where it is kept. */
export type Found = readonly string[]

export const none: Found = []

/** By the number of the test in the standard. */
export type Rules = Readonly<Record<string, (facts: Facts) => Found>>

/** What comes a second time under the same key; an empty key is none. */
export function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item, at: number) => string,
  placeOf: (item: Item, at: number) => string,
): Found {
  const seen = new Set<string>()
  return items.flatMap((item, at) => {
    const key = keyOf(item, at)
    if (key === '' || !seen.has(key)) {
      seen.add(key)
      return []
    }
    return [placeOf(item, at)]
  })
}
