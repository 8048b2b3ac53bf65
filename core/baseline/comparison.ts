// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Comparison, Contradiction } from './baseline.ts'
import { isOwnDevice } from './matching.ts'

type Comparable = Pick<
  Baseline,
  'as_of' | 'not_measured' | 'measures' | 'inventory' | 'contradictions' | 'figures'
>

/**
 * What changed. A section or figure that one of both did not measure has null on that side, and
 * what is no longer looked at is neither gone nor solved.
 */
export function comparison(earlier: Comparable, now: Comparable): Comparison {
  const before = assetKeys(earlier)
  const after = assetKeys(now)
  const present = new Set(now.contradictions.map(({ id }) => id))
  const known = new Set(earlier.contradictions.map(({ id }) => id))
  const isHeardTwice = [earlier, now].every((one) => !one.not_measured.includes('captures'))
  return {
    earlier_as_of: earlier.as_of,
    measures: now.measures.map(({ id, level }) => ({
      id,
      before: earlier.measures.find((measure) => measure.id === id)?.level ?? null,
      now: level,
    })),
    assets_new: isHeardTwice ? [...after].filter((id) => !before.has(id)) : [],
    assets_gone: isHeardTwice ? [...before].filter((id) => !after.has(id)) : [],
    contradictions_new: [...present].filter((id) => !known.has(id)),
    contradictions_solved: earlier.contradictions
      .filter((one) => !present.has(one.id) && isLookedAt(one, now.not_measured))
      .map(({ id }) => id),
    figures: now.figures.map(({ id, value }) => ({
      id,
      before: earlier.figures.find((figure) => figure.id === id)?.value ?? null,
      now: value,
    })),
  }
}

/** Whether the parts it rested on are measured still. */
function isLookedAt({ kind, sources }: Contradiction, missing: readonly string[]): boolean {
  if (isFromRegisters[kind] === false && missing.includes('captures')) return false
  return sources.every((source) => {
    if (source.kind === 'frame') return !missing.includes('captures')
    return source.kind !== 'row' || !missing.includes(source.path.replace(/\..*$/, ''))
  })
}

/** Kinds that only a capture shows; a contradicted claim may rest on either. */
const isFromRegisters: Readonly<Record<Contradiction['kind'], boolean | null>> = {
  unregistered_device: false,
  registered_not_seen: false,
  forbidden_conversation: false,
  internet_from_ot: false,
  access_outside_window: false,
  remote_access_without_grant: false,
  cleartext_management: false,
  attribute_differs: false,
  claim_contradicted: null,
  restore_test_missed: true,
}

function assetKeys({ inventory }: Comparable): Set<string> {
  return new Set(inventory.assets.filter(isOwnDevice).map(({ id }) => id))
}
