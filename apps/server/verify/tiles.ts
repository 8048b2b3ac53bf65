// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '@schouw/core/ledger/bytes'
import type { Tile } from '@schouw/core/ledger/tiles'
import { tileWidth, tileWidths } from '@schouw/core/ledger/tiles'
import { Frontier, hashBytes } from '@schouw/core/ledger/trees'
import type { Judgement } from '@schouw/core/ledger/verdicts'
import type { TileAsStored } from '../storage/inspection/log.ts'
import { sha256 } from '../storage/ledger/hash.ts'

/**
 * The right edge as it is stored: full tiles have rows, what is still being filled stands as leaves
 * of entries and roots of tiles.
 */
export class StoredEdge {
  readonly #judgement: Judgement
  /** Of each level the hashes of the tile that is being filled. */
  readonly #edges: Uint8Array[][] = []

  constructor(judgement: Judgement) {
    this.#judgement = judgement
  }

  /** The leaf of the next entry, as stored; zeros for one that is not there. */
  leaf(hash: Uint8Array | undefined): void {
    this.#put(0, hash)
  }

  /** A tile below this level that is not there. */
  absent(level: number): void {
    this.#put(level, undefined)
  }

  /** A stored tile, whose own root has to be that of its hashes. */
  tile({ level, tile, hashes, root }: TileAsStored): Tile {
    if (level < 63) this.#put(level + 1, root)
    const computed = rootOf(hashes)
    if (computed === undefined || !equalBytes(computed, root)) {
      this.#judgement.refuse('tiles', 'tile-root-differs', { level, tile })
    }
    return { level, index: tile, width: tileWidth, bytes: hashes }
  }

  /** The tiles that are not full at that size. */
  partial(size: number): readonly Tile[] {
    const tiles: Tile[] = []
    for (let level = 0; ; level += 1) {
      const { full, partial } = tileWidths(size, level)
      if (full === 0 && partial === 0) return tiles
      const hashes = this.#edges[level] ?? []
      if (partial === 0) continue
      const bytes = new Uint8Array(partial * hashBytes)
      for (const [at, hash] of hashes.slice(0, partial).entries()) {
        if (hash.length === hashBytes) bytes.set(hash, at * hashBytes)
      }
      tiles.push({ level, index: full, width: partial, bytes })
    }
  }

  #put(level: number, hash: Uint8Array = new Uint8Array(hashBytes)): void {
    this.#edges[level] ??= []
    this.#edges[level].push(hash)
    if (this.#edges[level].length === tileWidth) this.#edges[level] = []
  }
}

function rootOf(hashes: Uint8Array): Uint8Array | undefined {
  if (hashes.length !== tileWidth * hashBytes) return undefined
  const frontier = Frontier.empty(sha256)
  for (let at = 0; at < hashes.length; at += hashBytes) {
    frontier.append(hashes.subarray(at, at + hashBytes))
  }
  return frontier.root()
}
