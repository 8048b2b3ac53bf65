// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import type { Sha256 } from '../cryptography/index.ts'
import { emptyRoot, isCount, nodeHash } from './hashes.ts'
import { consistencyRanges, inclusionRanges, type Node, nodesOf, type Range } from './ranges.ts'

/** The hash of a perfect part; `undefined` where it is not at hand. */
export type NodeReader = (node: Node) => Uint8Array | undefined

/** `undefined` for an index outside the tree, or when the reader lacks a node. */
export function inclusionProof(
  index: number,
  size: number,
  read: NodeReader,
  sha256: Sha256 = ownSha256,
): readonly Uint8Array[] | undefined {
  if (!isCount(index) || !isCount(size) || index >= size) return undefined
  return hashesOf(inclusionRanges(index, size), read, sha256)
}

/** Empty for equal sizes and from size 0; `undefined` when the reader lacks a node. */
export function consistencyProof(
  oldSize: number,
  newSize: number,
  read: NodeReader,
  sha256: Sha256 = ownSha256,
): readonly Uint8Array[] | undefined {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return undefined
  return hashesOf(consistencyRanges(oldSize, newSize), read, sha256)
}

export function rootOf(
  size: number,
  read: NodeReader,
  sha256: Sha256 = ownSha256,
): Uint8Array | undefined {
  if (!isCount(size)) return undefined
  return size === 0 ? emptyRoot(sha256) : rangeHash({ from: 0, to: size }, read, sha256)
}

/** Nodes that a proof or a root reads, so that they can be fetched before it is made. */
export const nodesFor = {
  inclusion: (index: number, size: number): readonly Node[] =>
    isCount(index) && isCount(size) && index < size
      ? inclusionRanges(index, size).flatMap(nodesOf)
      : [],
  consistency: (oldSize: number, newSize: number): readonly Node[] =>
    isCount(oldSize) && isCount(newSize) && oldSize <= newSize
      ? consistencyRanges(oldSize, newSize).flatMap(nodesOf)
      : [],
  root: (size: number): readonly Node[] => (isCount(size) ? nodesOf({ from: 0, to: size }) : []),
} as const

function hashesOf(
  ranges: readonly Range[],
  read: NodeReader,
  sha256: Sha256,
): readonly Uint8Array[] | undefined {
  const hashes: Uint8Array[] = []
  for (const range of ranges) {
    const hash = rangeHash(range, read, sha256)
    if (hash === undefined) return undefined
    hashes.push(hash)
  }
  return hashes
}

function rangeHash(range: Range, read: NodeReader, sha256: Sha256): Uint8Array | undefined {
  let hash: Uint8Array | undefined
  for (const node of nodesOf(range).toReversed()) {
    const left = read(node)
    if (left === undefined) return undefined
    hash = hash === undefined ? left : nodeHash(left, hash, sha256)
  }
  return hash
}
