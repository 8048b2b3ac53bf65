// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../problem/index.ts'

export type Form = 'workbook' | 'csv' | 'document' | 'text'

/** Cells that share a list to choose from; rows and columns from nought, ends included. */
export interface ChoiceList {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
  readonly options: readonly string[]
}

export interface AskedSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly choices: readonly ChoiceList[]
}

export interface AskedFile {
  readonly form: Form
  readonly sheets: readonly AskedSheet[]
  readonly problems: readonly Problem[]
}

/** A text for one cell; rows and columns from nought. */
export interface Fill {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A cell that was left as it is, and why. */
export interface LeftOut extends Fill {
  readonly because: 'formula' | 'taken' | 'absent'
}

export type Filled =
  | { readonly bytes: Uint8Array; readonly left: readonly LeftOut[] }
  | { readonly problem: Problem }

/** Questionnaires are small; what is larger is something else. */
export const askedLimits = { fileBytes: 16 * 1024 * 1024, cellCharacters: 32_000 } as const

/** The list of a cell; none when anything may be written there. */
export function choicesAt(sheet: AskedSheet, row: number, column: number): readonly string[] {
  const found = sheet.choices.find(
    ({ rows, columns }) =>
      row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1],
  )
  return found?.options ?? []
}

/** Text as XML holds it: what XML 1.0 has no place for is left out. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
