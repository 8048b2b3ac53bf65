// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import {
  bytesOfText,
  vectorBytes,
  vectorJson,
  vectorsAbsent,
  vectorText,
} from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { pure } from '../cryptography/index.ts'
import { openCheckpoint, parseVerifierKey } from '../notes/index.ts'
import {
  consistencyProof,
  Frontier,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodesFor,
  rootOf,
} from '../trees/index.ts'
import {
  entriesOf,
  entryBundle,
  nodesInTiles,
  parseTilePath,
  type TileReader,
  TileTree,
  tilePath,
  tilesFor,
  tilesOf,
  tileWidths,
} from './index.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(hash('sha256', bytes, 'buffer'))

/** A store of tiles by path, as a folder would be. */
function grown(size: number, batch = 97) {
  const stored = new Map<string, Uint8Array>()
  const leaves: Uint8Array[] = []
  const roots: Uint8Array[] = []
  const frontier = Frontier.empty(sha256)
  roots.push(frontier.root())
  let tree = TileTree.empty(sha256)
  const store = () => {
    for (const tile of tree.changed()) stored.set(tilePath(tile), tile.bytes)
  }
  for (let index = 0; index < size; index += 1) {
    const leaf = leafHash(bytesOfText(`leaf ${index}`), sha256)
    leaves.push(leaf)
    tree.append(leaf)
    frontier.append(leaf)
    roots.push(frontier.root())
    if (index % batch === batch - 1) {
      store()
      const again = TileTree.restored(tree.size, reader(stored), sha256)
      assert.ok(again)
      assert.deepEqual(again.root(), tree.root())
      tree = again
    }
  }
  store()
  return { stored, leaves, roots, tree }
}

function reader(stored: ReadonlyMap<string, Uint8Array>): TileReader {
  return (tile) => stored.get(tilePath(tile))
}

describe('tile paths', () => {
  it('come back from every tile', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(63), fc.constant('entries' as const)),
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const id = { level, index, width }
          assert.deepEqual(parseTilePath(tilePath(id)), id)
        },
      ),
    )
  })

  it('accept no second spelling and no other text', () => {
    const letters = fc.constantFrom(
      'tile',
      '/',
      '0',
      '00',
      '000',
      'x',
      'x001',
      'p',
      '.',
      '256',
      'entries',
    )
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (pieces) => {
        const path = pieces.join('')
        const id = parseTilePath(path)
        if (id !== undefined) assert.equal(tilePath(id), path)
      }),
      { numRuns: 3000 },
    )
    for (const path of ['tile/0/x000/001', 'tile/0/x999/x999/x999/x999/x999/999', 'tile/0/000/'])
      assert.equal(parseTilePath(path), undefined, path)
  })

  it('count the tiles of 70,000 entries as the format’s own example does', () => {
    assert.deepEqual(tileWidths(70_000, 0), { full: 273, partial: 112 })
    assert.deepEqual(tileWidths(70_000, 1), { full: 1, partial: 17 })
    assert.deepEqual(tileWidths(70_000, 2), { full: 0, partial: 1 })
    assert.deepEqual(tileWidths(256, 0), { full: 1, partial: 0 })
    assert.deepEqual(tileWidths(256, 1), { full: 0, partial: 1 })
    assert.equal([...tilesOf(70_000)].length, 277)
    assert.deepEqual([...tilesOf(0)], [])
  })
})

describe('entry bundles', () => {
  it('give back their entries, and nothing for a wrong width or a cut', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(entries, fc.nat(), (list, at) => {
        const bundle = entryBundle(list)
        assert.ok(bundle.ok)
        const back = entriesOf(bundle.value, list.length)
        assert.deepEqual(back, { ok: true, value: list })
        assert.equal(entriesOf(bundle.value, list.length - 1).ok, false)
        assert.equal(entriesOf(bundle.value, list.length + 1).ok, false)
        assert.equal(
          entriesOf(bundle.value.slice(0, at % bundle.value.length), list.length).ok,
          false,
        )
      }),
    )
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 50 }),
        fc.integer({ min: -1, max: 300 }),
        (raw, width) => {
          const back = entriesOf(raw, width)
          if (back.ok) assert.deepEqual(entryBundle(back.value), { ok: true, value: raw })
        },
      ),
    )
    assert.equal(entryBundle([new Uint8Array(65_536)]).ok, false)
    assert.equal(entryBundle([]).ok, false)
    assert.ok(entryBundle([new Uint8Array(65_535)]).ok)
  })
})

