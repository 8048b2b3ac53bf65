// SPDX-License-Identifier: EUPL-1.2
import { kind as kindOf, type RecordKind } from '@schouw/core/registers'
import type { Planned } from './plan.ts'

/**
 * What whoever imports may retire alone, then all that needs a second person for it, or leans on
 * such a record, or is added to what stood before. The first part grows with the factory and can be
 * taken back whole; the second is its judgement, some hundreds at most, and comes in one go. Each in
 * the order in which it can be made.
 */
export function inParts(planned: readonly Planned[]): {
  readonly loose: readonly Planned[]
  readonly bound: readonly Planned[]
} {
  const bound = new Set<string>()
  for (const one of planned) {
    if (one.isThere !== true && (isGuarded(one) || names(one.values, bound))) bound.add(one.id)
  }
  const isBound = ({ id, isThere }: Planned) => isThere === true || bound.has(id)
  return {
    loose: planned.filter((one) => !isBound(one)),
    bound: planned.filter(isBound),
  }
}

/** Somebody else is asked before it retires, or it would come back as something that has lapsed. */
function isGuarded({ kind: name, state }: Planned): boolean {
  const kind = kindOf(name)
  if (kind === undefined) return false
  const { lapse, initial } = kind.lifecycle
  return lapse?.from.includes(state ?? initial[0]) === true || kind.fourEyes.some(isMet)
}

/** By a record that is made and retires again. */
function isMet(rule: RecordKind['fourEyes'][number]): boolean {
  if (rule.on === 'change') return rule.in === undefined
  return rule.on === 'create' || rule.on === 'retire'
}

function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((one) => names(one, ids))
}
