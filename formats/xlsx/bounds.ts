// SPDX-License-Identifier: EUPL-1.2
import { tableLimits } from '../table/index.ts'

/** Rows of a sheet that the format itself allows; ECMA-376 leaves it to programs, all take this. */
const mostRows = 1_048_576
/** Cells between the first and the last filled one, empty ones counted: a reader makes each. */
const mostCells = 16_000_000

export type SheetOutcome =
  | { readonly sheet: string }
  | { readonly expected: string; readonly found: string }

/**
 * Leaves out what holds nothing (cells and rows that are only formatted run to the edge of many a
 * sheet) and refuses cells so far out that the emptiness before them would not fit in memory.
 */
export function boundedSheet(xml: string): SheetOutcome {
  const sheet = xml
    .replace(/<dimension\b[^>]*\/>/, '')
    .replace(/<c\b[^>]*\/>|<c\b[^>]*>\s*<\/c>/g, '')
    .replace(/<row\b[^>]*\/>|<row\b[^>]*>\s*<\/row>/g, '')
  let lastRow = 0
  let lastColumn = 0
  for (const [, attributes = ''] of sheet.matchAll(/<row\b([^>]*)>/g)) {
    const row = /\sr="(\d+)"/.exec(attributes)?.[1]
    if (row === undefined) continue
    if (Number(row) > mostRows) return { expected: `rows up to ${mostRows}`, found: `row ${row}` }
    lastRow = Math.max(lastRow, Number(row))
  }
  for (const [, attributes = ''] of sheet.matchAll(/<c\b([^>]*)>/g)) {
    const [, letters = '', digits = ''] = /\sr="([A-Z]{1,8})(\d{1,10})"/.exec(attributes) ?? []
    if (letters === '') continue
    const column = columnOf(letters)
    if (column > tableLimits.columns || Number(digits) > mostRows) {
      const expected = `cells up to column ${columnName(tableLimits.columns)} and row ${mostRows}`
      return { expected, found: `cell ${letters}${digits}` }
    }
    lastRow = Math.max(lastRow, Number(digits))
    lastColumn = Math.max(lastColumn, column)
  }
  if (lastRow * lastColumn <= mostCells) return { sheet }
  return { expected: `at most ${mostCells} cells`, found: `${lastRow} rows of ${lastColumn}` }
}

/** `A` is 1, `AA` is 27. */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  }
  return name
}
