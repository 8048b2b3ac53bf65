// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import type { ConflictRule } from '@schouw/core/registers/table'
import { headLine, type Proposal, proposals } from '@schouw/formats/registers'
import type { ReadRow, ReadSheet } from './reading.ts'
import { type FileLanguage, fileColumns } from './words.ts'

/** How a file is read, as stored and as people adjust it. */
export interface ImportSettings {
  readonly sheet: number
  readonly head_line: number
  readonly columns: readonly (string | null)[]
  readonly decimal: ',' | '.'
  readonly dates: 'dmy' | 'mdy'
  readonly time_zone: string
  readonly empty: 'keep' | 'clear'
  readonly rule: ConflictRule
  readonly retired: 'refuse' | 'reinstate'
}

export interface Proposed extends Proposal {
  readonly column: string
  readonly sample: string | null
}

/** What the registers are written in matters for figures; for words every language is read. */
export interface FirstSight {
  readonly language: FileLanguage
  readonly timeZone: string
}

/** Rows that are looked at for how figures and dates are written. */
const rowsLookedAt = 200

export function proposedSettings(
  kind: RecordKind,
  sheets: readonly ReadSheet[],
  { language, timeZone }: FirstSight,
): ImportSettings {
  const columns = fileColumns(kind, language)
  const counts = sheets.map(({ rows }) => {
    const line = headLine(rows, columns)
    const head = rows.find((row) => row.line === line)
    const found = head === undefined ? [] : proposals(head.cells.map(String), columns)
    return found.filter(({ by }) => by === 'name' || by === 'synonym').length
  })
  // Of a workbook with explanations in front the sheet that names most.
  const at = Math.max(0, counts.indexOf(Math.max(0, ...counts)))
  const rows = sheets[at]?.rows ?? []
  const head_line = headLine(rows, columns) ?? 1
  const named = proposedColumns(kind, { rows, head_line, language })
  return {
    sheet: at + 1,
    head_line,
    columns: named.map(({ name }) => name),
    decimal: decimalOf(rows, language),
    dates: datesOf(rows),
    time_zone: timeZone,
    empty: 'keep',
    rule: 'theirs',
    retired: 'refuse',
  }
}

export function proposedColumns(
  kind: RecordKind,
  of: {
    readonly rows: readonly ReadRow[]
    readonly head_line: number
    readonly language: FileLanguage
  },
): readonly Proposed[] {
  const { rows, head_line, language } = of
  const head = rows.find(({ line }) => line === head_line)?.cells ?? []
  const below = rows.filter(({ line }) => line > head_line).slice(0, rowsLookedAt)
  const width = Math.max(head.length, ...below.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => String(head[at] ?? ''))
  return proposals(headings, fileColumns(kind, language)).map((one, at) => {
    const filled = below.find(({ cells }) => String(cells[at] ?? '').trim() !== '')
    const sample = filled === undefined ? null : String(filled.cells[at]).slice(0, 80)
    return { ...one, column: letters(at + 1), sample }
  })
}

export function letters(column: number): string {
  const rest = (column - 1) % 26
  const before = Math.floor((column - 1) / 26)
  return (before === 0 ? '' : letters(before)) + String.fromCharCode(65 + rest)
}

/** By figures that can be read in one way only; else as the language has it. */
function decimalOf(rows: readonly ReadRow[], language: FileLanguage): ',' | '.' {
  let commas = 0
  let points = 0
  for (const { cells } of rows.slice(0, rowsLookedAt)) {
    for (const cell of cells) {
      if (typeof cell !== 'string') continue
      if (/^[€\s-]*\d{1,3}(\.\d{3})*,\d{1,2}\s*%?$|^-?\d+,(\d{1,2}|\d{4,})%?$/.test(cell))
        commas += 1
      if (/^[€\s-]*\d{1,3}(,\d{3})*\.\d{1,2}\s*%?$|^-?\d+\.(\d{1,2}|\d{4,})%?$/.test(cell))
        points += 1
    }
  }
  if (commas !== points) return commas > points ? ',' : '.'
  return language === 'nl' ? ',' : '.'
}

/** A date and perhaps a time behind it; an address or a version has more points. */
const dayOfYear = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?=$|[\sT,])/

/** American only where nothing else can be meant. */
function datesOf(rows: readonly ReadRow[]): 'dmy' | 'mdy' {
  let american = 0
  let european = 0
  for (const { cells } of rows.slice(0, rowsLookedAt)) {
    for (const cell of cells) {
      const [, one, other] = dayOfYear.exec(String(cell)) ?? []
      if (Number(one) > 12) european += 1
      if (Number(other) > 12) american += 1
    }
  }
  return american > 0 && european === 0 ? 'mdy' : 'dmy'
}
