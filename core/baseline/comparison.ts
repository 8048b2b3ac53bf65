// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Comparison } from './baseline.ts'
import { isOwnDevice } from './matching.ts'

type Comparable = Pick<Baseline, 'as_of' | 'measures' | 'inventory' | 'contradictions' | 'figures'>

/** What changed. A section or figure that one of both did not measure has null on that side. */
export function comparison(earlier: Comparable, now: Comparable): Comparison {
  const before = assetKeys(earlier)
  const after = assetKeys(now)
  const solved = new Set(now.contradictions.map(({ id }) => id))
  const known = new Set(earlier.contradictions.map(({ id }) => id))
  return {
    earlier_as_of: earlier.as_of,
    measures: now.measures.map(({ id, level }) => ({
      id,
      before: earlier.measures.find((measure) => measure.id === id)?.level ?? null,
      now: level,
    })),
    assets_new: [...after].filter((id) => !before.has(id)),
    assets_gone: [...before].filter((id) => !after.has(id)),
    contradictions_new: [...solved].filter((id) => !known.has(id)),
    contradictions_solved: [...known].filter((id) => !solved.has(id)),
    figures: now.figures.map(({ id, value }) => ({
      id,
      before: earlier.figures.find((figure) => figure.id === id)?.value ?? null,
      now: value,
    })),
  }
}

function assetKeys({ inventory }: Comparable): Set<string> {
  return new Set(inventory.assets.filter(isOwnDevice).map(({ id }) => id))
}
