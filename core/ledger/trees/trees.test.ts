// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import {
  bytesOfBase64,
  bytesOfHex,
  bytesOfText,
  vectorJson,
  vectorsAbsent,
} from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import {
  consistencyProof,
  emptyRoot,
  Frontier,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  type NodeReader,
  nodeHash,
  nodesFor,
  rootOf,
} from './index.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(hash('sha256', bytes, 'buffer'))
const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(bytesOfText(`leaf ${index}`), sha256))

/** RFC 9162, section 2.1.1, word for word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)), sha256)
}

/** RFC 9162, section 2.1.3.1, word for word. */
function naiveInclusion(index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return []
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...naiveInclusion(index, left), naiveRoot(right)]
    : [...naiveInclusion(index - split, right), naiveRoot(left)]
}

/** RFC 9162, section 2.1.4.1, word for word. */
function naiveConsistency(
  old: number,
  leaves: readonly Uint8Array[],
  isWhole = true,
): readonly Uint8Array[] {
  if (old === leaves.length) return isWhole ? [] : [naiveRoot(leaves)]
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return old <= split
    ? [...naiveConsistency(old, left, isWhole), naiveRoot(right)]
    : [...naiveConsistency(old - split, right, false), naiveRoot(left)]
}

function nodesOfLeaves(leaves: readonly Uint8Array[]): NodeReader {
  return ({ height, index }) => {
    const width = 2 ** height
    const part = leaves.slice(index * width, (index + 1) * width)
    return part.length === width ? naiveRoot(part) : undefined
  }
}

const most = 40
const leaves = leavesOf(most)
const roots = Array.from({ length: most + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)))
const read = nodesOfLeaves(leaves)

describe('roots', () => {
  it('grow as the definition says, and the edge can be kept and taken up again', () => {
    let frontier = Frontier.empty()
    assert.deepEqual(frontier.root(), emptyRoot())
    for (const [index, leaf] of leaves.entries()) {
      frontier.append(leaf)
      assert.deepEqual(frontier.root(), roots[index + 1])
      assert.deepEqual(rootOf(index + 1, read), roots[index + 1])
      const restored = Frontier.restored(frontier.size, frontier.parts)
      assert.ok(restored)
      frontier = restored
    }
    assert.equal(Frontier.restored(3, [leaves[0]!]), undefined)
    assert.equal(Frontier.restored(1, [new Uint8Array(31)]), undefined)
    assert.equal(Frontier.restored(-1, []), undefined)
  })

  it('leave a copy alone', () => {
    const frontier = Frontier.empty()
    frontier.append(leaves[0]!)
    const copy = frontier.copy()
    frontier.append(leaves[1]!)
    assert.deepEqual([copy.size, copy.root()], [1, roots[1]])
  })

  it('tell of every perfect part once it is whole', () => {
    const frontier = Frontier.empty()
    const told = new Map<number, string[]>()
    for (const leaf of leaves) {
      frontier.append(leaf, (height, part) => {
        told.set(height, [...(told.get(height) ?? []), hex(part)])
      })
    }
    for (const [height, parts] of told) {
      assert.equal(parts.length, Math.floor(most / 2 ** height))
      for (const [index, part] of parts.entries()) assert.equal(part, hex(read({ height, index })!))
    }
  })
})

describe('inclusion', () => {
  it('is proven for every leaf of every size, as the definition says', () => {
    for (let size = 1; size <= most; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, read)
        assert.deepEqual(proof, naiveInclusion(index, leaves.slice(0, size)))
        const claim = { index, size, leaf: leaves[index]!, root: roots[size]!, proof: proof! }
        assert.ok(isIncluded(claim))
        for (const other of [index + 1, index - 1, index ^ 2, -1, 0.5, Number.NaN, 2 ** 53]) {
          assert.equal(isIncluded({ ...claim, index: other }), false)
        }
        for (const other of [0, index, 2 ** 53]) {
          assert.equal(isIncluded({ ...claim, size: other }), false)
        }
      }
    }
  })

  it('holds for no flipped bit, no hash more, less or shorter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: most }),
        fc.nat(),
        fc.nat(),
        fc.nat(255),
        (size, atIndex, atHash, bit) => {
          const index = atIndex % size
          const proof = inclusionProof(index, size, read)!
          const claim = { index, size, leaf: leaves[index]!, root: roots[size]!, proof }
          const hashes = [claim.leaf, claim.root, ...proof]
          const changed = hashes.map((one, i) =>
            i === atHash % hashes.length ? flip(one, bit) : one,
          )
          const [leaf, root, ...rest] = changed
          assert.equal(isIncluded({ ...claim, leaf: leaf!, root: root!, proof: rest }), false)
          assert.equal(isIncluded({ ...claim, proof: proof.slice(1) }), false)
          assert.equal(isIncluded({ ...claim, proof: [...proof, leaves[0]!] }), false)
          assert.equal(isIncluded({ ...claim, proof: [leaves[0]!, ...proof] }), false)
          assert.equal(isIncluded({ ...claim, proof: proof.map((one) => one.slice(1)) }), false)
        },
      ),
    )
  })
})

