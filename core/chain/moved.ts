// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import type { ChainFacts } from './facts.ts'

/** Registers of which each record speaks of one supplier alone. */
const ofOne = ['contract', 'remote-access', 'supplier-review'] as const
/** Registers that may bear on any of them. */
const ofAll = ['organisation', 'process', 'crown-jewel', 'zone', 'asset'] as const

/**
 * Suppliers whose line may read otherwise than it did; null is any of them. A record that did not
 * change is the same object in both.
 */
export function movedSuppliers(before: ChainFacts, now: ChainFacts): ReadonlySet<string> | null {
  if (before.today !== now.today) return null
  const of = (facts: ChainFacts, kind: KindName) => facts.records[kind] ?? []
  if (ofAll.some((kind) => changed(of(before, kind), of(now, kind)).length > 0)) return null
  // An empty register of remote access is nobody's: what it says then is unknown of all.
  const isKept = (facts: ChainFacts) => of(facts, 'remote-access').length > 0
  if (isKept(before) !== isKept(now)) return null
  return new Set([
    ...changed(of(before, 'supplier'), of(now, 'supplier')).map(({ id }) => id),
    ...ofOne.flatMap((kind) =>
      changed(of(before, kind), of(now, kind)).map(({ values }) =>
        String((values as { readonly supplier?: unknown }).supplier),
      ),
    ),
  ])
}

/** Versions that stand in one of them alone: as it was, and as it is. */
function changed(
  before: readonly RecordVersion[],
  now: readonly RecordVersion[],
): readonly RecordVersion[] {
  const [were, are] = [new Set(before), new Set(now)]
  return [...before.filter((one) => !are.has(one)), ...now.filter((one) => !were.has(one))]
}
