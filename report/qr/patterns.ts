// SPDX-License-Identifier: EUPL-1.2
import { alignmentAt, type QrLevel, sizeOf } from './sizes.ts'

/** Rows of modules, dark being one. */
export type Modules = Uint8Array[]

export interface Grid {
  readonly size: number
  readonly dark: Modules
  /** Modules of a pattern, which neither data nor mask may touch. */
  readonly taken: Modules
}

/** Finders, timing, alignment and version; the place of the format is kept free. */
export function patterned(version: number): Grid {
  const size = sizeOf(version)
  const rows = () => Array.from({ length: size }, () => new Uint8Array(size))
  const grid: Grid = { size, dark: rows(), taken: rows() }
  for (let at = 0; at < size; at += 1) {
    put(grid, { row: 6, column: at, isDark: at % 2 === 0 })
    put(grid, { row: at, column: 6, isDark: at % 2 === 0 })
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    rings(grid, { row, column, reach: 4, light: [2, 4] })
  }
  const crossings = alignmentAt(version)
  const last = size - 7
  for (const row of crossings) {
    for (const column of crossings) {
      const isCorner =
        (row === 6 && (column === 6 || column === last)) || (row === last && column === 6)
      if (!isCorner) rings(grid, { row, column, reach: 2, light: [1] })
    }
  }
  putVersion(grid, version)
  putFormat(grid, 'L', 0)
  return grid
}

interface Module {
  readonly row: number
  readonly column: number
  readonly isDark: boolean
}

function put({ size, dark, taken }: Grid, { row, column, isDark }: Module): void {
  if (row < 0 || column < 0 || row >= size || column >= size) return
  const [shade, use] = [dark[row], taken[row]]
  if (shade === undefined || use === undefined) return
  shade[column] = isDark ? 1 : 0
  use[column] = 1
}

interface Rings {
  readonly row: number
  readonly column: number
  readonly reach: number
  readonly light: readonly number[]
}

/** Squares around a middle. */
function rings(grid: Grid, { row, column, reach, light }: Rings): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const distance = Math.max(Math.abs(down), Math.abs(right))
      const isDark = !light.includes(distance)
      put(grid, { row: row + down, column: column + right, isDark })
    }
  }
}

const levelBits: Readonly<Record<QrLevel, number>> = { L: 1, M: 0, Q: 3 }

/** Level and mask with ten bits of BCH (15, 5), twice: clause 7.9. */
export function formatBits(level: QrLevel, mask: number): number {
  const data = (levelBits[level] << 3) | mask
  let rest = data
  for (let round = 0; round < 10; round += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
  return ((data << 10) | rest) ^ 0x5412
}

export function putFormat(grid: Grid, level: QrLevel, mask: number): void {
  const bits = formatBits(level, mask)
  const { size } = grid
  for (let at = 0; at < 15; at += 1) {
    const isDark = ((bits >> at) & 1) === 1
    const along = at < 6 ? at : at < 8 ? at + 1 : undefined
    // Around the finder at the top left, up the column and back along the row.
    if (along !== undefined) put(grid, { row: along, column: 8, isDark })
    else put(grid, { row: 8, column: at === 8 ? 7 : 14 - at, isDark })
    // Once more, beside the other two.
    if (at < 8) put(grid, { row: 8, column: size - 1 - at, isDark })
    else put(grid, { row: size - 15 + at, column: 8, isDark })
  }
  put(grid, { row: size - 8, column: 8, isDark: true })
}

/** The version with twelve bits of BCH (18, 6): clause 7.10. */
export function versionBits(version: number): number {
  let rest = version
  for (let round = 0; round < 12; round += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  return (version << 12) | rest
}

function putVersion(grid: Grid, version: number): void {
  if (version < 7) return
  const bits = versionBits(version)
  for (let at = 0; at < 18; at += 1) {
    const isDark = ((bits >> at) & 1) === 1
    const [near, far] = [Math.floor(at / 3), grid.size - 11 + (at % 3)]
    put(grid, { row: near, column: far, isDark })
    put(grid, { row: far, column: near, isDark })
  }
}
