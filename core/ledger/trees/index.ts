// SPDX-License-Identifier: EUPL-1.2
/**
 * The Merkle tree of RFC 6962 and RFC 9162: hashes, a growing right edge, proofs made and proofs
 * checked. Sizes are whole numbers below 2^53; the hash may be handed in.
 */
export { type Consistency, type Inclusion, isConsistent, isIncluded } from './check.ts'
export { Frontier, type NodeSink } from './frontier.ts'
export { areHashes, emptyRoot, hashBytes, isCount, leafHash, nodeHash } from './hashes.ts'
export { consistencyProof, inclusionProof, type NodeReader, nodesFor, rootOf } from './prove.ts'
export type { Node } from './ranges.ts'
