// SPDX-License-Identifier: EUPL-1.2

/** Leaves `from` up to but without `to`, a part that the tree's definition splits off. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A perfect part: 2^height leaves, the `index`-th of its height. */
export interface Node {
  readonly height: number
  readonly index: number
}

/** RFC 9162, section 2.1.3.1: whose hashes prove a leaf, its sibling first. */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const path: Range[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  return path.reverse()
}

/** RFC 9162, section 2.1.4.1: whose hashes prove that the old tree is the beginning of the new. */
export function consistencyRanges(oldSize: number, newSize: number): readonly Range[] {
  if (oldSize === 0) return []
  const path: Range[] = []
  let from = 0
  let to = newSize
  while (oldSize < to) {
    const middle = from + splitOf(to - from)
    if (oldSize <= middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  // What is left is a part of the old tree. From the left edge it is the old tree itself.
  if (from > 0) path.push({ from, to })
  return path.reverse()
}

/** The perfect parts of a range, left to right, each smaller than the one before. */
export function nodesOf(range: Range): readonly Node[] {
  const nodes: Node[] = []
  let at = range.from
  while (at < range.to) {
    let height = 0
    let width = 1
    while (width * 2 <= range.to - at) {
      width *= 2
      height += 1
    }
    nodes.push({ height, index: at / width })
    at += width
  }
  return nodes
}

/** The largest power of two below a number above one. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}
