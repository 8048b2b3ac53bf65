// SPDX-License-Identifier: EUPL-1.2
import {
  type KindName,
  kind as kindOf,
  type Lookup,
  type RecordVersion,
} from '@schouw/core/registers'
import { derived, isUuid, keyText, naturalKey } from '../records/derive.ts'
import type { Pending } from './change.ts'

/** A record as a change finds it, with where its newest entry stands in the log. */
export interface Standing {
  readonly record: RecordVersion
  readonly entry: number
  readonly firstEntry: number
  /** Leaf hash of that entry. */
  readonly leaf: Uint8Array
}

export interface Holder {
  readonly kind: KindName
  /** `key`, or the unique field. */
  readonly field: string
  readonly value: string
}

export interface Reference {
  readonly kind: KindName
  readonly field: string
  readonly target: string
}

/** What was asked and is not known yet. */
export interface Questions {
  readonly ids: ReadonlySet<string>
  readonly holders: ReadonlyMap<string, Holder>
  readonly references: ReadonlyMap<string, Reference>
  /** Ids of acts that wait. */
  readonly pending: ReadonlySet<string>
  /** Whether the appointments were asked. */
  readonly seats: boolean
}

/** The natural key, among the fields that a holder can have. */
export const keyField = 'key'

/**
 * What the database holds, as far as it was fetched, under what the changes of this batch have
 * made of it. Steps of the core ask and do not wait, so whatever is missing is noted.
 */
export class View {
  readonly #stored = new Map<string, Standing | null>()
  readonly #made = new Map<string, RecordVersion>()
  readonly #madeByKind = new Map<KindName, Set<string>>()
  /** Who holds what by the changes of this batch. */
  readonly #madeHolders = new Map<string, string>()
  readonly #holders = new Map<string, string | null>()
  readonly #references = new Map<string, readonly string[]>()
  readonly #pending = new Map<string, Pending | null>()
  #seats: readonly string[] | undefined
  #ids = new Set<string>()
  #askedPending = new Set<string>()
  #askedHolders = new Map<string, Holder>()
  #askedReferences = new Map<string, Reference>()
  #askedSeats = false

  readonly lookup: Lookup = {
    find: (id) => {
      const record = this.record(id)
      if (record === undefined) return undefined
      return { kind: record.kind, version: record.version, isRetired: record.retired !== null }
    },
    holder: (kind, values) => this.#holder(kind, values),
    referrers: (kind, field, id) => this.#referrers({ kind, field, target: id }),
    seats: () => this.#appointments(),
  }

  record(id: string): RecordVersion | undefined {
    const made = this.#made.get(id)
    if (made !== undefined) return made
    const stored = this.#stored.get(id)
    if (stored === undefined && isUuid(id)) this.#ids.add(id)
    return stored?.record
  }

  /** An act that waits, or waited, with its answer. */
  pending(id: string): Pending | undefined {
    const known = this.#pending.get(id)
    if (known === undefined && isUuid(id)) this.#askedPending.add(id)
    return known ?? undefined
  }

  learnPending(id: string, act: Pending | undefined): void {
    this.#pending.set(id, act ?? null)
  }

  standing(id: string): Standing | undefined {
    return this.#stored.get(id) ?? undefined
  }

  get isAsking(): boolean {
    const asked = [this.#ids, this.#askedPending, this.#askedHolders, this.#askedReferences]
    return this.#askedSeats || asked.some(({ size }) => size > 0)
  }

  /** What the calls since the last time asked in vain; empty when every answer was whole. */
  takeQuestions(): Questions {
    const questions = {
      ids: this.#ids,
      holders: this.#askedHolders,
      references: this.#askedReferences,
      pending: this.#askedPending,
      seats: this.#askedSeats,
    }
    this.#ids = new Set()
    this.#askedPending = new Set()
    this.#askedHolders = new Map()
    this.#askedReferences = new Map()
    this.#askedSeats = false
    return questions
  }

  learnRecord(id: string, standing: Standing | undefined): void {
    this.#stored.set(id, standing ?? null)
  }

  learnHolder(holder: Holder, id: string | undefined): void {
    this.#holders.set(holderName(holder), id ?? null)
  }

  learnReferrers(reference: Reference, ids: readonly string[]): void {
    this.#references.set(referenceName(reference), ids)
  }

  learnSeats(ids: readonly string[]): void {
    this.#seats = ids
  }

  /** Later changes of the batch see it. */
  put(record: RecordVersion): void {
    const former = this.#made.get(record.id)
    if (former !== undefined) {
      for (const name of heldNames(former)) {
        if (this.#madeHolders.get(name) === record.id) this.#madeHolders.delete(name)
      }
    }
    this.#made.set(record.id, record)
    for (const name of heldNames(record)) this.#madeHolders.set(name, record.id)
    const ofKind = this.#madeByKind.get(record.kind) ?? new Set()
    this.#madeByKind.set(record.kind, ofKind.add(record.id))
  }

  #holder(kind: KindName, values: Readonly<Record<string, unknown>>): string | undefined {
    const holder = holderOf(kind, values)
    const name = holderName(holder)
    const maker = this.#madeHolders.get(name)
    if (maker !== undefined) return maker
    const stored = this.#holders.get(name)
    if (stored === undefined) this.#askedHolders.set(name, holder)
    if (stored === undefined || stored === null) return undefined
    // A record of this batch may have let go of what it held.
    const made = this.#made.get(stored)
    return made === undefined ? stored : undefined
  }

  #appointments(): readonly RecordVersion[] {
    if (this.#seats === undefined) this.#askedSeats = true
    const ids = new Set([...(this.#seats ?? []), ...(this.#madeByKind.get('appointment') ?? [])])
    const records = [...ids].flatMap((id) => this.record(id) ?? [])
    return records.filter(({ retired }) => retired === null)
  }

  #referrers(reference: Reference): readonly RecordVersion[] {
    const name = referenceName(reference)
    const stored = this.#references.get(name)
    if (stored === undefined && isUuid(reference.target)) this.#askedReferences.set(name, reference)
    const ids = new Set(stored)
    for (const id of this.#madeByKind.get(reference.kind) ?? []) ids.add(id)
    const records = [...ids].flatMap((id) => this.record(id) ?? [])
    return records
      .filter((record) => record.retired === null && refers(record, reference))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

function holderOf(kind: KindName, values: Readonly<Record<string, unknown>>): Holder {
  const declared = kindOf(kind)
  const names = Object.keys(values)
  const [first = ''] = names
  const isKey =
    declared !== undefined &&
    names.length === declared.key.length &&
    declared.key.every((name) => names.includes(name))
  return isKey
    ? { kind, field: keyField, value: naturalKey(declared, values) }
    : { kind, field: first, value: keyText(values[first]) }
}

/** Everything a record keeps others from having. */
function heldNames(record: RecordVersion): readonly string[] {
  const { kind } = record
  const { naturalKey: key, uniques } = derived(record)
  return [
    holderName({ kind, field: keyField, value: key }),
    ...uniques.map((one) => holderName({ kind, ...one })),
  ]
}

function refers(record: RecordVersion, { field, target }: Reference): boolean {
  return derived(record).links.some((link) => link.field === field && link.target === target)
}

const holderName = ({ kind, field, value }: Holder) => `${kind} ${field} ${value}`
const referenceName = ({ kind, field, target }: Reference) => `${kind} ${field} ${target}`
