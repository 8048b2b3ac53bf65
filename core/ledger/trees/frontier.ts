// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import type { Sha256 } from '../cryptography/index.ts'
import { areHashes, emptyRoot, isCount, nodeHash } from './hashes.ts'

/** Told of every perfect part the moment it is complete, lower ones first. */
export type NodeSink = (height: number, hash: Uint8Array) => void

/**
 * The right edge of a growing tree: one hash for each bit set in its size. Appending costs less
 * than two hashes on average, the root at most one a level.
 */
export class Frontier {
  readonly #sha256: Sha256
  /** Largest part first. */
  #parts: Uint8Array[]
  #size: number

  private constructor(size: number, parts: readonly Uint8Array[], sha256: Sha256) {
    this.#size = size
    this.#parts = [...parts]
    this.#sha256 = sha256
  }

  static empty(sha256: Sha256 = ownSha256): Frontier {
    return new Frontier(0, [], sha256)
  }

  /** From what `parts` gave earlier; `undefined` where the number of parts and the size disagree. */
  static restored(
    size: number,
    parts: readonly Uint8Array[],
    sha256: Sha256 = ownSha256,
  ): Frontier | undefined {
    const isFit = isCount(size) && areHashes(parts) && parts.length === ones(size)
    return isFit ? new Frontier(size, parts, sha256) : undefined
  }

  get size(): number {
    return this.#size
  }

  get parts(): readonly Uint8Array[] {
    return [...this.#parts]
  }

  copy(): Frontier {
    return new Frontier(this.#size, this.#parts, this.#sha256)
  }

  append(leaf: Uint8Array, sink?: NodeSink): void {
    let hash = leaf
    sink?.(0, hash)
    let height = 0
    for (let left = this.#size; left % 2 === 1; left = (left - 1) / 2) {
      const before = this.#parts.pop()
      if (before === undefined) break
      hash = nodeHash(before, hash, this.#sha256)
      height += 1
      sink?.(height, hash)
    }
    this.#parts.push(hash)
    this.#size += 1
  }

  root(): Uint8Array {
    const root = this.#parts.reduceRight<Uint8Array | undefined>(
      (right, left) => (right === undefined ? left : nodeHash(left, right, this.#sha256)),
      undefined,
    )
    return root ?? emptyRoot(this.#sha256)
  }
}

function ones(size: number): number {
  let count = 0
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left % 2
  return count
}