describe('consistency', () => {
  it('is proven between all sizes, as the definition says', () => {
    for (let newSize = 1; newSize <= most; newSize += 1) {
      assert.deepEqual(consistencyProof(0, newSize, read), [])
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(oldSize, newSize, read)!
        assert.deepEqual(proof, naiveConsistency(oldSize, leaves.slice(0, newSize)))
        const [oldRoot, newRoot] = [roots[oldSize]!, roots[newSize]!]
        const claim = { oldSize, oldRoot, newSize, newRoot, proof }
        assert.ok(isConsistent(claim), `${oldSize} to ${newSize}`)
        const moved = { ...claim, oldSize: newSize, newSize: oldSize }
        if (oldSize !== newSize) assert.equal(isConsistent(moved), false)
      }
    }
  })

  it('proves nothing about the empty tree', () => {
    const claim = { oldSize: 0, oldRoot: roots[0]!, newSize: 3, newRoot: roots[3]!, proof: [] }
    assert.equal(isConsistent(claim), false)
    assert.equal(isConsistent({ ...claim, newSize: 0, newRoot: roots[0]! }), false)
  })

  it('holds for no flipped bit, no other size, no hash more or less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: most }),
        fc.nat(),
        fc.nat(),
        fc.nat(255),
        (newSize, atOld, atHash, bit) => {
          const oldSize = 1 + (atOld % (newSize - 1))
          const proof = consistencyProof(oldSize, newSize, read)!
          const [oldRoot, newRoot] = [roots[oldSize]!, roots[newSize]!]
          const claim = { oldSize, oldRoot, newSize, newRoot, proof }
          const hashes = [oldRoot, newRoot, ...proof]
          const changed = hashes.map((one, i) =>
            i === atHash % hashes.length ? flip(one, bit) : one,
          )
          const [first, second, ...rest] = changed
          assert.equal(
            isConsistent({ ...claim, oldRoot: first!, newRoot: second!, proof: rest }),
            false,
          )
          assert.equal(isConsistent({ ...claim, proof: proof.slice(1) }), false)
          assert.equal(isConsistent({ ...claim, proof: [...proof, leaves[0]!] }), false)
          assert.equal(isConsistent({ ...claim, proof: [leaves[0]!, ...proof] }), false)
          assert.equal(isConsistent({ ...claim, oldSize: newSize }), false)
        },
      ),
    )
  })

  it('says which nodes a proof will read, and gives nothing when one is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(), (size, at) => {
        const index = at % size
        const asked: string[] = []
        const noting: NodeReader = (node) => {
          asked.push(`${node.height}/${node.index}`)
          return read(node)
        }
        inclusionProof(index, size, noting)
        consistencyProof(index, size, noting)
        rootOf(size, noting)
        const announced = [
          ...nodesFor.inclusion(index, size),
          ...nodesFor.consistency(index, size),
          ...nodesFor.root(size),
        ].map((node) => `${node.height}/${node.index}`)
        assert.deepEqual(new Set(asked), new Set(announced))
        if (size > 1)
          assert.equal(
            inclusionProof(index, size, () => undefined),
            undefined,
          )
        assert.equal(
          rootOf(size, () => undefined),
          undefined,
        )
      }),
    )
    assert.equal(inclusionProof(3, 3, read), undefined)
    assert.equal(consistencyProof(4, 3, read), undefined)
  })
})

describe('shared vectors', { skip: vectorsAbsent }, () => {
  it('has the published roots', () => {
    const { leafInputsHex, rootHexBySize } = vectorJson('merkle/roots.json')
    const frontier = Frontier.empty()
    assert.equal(hex(frontier.root()), rootHexBySize[0])
    for (const [index, input] of leafInputsHex.entries()) {
      frontier.append(leafHash(bytesOfHex(input)))
      assert.equal(hex(frontier.root()), rootHexBySize[index + 1])
    }
  })

  it('gives the stated verdict on every inclusion probe', () => {
    const probes = vectorJson('merkle/inclusion.json')
    for (const probe of probes) {
      const verdict = isIncluded({
        index: probe.leafIdx,
        size: probe.treeSize,
        leaf: bytesOfBase64(probe.leafHash ?? ''),
        root: bytesOfBase64(probe.root ?? ''),
        proof: (probe.proof ?? []).map(bytesOfBase64),
      })
      assert.equal(verdict, !probe.wantErr, probe.name)
    }
    assert.equal(probes.length, 53)
  })

  it('gives the stated verdict on every consistency probe', () => {
    const probes = vectorJson('merkle/consistency.json')
    for (const probe of probes) {
      const verdict = isConsistent({
        oldSize: probe.size1,
        oldRoot: bytesOfBase64(probe.root1 ?? ''),
        newSize: probe.size2,
        newRoot: bytesOfBase64(probe.root2 ?? ''),
        proof: (probe.proof ?? []).map(bytesOfBase64),
      })
      assert.equal(verdict, !probe.wantErr, probe.name)
    }
    assert.equal(probes.length, 43)
  })

  it('agrees on the tree of 70,000 leaves: roots, proofs, and its broken ones', () => {
    const large = vectorJson('merkle/large-tree.json')
    const sizes = Object.keys(large.roots).map(Number)
    const frontier = Frontier.empty(sha256)
    const rootAt = new Map<number, Uint8Array>()
    const hashes = leavesOf(70_000)
    for (const leaf of hashes) {
      frontier.append(leaf)
      if (sizes.includes(frontier.size)) rootAt.set(frontier.size, frontier.root())
    }
    for (const size of sizes) assert.equal(hex(rootAt.get(size)!), large.roots[size])
    const known = nodesOfLeaves(hashes)
    for (const { index, size, proof } of large.inclusion) {
      const ours = inclusionProof(index, size, known, sha256)!
      assert.deepEqual(ours.map(hex), proof)
      const root = rootOf(size, known, sha256)!
      assert.ok(isIncluded({ index, size, leaf: hashes[index]!, root, proof: ours }, sha256))
    }
    for (const { size1, size2, proof } of large.consistency) {
      assert.deepEqual(consistencyProof(size1, size2, known, sha256)!.map(hex), proof)
    }
    assert.equal(large.inclusion.length + large.consistency.length, 48)
  })
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}
