// SPDX-License-Identifier: EUPL-1.2

import { isLogHeader, parseHeader } from '@schouw/core/ledger/entries'
import type { Judgement } from '@schouw/core/ledger/verdicts'
import { type Entry, type RecordVersion, records } from '@schouw/core/registers'
import {
  countRecords,
  type LinkAsStored,
  type RecordAsStored,
  storedHeaders,
  storedLinks,
  storedRecords,
  storedUniques,
  storedVersions,
  strayLinks,
  strayRecords,
  type UniqueAsStored,
  type VersionAsStored,
} from '../storage/inspection/records.ts'
import { type Derived, derived } from '../storage/records/derive.ts'
import { metaOf, recordOf } from '../storage/records/row.ts'
import type { Transaction } from '../storage/session.ts'
import { isSame } from './same.ts'

export interface Told {
  readonly index: number
  readonly entry: Entry
}

interface Found {
  readonly records: ReadonlyMap<string, RecordAsStored>
  readonly versions: ReadonlyMap<string, VersionAsStored>
  readonly links: ReadonlyMap<string, readonly LinkAsStored[]>
  readonly uniques: ReadonlyMap<string, readonly UniqueAsStored[]>
}

type Facts = Readonly<Record<string, unknown>>

/** As many as a verdict keeps, and some that may turn out to follow from others. */
const mostFaults = 5000

const place = (id: string, version: number) => `${id}/${version}`

/**
 * Every version of every record against the entries. A version must be what its entry makes of the
 * version before it; as that one is looked at in its turn, all of them are the fold of the log, and
 * no more than a window of them is ever in memory.
 */
export class RecordCheck {
  readonly #transaction: Transaction
  readonly #judgement: Judgement
  /** Versions that are not what they should be: what follows from them is not told again. */
  readonly #wrong = new Set<string>()
  readonly #faults: { readonly code: string; readonly facts: Facts }[] = []
  #seenRecords = 0
  #seenVersions = 0
  #checked = 0

  constructor(transaction: Transaction, judgement: Judgement) {
    this.#transaction = transaction
    this.#judgement = judgement
  }

