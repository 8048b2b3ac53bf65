// SPDX-License-Identifier: EUPL-1.2
import { compareVersions, isOfTrain, isPrefix } from './compare.ts'
import type { Bound, Interval, VersionRange } from './range.ts'
import type { Version } from './version.ts'

/** Where a version stands: inside, outside, or not to be told and why. */
export type Standing =
  | { readonly is: 'in' | 'out'; readonly because: StandingReason }
  | { readonly is: 'unclear'; readonly because: StandingReason }

export type StandingReason =
  | 'all_versions'
  | 'version_in_range'
  | 'exact_version'
  | 'version_pattern'
  | 'multi_train'
  | 'version_below_range'
  | 'version_above_range'
  | 'fixed_version'
  | 'version_not_enumerated'
  | 'version_excluded'
  | 'version_not_comparable'
  | 'version_not_precise'

/** Where a version stands in a range that is neither on serial numbers nor conditional. */
export function standing(range: VersionRange, version: Version): Standing {
  if (range.excluded.some((one) => compareVersions(one, version).order === 0)) {
    return { is: 'out', because: 'version_excluded' }
  }
  if (range.isAll) return { is: 'in', because: 'all_versions' }
  const all = [
    ...(range.fixes.length > 0 ? [byFixes(range.fixes, version)] : []),
    ...range.intervals.map((interval) => byInterval(interval, version)),
    ...range.trains.map((train) => byTrain(train, version)),
    ...range.listed.map((listed) => byListed(listed, version, range)),
  ]
  return (
    all.find(({ is }) => is === 'in') ??
    all.find(({ is }) => is === 'unclear') ??
    all.find(({ because }) => because === 'fixed_version') ??
    all[all.length - 1] ?? { is: 'unclear', because: 'version_not_comparable' }
  )
}

function byInterval({ from, to }: Interval, version: Version): Standing {
  const below = from === undefined ? inside : besideBound(version, from, 'from')
  if (below.is !== 'in') return below
  return to === undefined ? below : besideBound(version, to, 'to')
}

const inside: Standing = { is: 'in', because: 'version_in_range' }

function besideBound(version: Version, bound: Bound, side: 'from' | 'to'): Standing {
  const { order, isSure } = compareVersions(version, bound.version)
  if (!isSure) return { is: 'unclear', because: 'version_not_comparable' }
  if (order === 0 && bound.isIncluded) return inside
  if (side === 'to') {
    if (order < 0) return inside
    return { is: 'out', because: order === 0 ? 'fixed_version' : 'version_above_range' }
  }
  if (order > 0) return inside
  // 4.5 may be 4.5.1 cut short: it is not below a range that begins there.
  if (isPrefix(version, bound.version)) return { is: 'unclear', because: 'version_not_precise' }
  return { is: 'out', because: 'version_below_range' }
}

function byTrain(train: Version, version: Version): Standing {
  if (isOfTrain(version, train)) return { is: 'in', because: 'version_pattern' }
  if (isPrefix(version, train)) return { is: 'unclear', because: 'version_not_precise' }
  const { order, isSure } = compareVersions(version, train)
  if (!isSure) return { is: 'unclear', because: 'version_not_comparable' }
  return { is: 'out', because: order < 0 ? 'version_below_range' : 'version_above_range' }
}

function byListed(listed: Version, version: Version, range: VersionRange): Standing {
  const { order, isSure } = compareVersions(version, listed)
  if (order === 0 && isSure) return { is: 'in', because: 'exact_version' }
  // 12.0 may be short for 12.0.3, and the other way round; 12.1 beside both settles nothing.
  if (isPrefix(version, listed) || isPrefix(listed, version)) {
    return { is: 'unclear', because: 'version_not_precise' }
  }
  if (!isSure) return { is: 'unclear', because: 'version_not_comparable' }
  if (range.listed.length > 1) return { is: 'out', because: 'version_not_enumerated' }
  return { is: 'out', because: order < 0 ? 'version_below_range' : 'version_above_range' }
}

/**
 * One first fixed version a train. Within a train the fix decides; between trains what is older
 * than the newest fix has none; two fixes for one train leave what lies between them open.
 */
function byFixes(fixes: readonly Version[], version: Version): Standing {
  const found = fixes.map((fix) => ({ fix, ...compareVersions(version, fix) }))
  if (found.some(({ isSure }) => !isSure)) {
    return { is: 'unclear', because: 'version_not_comparable' }
  }
  if (found.every(({ order }) => order >= 0)) return { is: 'out', because: 'fixed_version' }
  const major = version.main[0]?.number
  const own = found.filter(({ fix }) => fix.main[0]?.number === major)
  const fixed = own.filter(({ order }) => order >= 0).length
  if (fixed === 0) return { is: 'in', because: 'multi_train' }
  if (fixed === own.length) return { is: 'out', because: 'multi_train' }
  return { is: 'unclear', because: 'multi_train' as const }
}
