// SPDX-License-Identifier: EUPL-1.2
import { anyAddress, type Span } from './rule-set.ts'

/** All addresses but these. */
export function without(spans: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from = anyAddress[0]
  for (const [low, high] of [...spans].sort(([a], [b]) => a - b)) {
    if (low > from) left.push([from, low - 1])
    from = Math.max(from, high + 1)
  }
  if (from <= anyAddress[1]) left.push([from, anyAddress[1]])
  return left
}

/** Null swallows: what may be anything is anything. */
export function together<Item>(lists: readonly (readonly Item[] | null)[]): readonly Item[] | null {
  if (lists.length === 0 || lists.some((one) => one === null)) return null
  return lists.flatMap((one) => one ?? [])
}

/** What both hold; null is anything. */
export function both(
  one: readonly Span[] | null,
  other: readonly Span[] | null,
): readonly Span[] | null {
  if (one === null || other === null) return one ?? other
  return one.flatMap(([from, to]) =>
    other.flatMap(([low, high]): Span[] => {
      const shared: Span = [Math.max(from, low), Math.min(to, high)]
      return shared[0] <= shared[1] ? [shared] : []
    }),
  )
}
