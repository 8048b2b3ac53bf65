// SPDX-License-Identifier: EUPL-1.2
/**
 * Fonts: one sans with tabular figures and one mono, shipped with us so that paper and screen look
 * the same everywhere and nothing is fetched. Origin and licence: `PROVENANCE.md`, `OFL.txt`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const faces = [
  { family: 'Schouw Sans', weight: 400, file: 'schouw-sans-regular' },
  { family: 'Schouw Sans', weight: 600, file: 'schouw-sans-semibold' },
  { family: 'Schouw Mono', weight: 400, file: 'schouw-mono-regular' },
] as const

/** The complete font files, for embedding in a PDF. */
export function paperFonts(): readonly Uint8Array[] {
  return faces.map((face) => readFileSync(join(import.meta.dirname, `${face.file}.ttf`)))
}

/** `@font-face` rules with the fonts inside, for a page that may not fetch anything. */
export function screenFontRules(): string {
  return faces
    .map((face) => {
      const data = readFileSync(join(import.meta.dirname, `${face.file}.woff2`)).toString('base64')
      return (
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-display:block;` +
        `src:url(data:font/woff2;base64,${data}) format("woff2")}`
      )
    })
    .join('\n')
}
