// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, ProductStatus } from '../advisory.ts'
import type { Entry } from './entry.ts'

/** Vulnerabilities of which the document says the same. */
export interface Group {
  readonly statuses: ReadonlyMap<number, ProductStatus>
  /** Places in `advisory.weaknesses`. */
  readonly weaknesses: readonly number[]
}

/** One group a set of statuses, and another where an entry is about some vulnerabilities alone. */
export function groupsOf(advisory: Advisory, entries: readonly Entry[]): Group[] {
  const limited = entries.filter(({ onlyIds }) => onlyIds.length > 0)
  const groups = new Map<
    string,
    { statuses: ReadonlyMap<number, ProductStatus>; weaknesses: number[] }
  >()
  for (const [at, { id, statuses: number }] of advisory.weaknesses.entries()) {
    const statuses = advisory.statuses[number]
    if (statuses === undefined || statuses.size === 0) continue
    const without = limited
      .filter(({ onlyIds }) => !onlyIds.includes((id ?? '').toUpperCase()))
      .map(({ product }) => product)
    const key = `${number}|${without.join()}`
    const group = groups.get(key)
    if (group !== undefined) {
      group.weaknesses.push(at)
      continue
    }
    const kept = new Map(statuses)
    for (const product of without) kept.delete(product)
    groups.set(key, { statuses: without.length === 0 ? statuses : kept, weaknesses: [at] })
  }
  return [...groups.values()]
}
