// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import type { Sha256 } from '../cryptography/index.ts'
import { hashBytes, type Node, type NodeReader, nodeHash } from '../trees/index.ts'
import { type TileId, tilePath, widthOf } from './path.ts'

/** A tile of hashes, at least as wide as asked: a fuller one has the same beginning. */
export type TileReader = (tile: TileId & { readonly level: number }) => Uint8Array | undefined

/** A tile holds eight levels of the tree, the lowest as bytes. */
const levelsATile = 8

/**
 * The hash of any perfect part of a tree of a size, out of its tiles. Nothing is trusted: a proof
 * made of it is worth what its check against a signed root says.
 */
export function nodesInTiles(
  size: number,
  read: TileReader,
  sha256: Sha256 = ownSha256,
): NodeReader {
  return (node) => {
    const { tile, from, to } = placeOf(node, size)
    const bytes = tile.width === 0 ? undefined : read(tile)
    if (bytes === undefined || bytes.length < to * hashBytes) return undefined
    let hashes: Uint8Array[] = []
    for (let at = from; at < to; at += 1) {
      hashes.push(bytes.subarray(at * hashBytes, (at + 1) * hashBytes))
    }
    while (hashes.length > 1) {
      const above: Uint8Array[] = []
      for (let at = 0; at < hashes.length; at += 2) {
        above.push(nodeHash(hashes[at], hashes[at + 1], sha256))
      }
      hashes = above
    }
    return hashes[0]?.slice()
  }
}

/** The tiles in which the nodes of a proof lie, each once: fetch these, then make the proof. */
export function tilesFor(
  nodes: readonly Node[],
  size: number,
): readonly (TileId & { readonly level: number })[] {
  const tiles = new Map<string, TileId & { readonly level: number }>()
  for (const node of nodes) {
    const { tile } = placeOf(node, size)
    tiles.set(tilePath(tile), tile)
  }
  return [...tiles.values()]
}

/** Hashes `from` up to `to` of a tile, that the node is made of. */
function placeOf(
  { height, index }: Node,
  size: number,
): { tile: TileId & { readonly level: number }; from: number; to: number } {
  const level = Math.floor(height / levelsATile)
  const width = 2 ** (height % levelsATile)
  const first = index * width
  const at = Math.floor(first / 256)
  const from = first % 256
  return {
    tile: { level, index: at, width: widthOf(size, level, at) },
    from,
    to: from + width,
  }
}
