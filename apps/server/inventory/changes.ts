// SPDX-License-Identifier: EUPL-1.2
// How an asset was seen over time, and where that departs from the register or from itself.
import { historyFields } from '@schouw/contract'
import type { RecordVersion } from '@schouw/core/registers'
import type { Values } from '../sources/chosen.ts'
import { listOf } from '../sources/matching.ts'
import { agree } from '../sources/proposals.ts'
import type { NumberedSighting } from '../sources/store.ts'
import type { SightedSource } from './reading.ts'

/** One sighting, with what it says in the fields of an asset. */
export interface Seen {
  readonly source: SightedSource
  readonly sighting: NumberedSighting
  readonly values: Values
}

type Field = (typeof historyFields)[number]

interface Said {
  readonly seen: Seen
  readonly values: readonly string[]
}

export interface Span {
  readonly value: string
  readonly first: string | null
  readonly last: string | null
  readonly source_name: string
  readonly times: number
}

export interface Change {
  readonly field: Field
  readonly was: string
  readonly was_by: 'register' | 'earlier'
  readonly now: string
  readonly history: readonly Span[]
  readonly latest: Seen
}

/** `seen` in the order of time. */
export function changesOf(asset: RecordVersion, seen: readonly Seen[]): readonly Change[] {
  return historyFields.flatMap((field): Change[] => {
    const said = seen.flatMap((one): Said[] => {
      const values = listOf(one.values[field])
      return values.length === 0 ? [] : [{ seen: one, values: values.toSorted() }]
    })
    const latest = said.at(-1)
    if (latest === undefined) return []
    const registered = listOf(asset.values[field])
    const isNew = newTo(field, latest.values)
    const about = { field, now: latest.values.join(', '), history: spansOf(said) }
    if (registered.length > 0 && isNew(registered)) {
      const was = registered.join(', ')
      return [{ ...about, was, was_by: 'register', latest: latest.seen }]
    }
    // What the register has been told is no news any more.
    if (registered.length > 0) return []
    const other = said.findLast(({ values }) => isNew(values))
    if (other === undefined) return []
    const was = other.values.join(', ')
    return [{ ...about, was, was_by: 'earlier', latest: latest.seen }]
  })
}

/** Of addresses and cards a part may be all that was seen; of the rest another value is a change. */
function newTo(field: Field, now: readonly string[]): (before: readonly string[]) => boolean {
  const isExact = field === 'macs' || field === 'ips'
  const isSame = (one: string, other: string) =>
    isExact ? one === other : agree(field, one, other)
  return (before) =>
    now.some((one) => !before.some((other) => isSame(other.toLowerCase(), one.toLowerCase())))
}

function spansOf(said: readonly Said[]): readonly Span[] {
  const spans: (Span & { readonly last: string | null })[] = []
  for (const { seen, values } of said) {
    const value = values.join(', ')
    const at = seen.values['last_seen_at']
    const last = typeof at === 'string' ? at : seen.source.at
    const since = seen.values['first_seen_at']
    const open = spans.at(-1)
    if (open?.value === value) {
      spans[spans.length - 1] = { ...open, last, times: open.times + 1 }
      continue
    }
    const first = typeof since === 'string' ? since : seen.source.at
    spans.push({ value, first, last, source_name: seen.source.name, times: 1 })
  }
  return spans
}
