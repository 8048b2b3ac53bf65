// SPDX-License-Identifier: EUPL-1.2
import type { Transaction } from '../session.ts'

// What is stored of a log, read as it stands: nothing is taken for granted that a constraint or a
// former step would make sure of.

export interface LogAsStored {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly at: string
  readonly is_whole: boolean
}

export interface KeyAsStored {
  readonly id: string
  readonly verifier: string
  readonly sealed_seed: Uint8Array
  readonly since: number
  readonly until: number | null
}

export interface HeadAsStored {
  readonly size: number
  readonly root: Uint8Array
  readonly note: Uint8Array
}

export interface EntryAsStored {
  readonly entry: number
  readonly at: string
  /** Whether the instant is one of whole milliseconds, as it was written. */
  readonly is_whole: boolean
  readonly leaf: Uint8Array
  readonly header: Uint8Array
}

export interface PayloadAsStored {
  readonly entry: number
  readonly slot: string
  readonly salt: Uint8Array | null
  readonly bytes: Uint8Array | null
}

export interface TileAsStored {
  readonly level: number
  readonly tile: number
  readonly hashes: Uint8Array
  readonly root: Uint8Array
}

const wholeMs = `(date_trunc('milliseconds', at) = at) as is_whole`

export async function storedLogRow(transaction: Transaction): Promise<LogAsStored | undefined> {
  const { rows } = await transaction.query<LogAsStored>({
    text: `select origin, size, root, at, ${wholeMs} from logs where tenant = app_tenant()`,
  })
  return rows[0]
}

export async function storedKeys(transaction: Transaction): Promise<readonly KeyAsStored[]> {
  const { rows } = await transaction.query<KeyAsStored>({
    text: 'select id, verifier, sealed_seed, since, until from log_keys order by since, id',
  })
  return rows
}

export async function storedHeads(transaction: Transaction): Promise<readonly HeadAsStored[]> {
  const { rows } = await transaction.query<HeadAsStored>({
    text: 'select size, root, note from log_heads order by size',
  })
  return rows
}

export interface Window {
  readonly entries: readonly EntryAsStored[]
  readonly payloads: readonly PayloadAsStored[]
  /** Of level 0. */
  readonly tiles: readonly TileAsStored[]
}

/** From one index up to, but without, the other; both at the edge of a tile. */
export async function storedWindow(
  transaction: Transaction,
  from: number,
  to: number,
): Promise<Window> {
  const values = [from, to]
  const [entries, payloads, tiles] = await Promise.all([
    transaction.query<EntryAsStored>({
      name: 'inspect_entries',
      text: `select entry, at, ${wholeMs}, leaf, header from log_entries
        where entry >= $1 and entry < $2 order by entry`,
      values,
    }),
    transaction.query<PayloadAsStored>({
      name: 'inspect_payloads',
      text: `select entry, slot, salt, bytes from log_payloads
        where entry >= $1 and entry < $2 order by entry, slot`,
      values,
    }),
    transaction.query<TileAsStored>({
      name: 'inspect_tiles',
      text: `select level, tile, hashes, root from log_tiles
        where level = 0 and tile >= $1 / 256 and tile < $2 / 256 order by tile`,
      values,
    }),
  ])
  return { entries: entries.rows, payloads: payloads.rows, tiles: tiles.rows }
}

/** Every tile above level 0. */
export async function storedUpperTiles(transaction: Transaction): Promise<readonly TileAsStored[]> {
  const { rows } = await transaction.query<TileAsStored>({
    text: 'select level, tile, hashes, root from log_tiles where level <> 0 order by level, tile',
  })
  return rows
}

/** The last entry below an index that the log cannot have; undefined when there is none. */
export async function lastEntryBelow(
  transaction: Transaction,
  below: number,
): Promise<number | undefined> {
  const { rows } = await transaction.query<{ last: number | null }>({
    text: 'select max(entry) as last from log_entries where entry < $1 and entry >= 0',
    values: [below],
  })
  return rows[0]?.last ?? undefined
}

export interface OutsideLog {
  readonly entries: readonly number[]
  readonly payloads: readonly { readonly entry: number; readonly slot: string }[]
  readonly tiles: readonly { readonly level: number; readonly tile: number }[]
}

/** Rows that belong to no place of a log of that size; the first hundred of each. */
export async function outsideLog(transaction: Transaction, size: number): Promise<OutsideLog> {
  const values = [size]
  const [entries, payloads, tiles] = await Promise.all([
    transaction.query<{ entry: number }>({
      text: `select entry from log_entries where entry < 0 or entry >= $1
        order by entry limit 100`,
      values,
    }),
    transaction.query<{ entry: number; slot: string }>({
      text: `select entry, slot from log_payloads where entry < 0 or entry >= $1
        order by entry, slot limit 100`,
      values,
    }),
    transaction.query<{ level: number; tile: number }>({
      text: `select level, tile from log_tiles
        where level = 0 and (tile < 0 or tile >= $1 / 256) order by tile limit 100`,
      values,
    }),
  ])
  return {
    entries: entries.rows.map(({ entry }) => entry),
    payloads: payloads.rows,
    tiles: tiles.rows,
  }
}
