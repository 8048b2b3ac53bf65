// SPDX-License-Identifier: EUPL-1.2
import { compareVersions } from './compare.ts'
import type { Bound, Interval, VersionRange } from './range.ts'
import { standing } from './within.ts'

/**
 * Whether a version can be in both ranges. What cannot be compared for sure is taken not to meet,
 * and so is what only single versions that are excluded leave apart.
 */
export function rangesMeet(a: VersionRange, b: VersionRange): boolean {
  if (a.isAll || b.isAll) return true
  const isListed = (one: VersionRange, other: VersionRange) =>
    one.listed.some((version) => standing(other, version).is === 'in')
  if (isListed(a, b) || isListed(b, a)) return true
  return a.intervals.some((one) => b.intervals.some((other) => intervalsMeet(one, other)))
}

function intervalsMeet(a: Interval, b: Interval): boolean {
  return isBefore(a.from, b.to) && isBefore(b.from, a.to)
}

/** Whether something lies from one bound up to the other. */
function isBefore(from: Bound | undefined, to: Bound | undefined): boolean {
  if (from === undefined || to === undefined) return true
  const { order, isSure } = compareVersions(from.version, to.version)
  if (!isSure) return false
  return order < 0 || (order === 0 && from.isIncluded && to.isIncluded)
}