  /** Entries of records, in order. */
  async window(
    told: readonly Told[],
    range: { readonly from: number; readonly to: number },
  ): Promise<void> {
    if (told.length === 0) return
    const found = await this.#fetch(told, range)
    const made = new Map<string, RecordVersion>()
    for (const one of told) {
      const { id, version } = one.entry
      const before = version === 1 ? undefined : this.#before(one.entry, made, found)
      if (version > 1 && before === undefined) {
        this.#wrong.add(place(id, version))
        // The version before is missing, and was named as such.
        this.#see(found, id, version)
        continue
      }
      const record = appliedTo(before, one.entry)
      if (record === undefined) {
        const { kind } = one.entry
        this.#see(found, id, version)
        this.#refuse({ kind, id, version, index: one.index }, 'record-unreadable', {})
        continue
      }
      made.set(id, record)
      this.#compare(one, record, found)
      if (this.#wrong.has(place(id, version))) made.delete(id)
    }
    await this.#checkFirstEntries(told, found)
  }

  /** `named` are entries that the audit has named: what follows from them is left out. */
  async finish(named: ReadonlySet<number>): Promise<void> {
    const judgement = this.#judgement
    for (const { code, facts } of this.#faults) {
      if (!named.has(Number(facts['index']))) judgement.refuse('records', code, facts)
    }
    const stored = await countRecords(this.#transaction)
    if (stored.records !== this.#seenRecords || stored.versions !== this.#seenVersions) {
      const strays = await strayRecords(this.#transaction)
      for (const stray of strays) judgement.refuse('records', 'record-unexpected', { ...stray })
      const facts = {
        stored: stored.records + stored.versions,
        told: this.#seenRecords + this.#seenVersions,
      }
      if (strays.length === 0) judgement.refuse('records', 'record-count-differs', facts)
    }
    for (const { id, field } of await strayLinks(this.#transaction)) {
      judgement.refuse('records', 'link-unexpected', { id, field })
    }
    if (this.#checked > 0) {
      judgement.proven('records', { records: this.#seenRecords, versions: this.#checked })
    } else judgement.notClaimed('records')
  }

  async #fetch(told: readonly Told[], range: { readonly from: number; readonly to: number }) {
    const ids = [...new Set(told.map(({ entry }) => entry.id))]
    const wanted = new Map<string, { id: string; version: number }>()
    for (const { entry } of told) {
      const { id, version } = entry
      wanted.set(place(id, version), { id, version })
      if (version > 1) wanted.set(place(id, version - 1), { id, version: version - 1 })
    }
    const rows = await storedRecords(this.#transaction, ids, range)
    const newest = rows.map(({ id }) => id)
    const [versions, links, uniques] = await Promise.all([
      storedVersions(this.#transaction, [...wanted.values()]),
      storedLinks(this.#transaction, newest),
      storedUniques(this.#transaction, newest),
    ])
    return {
      records: new Map(rows.map((row) => [row.id, row])),
      versions: new Map(versions.map((row) => [place(row.id, row.version), row])),
      links: Map.groupBy(links, ({ id }) => id),
      uniques: Map.groupBy(uniques, ({ id }) => id),
    } satisfies Found
  }

  /** As this window made it, else as stored: it was compared in the window that made it. */
  #before(
    { id, version }: Entry,
    made: ReadonlyMap<string, RecordVersion>,
    found: Found,
  ): RecordVersion | undefined {
    if (this.#wrong.has(place(id, version - 1))) return undefined
    const here = made.get(id)
    if (here?.version === version - 1) return here
    const row = found.versions.get(place(id, version - 1))
    return row === undefined ? undefined : recordOf(row)
  }

  #see(found: Found, id: string, version: number): void {
    if (found.records.get(id)?.version === version) this.#seenRecords += 1
    if (found.versions.has(place(id, version))) this.#seenVersions += 1
  }

  #compare({ index, entry }: Told, record: RecordVersion, found: Found): void {
    const { kind, id, version } = entry
    const facts = { kind, id, version, index }
    this.#see(found, id, version)
    this.#checked += 1
    const inRecords = found.records.get(id)
    const newest = inRecords?.version === version ? inRecords : undefined
    const former = found.versions.get(place(id, version))
    const row = newest ?? former
    if (row === undefined) {
      this.#refuse(facts, 'record-missing', {})
      return
    }
    if (newest !== undefined && former !== undefined) {
      this.#refuse(facts, 'record-unexpected', {})
    }
    let rest: Derived
    try {
      rest = derived(record)
    } catch {
      this.#refuse(facts, 'record-kind-unknown', {})
      return
    }
    const columns = [
      ...differences(row, record, rest, index),
      ...(newest === undefined ? [] : newestDifferences(newest, rest, found)),
    ]
    if (columns.length > 0) this.#refuse(facts, 'record-differs', { columns })
  }

  #refuse(
    facts: Facts & { readonly id: string; readonly version: number },
    code: string,
    more: Facts,
  ): void {
    this.#wrong.add(place(facts.id, facts.version))
    if (this.#faults.length < mostFaults) this.#faults.push({ code, facts: { ...facts, ...more } })
  }

  /** The entry that a record names as its first must be one of its own, with none before it. */
  async #checkFirstEntries(told: readonly Told[], found: Found): Promise<void> {
    const rows = [...found.records.values()]
    const known = new Map(
      told.filter(({ entry }) => entry.version === 1).map(({ index, entry }) => [entry.id, index]),
    )
    const elsewhere = rows.filter(({ id }) => !known.has(id)).map((row) => row.first_entry)
    const headers = await storedHeaders(this.#transaction, elsewhere)
    for (const { kind, id, version, first_entry } of rows) {
      const index = known.get(id)
      const isFirst =
        index === undefined ? isFirstOf(headers.get(first_entry), id) : index === first_entry
      if (isFirst) continue
      const columns = ['first_entry']
      this.#judgement.refuse('records', 'record-differs', { kind, id, version, columns })
    }
  }
}

/** Undefined for what is no entry any more, whatever its bytes make of it. */
function appliedTo(before: RecordVersion | undefined, entry: Entry): RecordVersion | undefined {
  try {
    return records.applied(before, entry)
  } catch {
    return undefined
  }
}

function isFirstOf(bytes: Uint8Array | undefined, id: string): boolean {
  const header = bytes === undefined ? undefined : parseHeader(bytes)
  if (header?.ok !== true || isLogHeader(header.value)) return false
  return header.value.subject === id && header.value.prev === undefined
}

function differences(
  row: VersionAsStored,
  record: RecordVersion,
  rest: Derived,
  index: number,
): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['kind', row.kind, record.kind],
    ['version', row.version, record.version],
    ['state', row.state, record.state],
    ['document', row.document, record.values],
    ['meta', row.meta, metaOf(record)],
    ['changed_at', row.changed_at, record.changed.at],
    ['changed_at', row.is_whole, true],
    ['changed_by', row.changed_by, record.changed.by],
    ['is_retired', row.is_retired, record.retired !== null],
    ['title', row.title, rest.title],
    ['sort_title', row.sort_title, rest.sortTitle],
    ['search', row.search, rest.search],
    ['owner', row.owner, rest.owner],
    ['entry', row.entry, index],
  ]
  return pairs.filter(([, stored, told]) => !isSame(stored, told)).map(([name]) => name)
}

function newestDifferences(row: RecordAsStored, rest: Derived, found: Found): readonly string[] {
  const links = found.links.get(row.id) ?? []
  const uniques = found.uniques.get(row.id) ?? []
  return [
    ...(row.natural_key === rest.naturalKey ? [] : ['natural_key']),
    ...(row.is_indexed ? [] : ['terms']),
    ...(isSameSet(
      links.map(({ field, target, kind }) => [field, target, kind]),
      rest.links.map(({ field, target }) => [field, target, row.kind]),
    )
      ? []
      : ['record_links']),
    ...(isSameSet(
      uniques.map(({ field, value, kind }) => [field, value, kind]),
      rest.uniques.map(({ field, value }) => [field, value, row.kind]),
    )
      ? []
      : ['record_uniques']),
  ]
}

function isSameSet(one: readonly (readonly string[])[], other: readonly (readonly string[])[]) {
  const text = (rows: readonly (readonly string[])[]) =>
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n')
  return one.length === other.length && text(one) === text(other)
}
