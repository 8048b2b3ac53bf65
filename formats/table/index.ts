// SPDX-License-Identifier: EUPL-1.2
/**
 * Table: what a CSV file and a sheet of a workbook have in common: a head and rows of cells, each
 * with its place. Columns are found by name, in Dutch or English, in any order.
 */
import { knownKeys, type Problem, quoted } from '../problem/index.ts'

/** A cell as text; what a spreadsheet holds as date or number has been written out. */
export interface Table {
  readonly path: string
  readonly head: readonly string[]
  /** Line of the head. */
  readonly headLine: number
  readonly rows: readonly {
    readonly line: number
    readonly cells: readonly string[]
  }[]
  readonly problems: readonly Problem[]
}

/** Bounds we choose for tables from strangers. */
export const tableLimits = {
  /** A register of 100,000 rows of 20 columns of 15 characters is 30 MB. */
  fileBytes: 64 * 1024 * 1024,
  /** What a spreadsheet program itself allows in a cell. */
  cellCharacters: 32_767,
  columns: 512,
  rows: 200_000,
} as const

/** Canonical key → other names for the column, in any spelling: compared by `plainName`. */
export type Columns = Readonly<Record<string, readonly string[]>>

/** `IP-adres`, `ip_adres` and `Ip adres` are one name. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}

export interface NamedRow {
  readonly line: number
  /** Canonical key → text; empty cells are absent. */
  readonly cells: Readonly<Record<string, string>>
}

export interface NamedRows {
  readonly rows: readonly NamedRow[]
  /** Canonical key → number of its column, from 1. */
  readonly columnOf: Readonly<Record<string, number>>
  readonly problems: readonly Problem[]
}

/** Columns that are not known are listed with the nearest known one and otherwise left alone. */
export function namedRows(table: Table, columns: Columns): NamedRows {
  const problems: Problem[] = []
  const columnOf: Record<string, number> = {}
  const keys = keysByName(columns)
  const keyOfColumn = table.head.map((name, index) => {
    const key = keys.get(plainName(name))
    const place = { path: table.path, line: table.headLine, column: index + 1 }
    if (key === undefined) {
      const isNamed = plainName(name) !== ''
      if (isNamed) {
        const expected = knownKeys(name, Object.keys(columns))
        problems.push({ ...place, expected, found: quoted(name) })
      }
      return undefined
    }
    if (columnOf[key] !== undefined) {
      problems.push({
        ...place,
        expected: `one column "${key}"`,
        found: `a second: ${quoted(name)}`,
      })
      return undefined
    }
    columnOf[key] = index + 1
    return key
  })
  const rows = table.rows.map(({ line, cells }) => {
    const named: Record<string, string> = {}
    cells.forEach((cell, index) => {
      const key = keyOfColumn[index]
      const text = cell.trim()
      if (key !== undefined && text !== '') named[key] = text
    })
    return { line, cells: named }
  })
  return { rows, columnOf, problems }
}

function keysByName(columns: Columns): Map<string, string> {
  const keys = new Map<string, string>()
  for (const [key, names] of Object.entries(columns)) {
    for (const name of [key, ...names]) keys.set(plainName(name), key)
  }
  return keys
}
