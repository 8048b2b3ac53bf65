// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '../bytes/index.ts'
import type { Sha256 } from '../cryptography/index.ts'
import { type Tile, TileTree, tilePath, tileWidth } from '../tiles/index.ts'
import { Frontier, hashBytes } from '../trees/index.ts'

/** Offsets at which a stored tile has another hash than the one computed. */
export interface TileDifference {
  readonly path: string
  readonly level: number
  readonly index: number
  readonly offsets: readonly number[]
}

/**
 * Stored tiles against two computed trees: the one of the entries, and the one of the stored tiles
 * of level 0. Where they part, the signed root says which of the two is the changed one.
 */
export class TileComparison {
  readonly #sha256: Sha256
  /** Computed from entries and not yet compared. */
  readonly #awaited = new Map<string, Tile>()
  readonly fromEntries: TileDifference[] = []
  /** Levels above 0 against the stored level 0. */
  readonly fromTiles: TileDifference[] = []
  readonly unexpected: string[] = []
  /** Its leaves are the roots of full stored tiles of level 0, in order. */
  readonly #above: TileTree
  readonly #aboveAwaited = new Map<string, Tile>()
  #nextFull = 0
  #isInOrder = true
  #edge: Frontier

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
    this.#above = TileTree.empty(sha256)
    this.#edge = Frontier.empty(sha256)
  }

  expect(tiles: readonly Tile[]): void {
    for (const tile of tiles) this.#awaited.set(tilePath(tile), tile)
  }

  /** Tiles that are compared: level 0 in order, each after the entries below it. */
  compare(stored: Tile): void {
    const path = tilePath(stored)
    const computed = this.#awaited.get(path)
    if (computed === undefined) {
      this.unexpected.push(path)
      return
    }
    this.#awaited.delete(path)
    const isSame = note(this.fromEntries, stored, computed)
    if (stored.level > 0) this.#compareAbove(stored, path)
    else this.#take(isSame ? computed : stored)
  }

  /** Paths of computed tiles that no stored one came for. */
  get missing(): readonly string[] {
    return [...this.#awaited.keys()]
  }

  /** The root over the stored tiles of level 0; `undefined` when they were not all there. */
  rootOfTiles(size: number): Uint8Array | undefined {
    const full = Math.floor(size / tileWidth)
    if (!this.#isInOrder || this.#nextFull !== full || this.#edge.size !== size % tileWidth) {
      return undefined
    }
    const parts = [...this.#above.parts(), ...this.#edge.parts]
    return Frontier.restored(size, parts, this.#sha256)?.root()
  }

  #take(tile: Tile): void {
    if (tile.index !== this.#nextFull || tile.bytes.length !== tile.width * hashBytes) {
      this.#isInOrder = false
    } else if (tile.width < tileWidth) {
      this.#edge = this.#frontierOf(tile)
    } else {
      this.#nextFull += 1
      this.#above.append(tile.root ?? this.#frontierOf(tile).root())
      this.#awaitAbove(this.#above.filled())
    }
  }

  #frontierOf(tile: Tile): Frontier {
    const frontier = Frontier.empty(this.#sha256)
    for (let at = 0; at < tile.bytes.length; at += hashBytes) {
      frontier.append(tile.bytes.subarray(at, at + hashBytes))
    }
    return frontier
  }

  #awaitAbove(tiles: readonly Tile[]): void {
    for (const one of tiles) {
      const above = { ...one, level: one.level + 1 }
      this.#aboveAwaited.set(tilePath(above), above)
    }
  }

  #compareAbove(stored: Tile, path: string): void {
    if (stored.width < tileWidth) this.#awaitAbove(this.#above.partial())
    const computed = this.#aboveAwaited.get(path)
    this.#aboveAwaited.delete(path)
    if (computed !== undefined) note(this.fromTiles, stored, computed)
  }
}

/** Whether they are the same; keeps where they are not. */
function note(differences: TileDifference[], stored: Tile, computed: Tile): boolean {
  if (equalBytes(stored.bytes, computed.bytes)) return true
  const offsets: number[] = []
  for (let at = 0; at < computed.width; at += 1) {
    const [from, to] = [at * hashBytes, (at + 1) * hashBytes]
    if (!equalBytes(stored.bytes.subarray(from, to), computed.bytes.subarray(from, to))) {
      offsets.push(at)
    }
  }
  const { level, index } = computed
  differences.push({ path: tilePath(computed), level, index, offsets })
  return false
}
