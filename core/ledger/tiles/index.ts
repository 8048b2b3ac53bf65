// SPDX-License-Identifier: EUPL-1.2
/**
 * The tree as C2SP tlog-tiles has it: paths, tiles of 256 hashes, bundles of entries, and proofs
 * out of tiles. A full tile never changes again, so tiles are what is stored, served and copied.
 */
export { type BundleRefusal, entriesOf, entryBundle } from './bundle.ts'
export { type Tile, TileTree } from './grow.ts'
export {
  parseTilePath,
  type TileId,
  tilePath,
  tilesOf,
  tileWidth,
  tileWidths,
  widthOf,
} from './path.ts'
export { nodesInTiles, type TileReader, tilesFor } from './read.ts'
