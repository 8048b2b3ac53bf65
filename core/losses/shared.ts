// SPDX-License-Identifier: EUPL-1.2
import type { LossInput } from '@schouw/core/risk'
import { frequencyOf, type Interval, meanTimes } from './interval.ts'

type Frequency = LossInput['risks'][number]['frequency']
type Cause = NonNullable<LossInput['shared_causes']>[number]

import type { Line, Ref } from './line.ts'

/** Risks that one event brings together, because what fails is the same thing. */
export interface SharedCause {
  readonly id: string
  /** What they share. */
  readonly of: Ref
  /** Keys of the risks in the simulation. */
  readonly risks: readonly string[]
}

/**
 * The things whose failure is the event of a risk: the supplier that fails, the site that burns, the
 * device that gives up. What an attack passes on its way is none of them: two attacks on one device
 * are two events.
 */
export function failing(risk: Line): readonly Ref[] {
  const category = risk.text('category')
  const refs = (kind: Ref['kind'], field: string) =>
    risk.list(field).map((id): Ref => ({ kind, id }))
  if (category === 'supplier_failure') return refs('supplier', 'suppliers')
  if (category === 'technical_failure') return refs('asset', 'assets')
  return category === 'physical' ? refs('site', 'sites') : []
}

interface Shareable {
  readonly key: string
  readonly hazard: string | null
  readonly failing: readonly Ref[]
}

/** A risk is in one group at most: the largest, then the first by name, so that order is nothing. */
export function sharedCauses(risks: readonly Shareable[]): readonly SharedCause[] {
  const groups = new Map<string, { readonly of: Ref; readonly risks: Set<string> }>()
  for (const { key, hazard, failing: things } of risks) {
    for (const of of things) {
      // Sites and devices fail in many ways: a fire and a flood of one site are two events.
      const isWhole = of.kind === 'supplier'
      if (!isWhole && hazard === null) continue
      const name = isWhole ? of.id : `${of.id} ${hazard}`
      const group = groups.get(name) ?? { of, risks: new Set<string>() }
      groups.set(name, group)
      group.risks.add(key)
    }
  }
  const taken = new Set<string>()
  const ordered = [...groups.values()]
    .map(({ of, risks: keys }) => ({ of, risks: [...keys].toSorted(order) }))
    .filter((group) => group.risks.length > 1)
    .toSorted(
      (a, b) => b.risks.length - a.risks.length || order(a.risks.join(' '), b.risks.join(' ')),
    )
  return ordered.flatMap((group): SharedCause[] => {
    const left = group.risks.filter((key) => !taken.has(key))
    if (left.length < 2) return []
    for (const key of left) taken.add(key)
    return [{ id: `shared/${left.join('+')}`, of: group.of, risks: left }]
  })
}

/**
 * Every event of the rarest of them is one of all of them; the others keep what they have on top.
 * The mean of each stays what it was: what changes is how bad a bad year is.
 */
export function brought(
  shared: readonly SharedCause[],
  timesOf: ReadonlyMap<string, Interval>,
): {
  readonly causes: readonly Cause[]
  /** What is left of the times of those that are brought. */
  readonly own: ReadonlyMap<string, Frequency>
} {
  const own = new Map<string, Frequency>()
  const causes = shared.flatMap(({ id, risks }): Cause[] => {
    const known = risks.flatMap((key) => {
      const times = timesOf.get(key)
      return times === undefined || meanTimes(times) <= 0 ? [] : [{ key, times }]
    })
    const [rarest, ...others] = known.toSorted(
      (a, b) => meanTimes(a.times) - meanTimes(b.times) || order(a.key, b.key),
    )
    if (rarest === undefined || others.length === 0) return []
    own.set(rarest.key, null)
    for (const { key, times } of others) {
      const left = 1 - meanTimes(rarest.times) / meanTimes(times)
      const { low, high } = times
      own.set(key, left <= 0 ? null : frequencyOf({ low: low * left, high: high * left }))
    }
    const hits = known.map(({ key }) => ({ risk: key, chance: 1 }))
    return [{ id, frequency: frequencyOf(rarest.times), hits }]
  })
  return { causes, own }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
