// SPDX-License-Identifier: EUPL-1.2
// How much each version holds: ISO/IEC 18004:2015, tables 7 and 9.

export type QrLevel = 'L' | 'M' | 'Q'

/** The largest that is made: 97 modules wide, 858 bytes at level L. */
export const largestVersion = 20

/** Codewords of correction in each block, versions 1 to 20. */
const correction: Readonly<Record<QrLevel, readonly number[]>> = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
}

/** Blocks that the data is divided over, versions 1 to 20. */
const blocks: Readonly<Record<QrLevel, readonly number[]>> = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
}

export interface Capacity {
  readonly blocks: number
  /** Codewords of correction in each block. */
  readonly correction: number
  /** Codewords of data in all blocks together. */
  readonly data: number
  /** All codewords. */
  readonly all: number
}

export function capacity(version: number, level: QrLevel): Capacity {
  const all = Math.floor(dataModules(version) / 8)
  const count = blocks[level][version - 1] ?? 1
  const each = correction[level][version - 1] ?? 0
  return { blocks: count, correction: each, data: all - count * each, all }
}

export function sizeOf(version: number): number {
  return version * 4 + 17
}

/** Modules that are left for codewords once every pattern has its place. */
export function dataModules(version: number): number {
  const square = (16 * version + 128) * version + 64
  if (version < 2) return square
  const rows = Math.floor(version / 7) + 2
  const alignment = (25 * rows - 10) * rows - 55
  return square - alignment - (version < 7 ? 0 : 36)
}

/** Where rows and columns of alignment patterns cross: table E.1. */
export function alignmentAt(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = sizeOf(version) - 7
  const others = Array.from({ length: count - 1 }, (_, at) => last - (count - 2 - at) * step)
  return [6, ...others]
}
