// SPDX-License-Identifier: EUPL-1.2
import type { Tile } from '@schouw/core/ledger/tiles'
import type { EntryBytes } from '../ledger/entry-bytes.ts'
import type { Sent, Transaction } from '../session.ts'

export interface IndexedEntry extends EntryBytes {
  readonly index: number
}

export interface NewHead {
  readonly size: number
  readonly root: Uint8Array
  readonly at: string
}

// Bytes go as one value each, cut apart there: a list of byte strings would be spelled in hex.
export const insertEntries = `insert into log_entries (entry, at, leaf, header)
  select $1::bigint + n - 1, at, substring($4::bytea from (32 * (n - 1) + 1)::integer for 32),
    substring($5::bytea from start for length)
  from unnest($2::timestamptz[], $3::integer[], $6::integer[]) with ordinality
    as e(at, start, length, n)`

export const insertPayloads = `insert into log_payloads (entry, slot, salt, bytes)
  select entry, slot, substring($5::bytea from (32 * (n - 1) + 1)::integer for 32),
    substring($6::bytea from start for length)
  from unnest($1::bigint[], $2::text[], $3::integer[], $4::integer[]) with ordinality
    as p(entry, slot, start, length, n)`

const insertTiles = `insert into log_tiles (level, tile, hashes, root)
  select * from unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`

export const updateHead =
  'update logs set size = $1, root = $2, at = $3 where tenant = app_tenant()'

/** The entries follow one another. */
export function writeEntries(transaction: Transaction, entries: readonly IndexedEntry[]): Sent {
  if (entries.length === 0) return []
  const [ofEntries, ofPayloads] = [entryValues(entries), payloadValues(entries)]
  return [
    transaction.query({ name: 'add_entries', text: insertEntries, values: ofEntries }),
    transaction.query({ name: 'add_payloads', text: insertPayloads, values: ofPayloads }),
  ]
}

/** What `insertEntries` takes. */
export function entryValues(entries: readonly IndexedEntry[]): readonly unknown[] {
  const headers = entries.map(({ header }) => header)
  return [
    entries[0]?.index,
    entries.map(({ at }) => at),
    startsOf(headers),
    Buffer.concat(entries.map(({ leaf }) => leaf)),
    Buffer.concat(headers),
    headers.map(({ length }) => length),
  ]
}

/** What `insertPayloads` takes. */
export function payloadValues(entries: readonly IndexedEntry[]): readonly unknown[] {
  const slots = entries.flatMap(({ index, slots: of }) => of.map((slot) => ({ index, ...slot })))
  const payloads = slots.map(({ bytes }) => bytes)
  return [
    slots.map(({ index }) => index),
    slots.map(({ slot }) => slot),
    startsOf(payloads),
    payloads.map(({ length }) => length),
    Buffer.concat(slots.map(({ salt }) => salt)),
    Buffer.concat(payloads),
  ]
}

/** Counted from 1, as the engine does. */
function startsOf(parts: readonly Uint8Array[]): readonly number[] {
  let next = 1
  return parts.map(({ length }) => {
    next += length
    return next - length
  })
}

export function writeHead(transaction: Transaction, head: NewHead, tiles: readonly Tile[]): Sent {
  const values = [
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ bytes }) => bytes),
    tiles.map(({ root }) => root),
  ]
  return [
    ...(tiles.length === 0
      ? []
      : [transaction.query({ name: 'add_tiles', text: insertTiles, values })]),
    transaction.query({
      name: 'set_head',
      text: updateHead,
      values: headValues(head),
    }),
  ]
}

/** What `updateHead` takes. */
export function headValues({ size, root, at }: NewHead): readonly unknown[] {
  return [size, root, at]
}
