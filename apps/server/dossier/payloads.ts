// SPDX-License-Identifier: EUPL-1.2
import type { ShownEntry } from '@schouw/core/ledger/dossiers'
import { isLogHeader, parseHeader, type RecordHeader, type Slot } from '@schouw/core/ledger/entries'
import type { Database } from '../storage/dialect.ts'
import { entrySlot } from '../storage/ledger/entry-bytes.ts'
import { kindsOfScope } from './scopes.ts'
import type { Wanted } from './wanted.ts'

export interface ReadHeader {
  readonly entry: number
  readonly bytes: Uint8Array
  /** Undefined for the log's own entries. */
  readonly header: RecordHeader | undefined
}

/** So many headers and payloads are asked for at once. */
const page = 2_000

export async function headersBelow(db: Database, size: number): Promise<readonly ReadHeader[]> {
  const read: ReadHeader[] = []
  for (let from = 0; from < size; from += page) {
    const rows = await db
      .selectFrom('log_entries')
      .select(['entry', 'header'])
      .where('entry', '>=', from)
      .where('entry', '<', Math.min(size, from + page))
      .orderBy('entry')
      .execute()
    for (const { entry, header: bytes } of rows) {
      const parsed = parseHeader(bytes)
      const header = parsed.ok && !isLogHeader(parsed.value) ? parsed.value : undefined
      read.push({ entry, bytes, header })
    }
  }
  return read
}

/** Entries of which something is shown: by register, by period, and by what is held back. */
export function entriesShown(headers: readonly ReadHeader[], wanted: Wanted): readonly number[] {
  const kinds: ReadonlySet<string> = new Set(kindsOfScope[wanted.scope])
  const held = new Set(wanted.withhold)
  return headers.flatMap(({ entry, header }) => {
    if (header === undefined || !kinds.has(header.register)) return []
    if (held.has(header.register) || held.has(header.subject)) return []
    return header.at.slice(0, 10) <= wanted.until ? [entry] : []
  })
}

/** Slots with what was erased left out: an entry of the log says so itself. */
export async function payloadsOf(
  db: Database,
  entries: readonly number[],
  isShown: (entry: number, slot: string) => boolean,
): Promise<readonly ShownEntry[]> {
  const found: ShownEntry[] = []
  for (let from = 0; from < entries.length; from += page) {
    const rows = await db
      .selectFrom('log_payloads')
      .select(['entry', 'slot', 'salt', 'bytes'])
      .where('entry', 'in', entries.slice(from, from + page))
      .execute()
    const byEntry = Map.groupBy(rows, ({ entry }) => entry)
    for (const [index, own] of [...byEntry].sort(([a], [b]) => a - b)) {
      const slots = own
        .flatMap(({ slot, salt, bytes }): readonly Slot[] =>
          salt === null || bytes === null || !isShown(index, slot) ? [] : [{ slot, salt, bytes }],
        )
        .toSorted((a, b) => (a.slot < b.slot ? -1 : 1))
      if (slots.length > 0) found.push({ index, slots })
    }
  }
  return found
}

/** The entry itself is shown; personal data only of the person whose dossier it is. */
export function slotRule(headers: readonly ReadHeader[], wanted: Wanted) {
  const held = new Set(wanted.withhold)
  return (entry: number, slot: string): boolean => {
    const header = headers[entry]?.header
    if (header === undefined || held.has(`${header.register}:${slot}`)) return false
    if (slot === entrySlot) return true
    if (held.has('personal')) return false
    if (wanted.showNames && header.register === 'person' && slot === 'personal-name') return true
    return wanted.person !== undefined && header.subject === wanted.person
  }
}

/** Digests of files that what is shown names, in the order of their names. */
export function digestsIn(shown: readonly ShownEntry[]): readonly string[] {
  const found = new Set<string>()
  for (const { slots } of shown) {
    for (const { bytes } of slots) {
      const text = Buffer.from(bytes).toString('utf8')
      for (const [, digest = ''] of text.matchAll(/"([0-9a-f]{64})"/g)) found.add(digest)
    }
  }
  return [...found].sort()
}
