// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import type { Sha256 } from '../cryptography/index.ts'
import { Frontier, hashBytes, nodesFor } from '../trees/index.ts'
import { type TileId, tileWidth, tileWidths } from './path.ts'
import { nodesInTiles, type TileReader } from './read.ts'

export interface Tile extends TileId {
  readonly level: number
  readonly bytes: Uint8Array
  /** Of a full tile: its hash in the level above. */
  readonly root?: Uint8Array
}

/** The rightmost tile of a level, being filled. */
interface Edge {
  bytes: Uint8Array
  width: number
  index: number
  isChanged: boolean
}

interface Full extends Tile {
  root?: Uint8Array
}

const levelsATile = 8

/**
 * A tree that grows, as tiles: what has to be stored after each batch. Kept in memory are the
 * rightmost tiles only, at most 8 kB a level.
 */
export class TileTree {
  readonly #frontier: Frontier
  readonly #edges: Edge[]
  #full: Full[] = []

  private constructor(frontier: Frontier, edges: Edge[]) {
    this.#frontier = frontier
    this.#edges = edges
  }

  static empty(sha256: Sha256 = ownSha256): TileTree {
    return new TileTree(Frontier.empty(sha256), [])
  }

  /**
   * Goes on where stored tiles end; `undefined` when one at the right edge is missing or short.
   * Whether they are the right ones is for the caller to see: `root` must be the known one.
   */
  static restored(
    size: number,
    read: TileReader,
    sha256: Sha256 = ownSha256,
  ): TileTree | undefined {
    const nodes = nodesInTiles(size, read, sha256)
    const parts: Uint8Array[] = []
    for (const node of nodesFor.root(size)) {
      const hash = nodes(node)
      if (hash === undefined) return undefined
      parts.push(hash)
    }
    const frontier = Frontier.restored(size, parts, sha256)
    const edges = edgesOf(size, read)
    return frontier === undefined || edges === undefined ? undefined : new TileTree(frontier, edges)
  }

  get size(): number {
    return this.#frontier.size
  }

  root(): Uint8Array {
    return this.#frontier.root()
  }

  /** Hashes of the perfect parts, largest first. */
  parts(): readonly Uint8Array[] {
    return this.#frontier.parts
  }

  append(leaf: Uint8Array): void {
    this.#frontier.append(leaf, (height, hash) => {
      if (height % levelsATile === 0) this.#put(height / levelsATile, hash)
    })
  }

  /** Tiles that changed since the last call: full ones for good, then the partial ones. */
  changed(): readonly Tile[] {
    const partial = this.partial().filter(({ level }) => this.#edges[level].isChanged)
    for (const edge of this.#edges) edge.isChanged = false
    return [...this.filled(), ...partial]
  }

  /** Of these only the full ones, once each. */
  filled(): readonly Tile[] {
    const tiles = this.#full
    this.#full = []
    return tiles
  }

  /** The partial tile of every level that has one, as it is now. */
  partial(): readonly Tile[] {
    return this.#edges
      .map((edge, level) => ({
        level,
        index: edge.index,
        width: edge.width,
        bytes: edge.bytes.slice(0, edge.width * hashBytes),
      }))
      .filter(({ width }) => width > 0)
  }

  /** For a batch that may be rolled back: appended to the copy, the original stays as it was. */
  copy(): TileTree {
    const edges = this.#edges.map((edge) => ({ ...edge, bytes: edge.bytes.slice() }))
    const copied = new TileTree(this.#frontier.copy(), edges)
    copied.#full = [...this.#full]
    return copied
  }

  #put(level: number, hash: Uint8Array): void {
    this.#edges[level] ??= newEdge()
    const edge = this.#edges[level]
    // What comes here above level 0 is the root of the tile that was just filled below.
    const below = this.#full.at(-1)
    if (level > 0 && below !== undefined) below.root = hash
    edge.bytes.set(hash, edge.width * hashBytes)
    edge.width += 1
    edge.isChanged = true
    if (edge.width === tileWidth) {
      this.#full.push({ level, index: edge.index, width: tileWidth, bytes: edge.bytes })
      this.#edges[level] = { ...newEdge(), index: edge.index + 1 }
    }
  }
}

function newEdge(): Edge {
  return { bytes: new Uint8Array(tileWidth * hashBytes), width: 0, index: 0, isChanged: false }
}

function edgesOf(size: number, read: TileReader): Edge[] | undefined {
  const edges: Edge[] = []
  for (let level = 0; ; level += 1) {
    const { full, partial } = tileWidths(size, level)
    if (full === 0 && partial === 0) return edges
    const edge = { ...newEdge(), index: full, width: partial }
    if (partial > 0) {
      const bytes = read({ level, index: full, width: partial })
      if (bytes === undefined || bytes.length < partial * hashBytes) return undefined
      edge.bytes.set(bytes.subarray(0, partial * hashBytes))
    }
    edges.push(edge)
  }
}
