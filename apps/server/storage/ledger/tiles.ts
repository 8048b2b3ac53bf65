// SPDX-License-Identifier: EUPL-1.2
import {
  type TileId,
  type TileReader,
  TileTree,
  tilePath,
  tileWidth,
  tileWidths,
} from '@schouw/core/ledger/tiles'
import type { Transaction } from '../session.ts'
import { sha256 } from './hash.ts'

export type HashTile = TileId & { readonly level: number }

/** Hashes of a tile of the given width, whether it is stored as a full one or still being filled. */
export async function readTile(
  transaction: Transaction,
  { level, index, width }: HashTile,
): Promise<Uint8Array | undefined> {
  const stored = transaction.query<{ hashes: Uint8Array }>({
    name: 'tile',
    text: 'select hashes from log_tiles where level = $1 and tile = $2',
    values: [level, index],
  })
  // One that is not asked for whole is hardly ever stored yet: then both go out together.
  if (width === tileWidth) {
    const { rows } = await stored
    return rows[0]?.hashes ?? (await gathered(transaction, { level, index, width }))
  }
  const [{ rows }, beside] = await Promise.all([
    stored,
    gathered(transaction, { level, index, width }),
  ])
  return rows[0]?.hashes.subarray(0, width * 32) ?? beside
}

/** A tile that is still being filled, from what stands below it. */
async function gathered(
  transaction: Transaction,
  { level, index, width }: HashTile,
): Promise<Uint8Array | undefined> {
  const from = index * tileWidth
  const below =
    level === 0
      ? {
          name: 'leaves',
          text: 'select leaf as hash from log_entries where entry >= $1 and entry < $2 order by entry',
          values: [from, from + width],
        }
      : {
          name: 'roots',
          text: `select root as hash from log_tiles
            where level = $3 and tile >= $1 and tile < $2 order by tile`,
          values: [from, from + width, level - 1],
        }
  const { rows } = await transaction.query<{ hash: Uint8Array }>(below)
  return rows.length === width ? Buffer.concat(rows.map(({ hash }) => hash)) : undefined
}

/** Fetches tiles so that the core, which does not wait, can read them. */
export async function tileReader(
  transaction: Transaction,
  tiles: readonly HashTile[],
): Promise<TileReader> {
  const found = await Promise.all(tiles.map((tile) => readTile(transaction, tile)))
  const byPath = new Map(tiles.map((tile, at) => [tilePath(tile), found[at]]))
  return (tile) => byPath.get(tilePath(tile))
}

/** The tree of a size as it goes on growing; undefined when a part of its edge is missing. */
export async function storedTree(
  transaction: Transaction,
  size: number,
): Promise<TileTree | undefined> {
  return TileTree.restored(size, await tileReader(transaction, edgeOf(size)), sha256)
}

/** The tiles at the right edge: all that a growing tree keeps. */
function edgeOf(size: number): readonly HashTile[] {
  const tiles: HashTile[] = []
  for (let level = 0; ; level += 1) {
    const { full, partial } = tileWidths(size, level)
    if (full === 0 && partial === 0) return tiles
    if (partial > 0) tiles.push({ level, index: full, width: partial })
  }
}
