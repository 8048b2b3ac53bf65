// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { applied, type Entry, type RecordVersion } from './record.ts'

/** Up to and including a version, or everything that had happened at an instant in UTC. */
export type Moment = { readonly version: number } | { readonly instant: string }

/** `gap`: a version is missing or double. `foreign-entry`: an entry of another record. */
export type HistoryRefusal = 'gap' | 'foreign-entry'

/**
 * A record as it was, folded from its entries in the order of their versions; null when it was not
 * there yet. A history with a hole is refused: half a fold would be a record that never was.
 */
export function asOf(
  entries: readonly Entry[],
  moment?: Moment,
): Outcome<RecordVersion | null, HistoryRefusal> {
  let record: RecordVersion | undefined
  for (const entry of entries) {
    const version = (record?.version ?? 0) + 1
    if (entry.version !== version) {
      return refuse('gap', { expected: version, found: entry.version })
    }
    if (record !== undefined && (entry.id !== record.id || entry.kind !== record.kind)) {
      return refuse('foreign-entry', { id: entry.id, version })
    }
    if (moment !== undefined && isAfter(entry, moment)) break
    record = applied(record, entry)
  }
  return ok(record ?? null)
}

function isAfter(entry: Entry, moment: Moment): boolean {
  if ('version' in moment) return entry.version > moment.version
  return Date.parse(entry.at) > Date.parse(moment.instant)
}

/**
 * The same entries without the values that a later entry erases, each naming what it lost. What
 * comes out is all that may be kept of the payloads; folding it gives the same record of today.
 */
export function withoutErased(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => {
    const later = entries.filter((one) => one.version > entry.version)
    const gone = new Set(later.flatMap((one) => one.erased ?? []))
    const lost = Object.keys(entry.set ?? {}).filter((name) => gone.has(name))
    if (lost.length === 0) return entry
    const set = Object.fromEntries(
      Object.entries(entry.set ?? {}).filter(([name]) => !gone.has(name)),
    )
    return { ...entry, set, erased: [...new Set([...(entry.erased ?? []), ...lost])].sort() }
  })
}
