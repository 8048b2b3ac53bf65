// SPDX-License-Identifier: EUPL-1.2
import { isCount } from '../trees/index.ts'

export const tileWidth = 256

const highestLevel = 63

/** A tile of the tree, `hashes`, or the entries below a tile of level 0. */
export interface TileId {
  readonly level: number | 'entries'
  readonly index: number
  /** Hashes, or entries, in it: 256 when it is full. */
  readonly width: number
}

/** C2SP tlog-tiles, "Merkle Tree" and "Log entries", without the log's prefix. */
export function tilePath({ level, index, width }: TileId): string {
  let groups = String(index % 1000).padStart(3, '0')
  for (let left = Math.floor(index / 1000); left > 0; left = Math.floor(left / 1000)) {
    groups = `x${String(left % 1000).padStart(3, '0')}/${groups}`
  }
  return `tile/${level}/${groups}${width === tileWidth ? '' : `.p/${width}`}`
}

const shape = /^tile\/(0|[1-9]\d?|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Only the one path that `tilePath` writes for a tile. */
export function parseTilePath(path: string): TileId | undefined {
  const [, level, groups, part] = shape.exec(path) ?? []
  if (level === undefined || groups === undefined) return undefined
  const id: TileId = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: part === undefined ? tileWidth : Number(part),
  }
  const isWithin =
    (id.level === 'entries' || id.level <= highestLevel) &&
    isCount(id.index) &&
    (part === undefined || id.width < tileWidth)
  return isWithin && tilePath(id) === path ? id : undefined
}

/** Full tiles and the partial one at the edge of a level, for a tree of a size. */
export function tileWidths(size: number, level: number): { full: number; partial: number } {
  const hashes = Math.floor(size / tileWidth ** level)
  return { full: Math.floor(hashes / tileWidth), partial: hashes % tileWidth }
}

/** How wide a tile is in a tree of a size; 0 where the tree has not come so far. */
export function widthOf(size: number, level: number, index: number): number {
  const { full, partial } = tileWidths(size, level)
  return index < full ? tileWidth : index === full ? partial : 0
}

/** Every tile of a tree, level by level. */
export function* tilesOf(size: number): Generator<TileId & { readonly level: number }> {
  for (let level = 0; level <= highestLevel; level += 1) {
    const { full, partial } = tileWidths(size, level)
    if (full === 0 && partial === 0) return
    for (let index = 0; index < full; index += 1) yield { level, index, width: tileWidth }
    if (partial > 0) yield { level, index: full, width: partial }
  }
}
