// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, strToU8, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import type { Problem } from '../problem/index.ts'
import { type Table, tableLimits } from '../table/index.ts'
import { type ArchiveRefusal, unpacked, workbookLimits } from './archive.ts'
import { boundedSheet } from './bounds.ts'
import { withShownTexts } from './shown.ts'

/** What a cell holds: a number stays one, anything else is text as people read it. */
export type SheetCell = string | number

export interface Sheet {
  readonly name: string
  /** From line 1, blank lines too. */
  readonly rows: readonly (readonly SheetCell[])[]
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly problems: readonly Problem[]
}

/** All sheets of a workbook, cell by cell. Any bytes give a workbook and a list of problems. */
export async function readWorkbook(path: string, bytes: Uint8Array): Promise<Workbook> {
  const read = await sheetsOf(path, bytes)
  if ('problem' in read) return { sheets: [], problems: [read.problem] }
  const sheets = read.sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells) => cells.map(sheetCell)),
  }))
  return { sheets, problems: [] }
}

/** The first sheet of a workbook. Any bytes give a table and a list of problems. */
export async function readXlsx(path: string, bytes: Uint8Array): Promise<Table> {
  const problems: Problem[] = []
  const none = { path, head: [], headLine: 1, rows: [] }
  const refused = (expected: string, found: string): Table => ({
    ...none,
    problems: [{ path, line: null, column: null, expected, found }],
  })
  const read = await sheetsOf(path, bytes)
  if ('problem' in read) return { ...none, problems: [read.problem] }
  const sheet = read.sheets[0]?.data ?? []
  const rows = sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...rest] = filled
  if (head === undefined) return refused('a first line with column names', 'nothing')
  if (head.cells.length > tableLimits.columns) {
    return refused(`at most ${tableLimits.columns} columns`, `${head.cells.length}`)
  }
  if (rest.length > tableLimits.rows) {
    return refused(`at most ${tableLimits.rows} rows`, `${rest.length}`)
  }
  const usable = rest.filter(({ line, cells }) => {
    const huge = cells.findIndex((cell) => cell.length > tableLimits.cellCharacters)
    if (huge < 0) return true
    const expected = `at most ${tableLimits.cellCharacters} characters in a cell`
    problems.push({ path, line, column: huge + 1, expected, found: `${cells[huge].length}` })
    return false
  })
  return { path, head: head.cells, headLine: head.line, rows: usable, problems }
}

const expectedByRefusal: Readonly<Record<ArchiveRefusal, [string, string]>> = {
  'not-a-workbook': ['an .xlsx workbook', 'something else'],
  'encrypted-or-old': ['an .xlsx workbook', 'an old .xls or an encrypted workbook'],
  'too-large': [`at most ${workbookLimits.fileBytes} bytes`, 'more'],
  'too-many-parts': [`at most ${workbookLimits.entries} parts`, 'more'],
  'unpacks-too-large': [`at most ${workbookLimits.unpackedBytes} bytes unpacked`, 'more'],
  damaged: ['a whole workbook', 'a damaged one'],
}

function hasDoctype(part: Uint8Array): boolean {
  return strFromU8(part.subarray(0, 4096)).includes('<!DOCTYPE')
}

interface RawSheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

async function sheetsOf(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly sheets: readonly RawSheet[] } | { readonly problem: Problem }> {
  const no = (expected: string, found: string) => ({
    problem: { path, line: null, column: null, expected, found },
  })
  const archive = unpacked(bytes)
  if ('refusal' in archive) return no(...expectedByRefusal[archive.refusal])
  if (Object.values(archive.parts).some(hasDoctype)) return no('no DOCTYPE', 'a DOCTYPE')
  const styles = archive.parts['xl/styles.xml']
  const styleText = styles === undefined ? undefined : strFromU8(styles)
  // Packed again, uncompressed: the reader sees nothing that was not counted.
  const checked: Record<string, Uint8Array> = {}
  for (const [name, part] of Object.entries(archive.parts)) {
    if (!/^xl\/worksheets\/sheet/.test(name)) {
      checked[name] = part
      continue
    }
    const bounded = boundedSheet(strFromU8(part))
    if ('expected' in bounded) return no(bounded.expected, bounded.found)
    checked[name] = strToU8(withShownTexts(bounded.sheet, styleText))
  }
  try {
    const packed = Buffer.from(zipSync(checked, { level: 0 }))
    return { sheets: await readExcelFile(packed, { trim: false }) }
  } catch (error) {
    return no('a workbook that can be read', error instanceof Error ? error.name : 'damage')
  }
}

/** A workbook has no time zones: an instant in it is a time on somebody's wall. */
function sheetCell(value: unknown): SheetCell {
  if (typeof value === 'number') return value
  if (!(value instanceof Date)) return cellText(value)
  if (Number.isNaN(value.getTime())) return ''
  // Stored as a part of a day, which no second is exactly.
  const text = new Date(Math.round(value.getTime() / 50) * 50).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/(\.000)?Z$/, '')
}

/** Dates without a time of day as ISO days: a workbook has no time zones. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
