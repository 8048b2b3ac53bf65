// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import type { Sha256 } from '../cryptography/index.ts'

export const hashBytes = 32

/** RFC 9162, section 2.1.1: the root of no entries is the digest of nothing. */
export function emptyRoot(sha256: Sha256 = ownSha256): Uint8Array {
  return sha256(new Uint8Array())
}

export function leafHash(entry: Uint8Array, sha256: Sha256 = ownSha256): Uint8Array {
  const bytes = new Uint8Array(entry.length + 1)
  bytes.set(entry, 1)
  return sha256(bytes)
}

export function nodeHash(
  left: Uint8Array,
  right: Uint8Array,
  sha256: Sha256 = ownSha256,
): Uint8Array {
  const bytes = new Uint8Array(1 + hashBytes * 2)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + hashBytes)
  return sha256(bytes)
}

/** A tree's size, or an index: a whole number that this language counts exactly. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

/** Whether each is as long as a hash has to be. */
export function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashBytes)
}
