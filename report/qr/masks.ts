// SPDX-License-Identifier: EUPL-1.2
import type { Modules } from './patterns.ts'

export const masks = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** Table 10. */
export function isInverted(mask: number, row: number, column: number): boolean {
  const product = row * column
  const rules = [
    (row + column) % 2,
    row % 2,
    column % 3,
    (row + column) % 3,
    (Math.floor(row / 2) + Math.floor(column / 3)) % 2,
    (product % 2) + (product % 3),
    ((product % 2) + (product % 3)) % 2,
    (((row + column) % 2) + (product % 3)) % 2,
  ]
  return rules[mask] === 0
}

/** Clause 7.8.3.1: long runs, squares, what looks like a finder, and too much of one shade. */
export function penalty(dark: Modules): number {
  const size = dark.length
  const columns = Array.from({ length: size }, (_, column) =>
    Uint8Array.from(dark, (row) => row[column] ?? 0),
  )
  const lines = [...dark, ...columns].map(ofLine).reduce((sum, one) => sum + one, 0)
  let squares = 0
  let count = 0
  for (const [row, shades] of dark.entries()) {
    const below = dark[row + 1]
    for (const [column, shade] of shades.entries()) {
      count += shade
      const isSame = (other: number | undefined) => other === shade
      if ([shades[column + 1], below?.[column], below?.[column + 1]].every(isSame)) squares += 3
    }
  }
  const share = Math.floor(Math.abs(count * 20 - size * size * 10) / (size * size))
  return lines + squares + share * 10
}

const finder = /(?=00001011101|10111010000)/g

function ofLine(line: Uint8Array): number {
  const text = line.join('')
  let fault = (text.match(finder) ?? []).length * 40
  for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) fault += run.length - 2
  return fault
}
