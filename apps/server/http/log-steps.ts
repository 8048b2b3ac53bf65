// SPDX-License-Identifier: EUPL-1.2
import { nodesInTiles, tilesFor } from '@schouw/core/ledger/tiles'
import { inclusionProof, nodesFor } from '@schouw/core/ledger/trees'
import { sha256 } from '../storage/ledger/hash.ts'
import { tileReader } from '../storage/ledger/tiles.ts'
import type { Transaction } from '../storage/session.ts'

/** The way from an entry to the root at a size, out of stored tiles. */
export async function stepsTo(
  transaction: Transaction,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const wanted = tilesFor(nodesFor.inclusion(index, size), size)
  const tiles = await tileReader(transaction, wanted)
  const steps = inclusionProof(index, size, nodesInTiles(size, tiles, sha256), sha256)
  if (steps === undefined) throw new Error(`tiles for entry ${index} of ${size} are missing`)
  return steps
}