describe('a tree of tiles', () => {
  const size = 66_000
  const { stored, leaves, roots } = grown(size, 1013)

  it('stores exactly the tiles of its size, beside partial ones of earlier sizes', () => {
    const final = [...tilesOf(size)].map(tilePath)
    for (const path of final) assert.ok(stored.has(path), path)
    const full = [...stored.keys()].filter((path) => !path.includes('.p/'))
    assert.deepEqual(full.sort(), final.filter((path) => !path.includes('.p/')).sort())
  })

  it('proves every kind of leaf and size out of its tiles, and only those it said it needs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: size }), fc.nat(), fc.nat(), (newSize, a, b) => {
        const index = a % newSize
        const oldSize = 1 + (b % newSize)
        const needed = tilesFor(
          [
            ...nodesFor.inclusion(index, newSize),
            ...nodesFor.consistency(oldSize, newSize),
            ...nodesFor.root(newSize),
          ],
          newSize,
        )
        // Partial tiles of a size in between may be gone: the full tile serves as well.
        const fetched = new Map(
          needed.map((tile) => [tilePath(tile), tileOf(stored, leaves, tile)] as const),
        )
        const nodes = nodesInTiles(newSize, (tile) => fetched.get(tilePath(tile)), sha256)
        const root = roots[newSize]!
        assert.deepEqual(rootOf(newSize, nodes, sha256), root)
        const proof = inclusionProof(index, newSize, nodes, sha256)!
        const leaf = leaves[index]!
        assert.ok(isIncluded({ index, size: newSize, leaf, root, proof }, sha256))
        const steps = consistencyProof(oldSize, newSize, nodes, sha256)!
        const oldRoot = roots[oldSize]!
        const claim = { oldSize, oldRoot, newSize, newRoot: root, proof: steps }
        assert.ok(isConsistent(claim, sha256))
      }),
      { numRuns: 150 },
    )
  })

  it('notices tiles that are missing or short', () => {
    assert.equal(
      TileTree.restored(300, () => undefined, sha256),
      undefined,
    )
    assert.equal(
      TileTree.restored(300, () => new Uint8Array(31), sha256),
      undefined,
    )
    const none = nodesInTiles(300, () => undefined, sha256)
    assert.equal(inclusionProof(3, 300, none, sha256), undefined)
  })

  it('leaves the original alone when a copy grows', () => {
    const { tree } = grown(300)
    const before = hex(tree.root())
    const copy = tree.copy()
    for (let i = 0; i < 300; i += 1) copy.append(leaves[i]!)
    assert.deepEqual([tree.size, hex(tree.root())], [300, before])
    assert.deepEqual(tree.changed(), [])
    assert.ok(copy.changed().length > 0)
  })
})

describe('shared vectors', { skip: vectorsAbsent }, () => {
  it('reads and writes every path, and refuses the invalid', () => {
    const { paths, invalid } = vectorJson('tiles/paths.json')
    for (const { path, ...id } of paths) {
      assert.equal(tilePath(id), path)
      assert.deepEqual(parseTilePath(path), id)
    }
    for (const path of invalid) assert.equal(parseTilePath(path), undefined, path)
    assert.equal(paths.length + invalid.length, 26)
  })

  it('has every tile of the tree of 70,000', () => {
    const tree = TileTree.empty(sha256)
    for (let index = 0; index < 70_000; index += 1) {
      tree.append(leafHash(bytesOfText(`leaf ${index}`), sha256))
    }
    const digests = new Map(tree.changed().map((tile) => [tilePath(tile), hex(sha256(tile.bytes))]))
    const { tiles } = vectorJson('tiles/tree-70000.json')
    for (const { path, sha256: digest } of tiles) assert.equal(digests.get(path), digest, path)
    assert.equal(digests.size, tiles.length)
  })

  it('reads the real log: checkpoints, tiles, bundles, proofs between all its sizes', () => {
    const key = parseVerifierKey(vectorText('tiles/tessera-log/vkey.txt').trim())
    assert.ok(key.ok)
    const log = { origin: key.value.name, keys: [key.value] }
    const heads = Array.from({ length: 11 }, (_, size) => {
      const opened = openCheckpoint(vectorBytes(`tiles/tessera-log/checkpoint.${size}`), log, pure)
      assert.ok(opened.ok)
      assert.equal(opened.value.size, size)
      return opened.value
    })
    const read: TileReader = (tile) => vectorBytes(`tiles/tessera-log/${tilePath(tile)}`)
    for (let size = 1; size <= 10; size += 1) {
      const path = tilePath({ level: 'entries', index: 0, width: size })
      const entries = entriesOf(vectorBytes(`tiles/tessera-log/${path}`), size)
      assert.ok(entries.ok)
      const nodes = nodesInTiles(size, read)
      const root = heads[size]!.root
      assert.deepEqual(rootOf(size, nodes), root)
      assert.deepEqual(TileTree.restored(size, read)?.root(), root)
      for (const [index, entry] of entries.value.entries()) {
        const proof = inclusionProof(index, size, nodes)!
        assert.ok(isIncluded({ index, size, leaf: leafHash(entry), root, proof }))
      }
      for (let oldSize = 1; oldSize <= size; oldSize += 1) {
        const proof = consistencyProof(oldSize, size, nodes)!
        const oldRoot = heads[oldSize]!.root
        assert.ok(isConsistent({ oldSize, oldRoot, newSize: size, newRoot: root, proof }))
      }
    }
  })
})

function tileOf(
  stored: ReadonlyMap<string, Uint8Array>,
  leaves: readonly Uint8Array[],
  tile: { level: number; index: number; width: number },
): Uint8Array | undefined {
  const exact = stored.get(tilePath(tile)) ?? stored.get(tilePath({ ...tile, width: 256 }))
  if (exact !== undefined || tile.level > 0) {
    return exact ?? wider(stored, tile)
  }
  return Buffer.concat(leaves.slice(tile.index * 256, tile.index * 256 + tile.width))
}

function wider(
  stored: ReadonlyMap<string, Uint8Array>,
  tile: { level: number; index: number; width: number },
): Uint8Array | undefined {
  for (let width = tile.width; width < 256; width += 1) {
    const found = stored.get(tilePath({ ...tile, width }))
    if (found !== undefined) return found
  }
  return undefined
}
