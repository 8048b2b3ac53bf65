// SPDX-License-Identifier: EUPL-1.2
import { codewords, versionFor } from './codewords.ts'
import { isInverted, masks, penalty } from './masks.ts'
import { type Grid, type Modules, patterned, putFormat } from './patterns.ts'
import type { QrLevel } from './sizes.ts'

export type { QrLevel } from './sizes.ts'

export interface QrCode {
  readonly version: number
  readonly level: QrLevel
  readonly mask: number
  /** Modules on a side, without the quiet zone. */
  readonly size: number
  /** Rows of modules, dark being one. */
  readonly modules: readonly Uint8Array[]
}

/**
 * The smallest code that holds the text; undefined when it is too long for version 20. Of the eight
 * masks it has the one that scanners are said to read best.
 */
export function qrCode(text: string, level: QrLevel = 'M'): QrCode | undefined {
  const bytes = bytesOf(text)
  const version = versionFor(bytes.length, level)
  if (version === undefined) return undefined
  const grid = patterned(version)
  lay(grid, codewords(bytes, version, level))
  let best: { readonly mask: number; readonly dark: Modules; readonly fault: number } | undefined
  for (const mask of masks) {
    const dark = masked(grid, mask)
    putFormat({ ...grid, dark }, level, mask)
    const fault = penalty(dark)
    if (best === undefined || fault < best.fault) best = { mask, dark, fault }
  }
  const { mask, dark } = best ?? { mask: 0, dark: grid.dark }
  return { version, level, mask, size: grid.size, modules: dark }
}

/** UTF-8, by hand: this also runs where there is no encoder. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return Uint8Array.from(bytes)
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f)
}

/** Two columns at a time, from the right, upwards and then downwards, past what is taken. */
function lay({ size, dark, taken }: Grid, words: Uint8Array): void {
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const isUpwards = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        const shade = dark[row]
        if (shade === undefined || taken[row]?.[column] === 1) continue
        shade[column] = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
        at += 1
      }
    }
  }
}

function masked({ dark, taken }: Grid, mask: number): Modules {
  return dark.map((shades, row) =>
    shades.map((shade, column) =>
      taken[row]?.[column] === 1 || !isInverted(mask, row, column) ? shade : 1 - shade,
    ),
  )
}
