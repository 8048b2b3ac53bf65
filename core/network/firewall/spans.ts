// SPDX-License-Identifier: EUPL-1.2
import { type AddressSpan, everywhere, type Family, familyOf, whole } from './addresses.ts'

/** All addresses of both families but these. */
export function without(spans: readonly AddressSpan[]): readonly AddressSpan[] {
  return everywhere.flatMap(([start, end]) => {
    const left: AddressSpan[] = []
    let from = start
    for (const [low, high] of [...spans].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
      if (low > from) left.push([from, low - 1n])
      if (high >= from) from = high + 1n
    }
    if (from <= end) left.push([from, end])
    return left
  })
}

/** `! 10.0.0.0/8` speaks of IPv4 alone: all of the families that are named, but these. */
export function allBut(spans: readonly AddressSpan[]): readonly AddressSpan[] {
  const families = new Set(spans.map(([from]) => familyOf(from)))
  return both(
    without(spans),
    [...families].flatMap((family) => whole[family]),
  )
}

/** Of one family what a side names; undefined names every address. */
export function ofFamily(
  spans: readonly AddressSpan[] | undefined,
  family: Family,
): readonly AddressSpan[] {
  return both(spans ?? null, whole[family])
}

/** Null swallows: what may be anything is anything. */
export function together<Item>(lists: readonly (readonly Item[] | null)[]): readonly Item[] | null {
  if (lists.length === 0 || lists.some((one) => one === null)) return null
  return lists.flatMap((one) => one ?? [])
}

type Side = readonly AddressSpan[]

/** What both hold; null is anything. */
export function both(one: Side | null, other: Side): Side
export function both(one: Side | null, other: Side | null): Side | null
export function both(one: Side | null, other: Side | null): Side | null {
  if (one === null || other === null) return one ?? other
  return one.flatMap(([from, to]) =>
    other.flatMap(([low, high]): AddressSpan[] => {
      const shared: AddressSpan = [from > low ? from : low, to < high ? to : high]
      return shared[0] <= shared[1] ? [shared] : []
    }),
  )
}
