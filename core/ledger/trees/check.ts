// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import { equalBytes } from '../bytes/index.ts'
import type { Sha256 } from '../cryptography/index.ts'
import { areHashes, isCount, nodeHash } from './hashes.ts'

export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
  /** The leaf's sibling first. */
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162, section 2.1.3.2. Halving by division: shifts would cut sizes to 32 bits. */
export function isIncluded(claim: Inclusion, sha256: Sha256 = ownSha256): boolean {
  const { index, size, leaf, root, proof } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (!areHashes([leaf, root, ...proof])) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const step of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(step, hash, sha256)
      while (!isOdd(at) && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, step, sha256)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(hash, root)
}

export interface Consistency {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * RFC 9162, section 2.1.4.2. Nothing is proven about a tree of size 0: whoever meets a log for the
 * first time has a case of its own, and it is not this one.
 */
export function isConsistent(claim: Consistency, sha256: Sha256 = ownSha256): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) return false
  if (!areHashes([oldRoot, newRoot, ...proof])) return false
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot)
  let at = oldSize - 1
  let last = newSize - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  // When the old tree is one perfect part of the new one, its root is the first step itself.
  const steps = at === 0 ? [oldRoot, ...proof] : proof
  const [first, ...rest] = steps
  if (first === undefined) return false
  let older = first
  let newer = first
  for (const step of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      older = nodeHash(step, older, sha256)
      newer = nodeHash(step, newer, sha256)
      while (!isOdd(at) && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else {
      newer = nodeHash(newer, step, sha256)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(older, oldRoot) && equalBytes(newer, newRoot)
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}

function half(value: number): number {
  return Math.floor(value / 2)
}
