// SPDX-License-Identifier: EUPL-1.2
import type { Values } from './field.ts'
import type { RecordKind } from './kind.ts'
import type { KindName } from './kind-names.ts'

/** Who did something, and when: a person's id, and an instant in UTC to the millisecond. */
export interface Stamp {
  readonly at: string
  readonly by: string
}

/** A record as it stands at one version. Never deleted: retired, and personal data erased. */
export interface RecordVersion {
  readonly kind: KindName
  readonly id: string
  /** From 1, one more with every entry. */
  readonly version: number
  readonly state: string
  /** Absent is not known; see `erased`. */
  readonly values: Values
  readonly created: Stamp
  readonly changed: Stamp
  /** The second person who approved what stands now; null when nobody had to, or when it lapsed. */
  readonly approval: Stamp | null
  readonly retired: (Stamp & { readonly reason: string }) | null
  /** Fields that were erased and have had no value since. */
  readonly erased: readonly string[]
}

/** One step of a record, and all that storage and ledger keep of it. */
export interface Entry {
  readonly kind: KindName
  readonly id: string
  /** Of the record after this entry. */
  readonly version: number
  readonly action: EntryAction
  readonly at: string
  readonly by: string
  /** Absent where the entry leaves it as it is. */
  readonly state?: string
  readonly set?: Values
  readonly cleared?: readonly string[]
  readonly erased?: readonly string[]
  /** Null ends it. */
  readonly approval?: Stamp | null
  /** Who approved this entry as the second person. */
  readonly second?: Stamp
  readonly reason?: string
  /** For a lapse or for what retired along: the entry of the other record that caused it. */
  readonly cause?: { readonly kind: KindName; readonly id: string; readonly version: number }
}

export type EntryAction = 'create' | 'change' | 'move' | 'retire' | 'reinstate' | 'erase' | 'lapse'

/** The record after the entry. The caller sees to it that the entry is the next one. */
export function applied(record: RecordVersion | undefined, entry: Entry): RecordVersion {
  const stamp: Stamp = { at: entry.at, by: entry.by }
  const gone = [...(entry.cleared ?? []), ...(entry.erased ?? [])]
  const values = without(gone, { ...record?.values, ...entry.set })
  const erased = new Set([...(record?.erased ?? []), ...(entry.erased ?? [])])
  for (const name of Object.keys(entry.set ?? {})) erased.delete(name)
  return {
    kind: entry.kind,
    id: entry.id,
    version: entry.version,
    state: entry.state ?? record?.state ?? '',
    values,
    created: record?.created ?? stamp,
    changed: stamp,
    approval: entry.approval === undefined ? (record?.approval ?? null) : entry.approval,
    retired: retirement(record, entry),
    erased: [...erased].sort(),
  }
}

/** The same object when nothing goes. */
export function without(gone: readonly string[], values: Values): Values {
  if (gone.length === 0) return values
  return Object.fromEntries(Object.entries(values).filter(([name]) => !gone.includes(name)))
}

function retirement(record: RecordVersion | undefined, entry: Entry): RecordVersion['retired'] {
  if (entry.action === 'reinstate') return null
  if (entry.action !== 'retire') return record?.retired ?? null
  return { at: entry.at, by: entry.by, reason: entry.reason ?? '' }
}

/** Fields that hold personal data. */
export function personalFields(kind: RecordKind): readonly string[] {
  return Object.keys(kind.fields).filter((name) => kind.fields[name]?.personal !== undefined)
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
