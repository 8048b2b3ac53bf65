// SPDX-License-Identifier: EUPL-1.2
// Takes a file from a stranger apart, in a thread that can be ended without harm.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readCsvRows } from '@schouw/formats/csv'
import { readWorkbook } from '@schouw/formats/xlsx'
import { exchangeLimits } from './limits.ts'
import type { ReadFile, ReadSheet } from './reading.ts'

const { path, name } = workerData as { readonly path: string; readonly name: string }
const bytes = readFileSync(path)
const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf
const read = isZip || isOld ? await workbook() : text()
parentPort?.postMessage(read)

async function workbook(): Promise<ReadFile> {
  const { sheets, problems } = await readWorkbook(name, bytes)
  const kept = sheets.slice(0, exchangeLimits.sheets).map((sheet): ReadSheet => {
    const rows = sheet.rows.flatMap((cells, at) =>
      cells.some(isFilled) ? [{ line: at + 1, cells: trimmed(cells) }] : [],
    )
    return { name: sheet.name, rows }
  })
  return bounded({ format: 'xlsx', sheets: kept, problems: problems.map(placed) })
}

function text(): ReadFile {
  const { rows, problems } = readCsvRows(name, bytes)
  const sheet = { name: '', rows: rows.map(({ line, cells }) => ({ line, cells: trimmed(cells) })) }
  return bounded({ format: 'csv', sheets: [sheet], problems: problems.map(placed) })
}

/** A head and as many rows as an import takes; of too many none, rather than some. */
function bounded(file: ReadFile): ReadFile {
  const most = exchangeLimits.rows + 1_000
  const problems = [...file.problems]
  const sheets = file.sheets.map((sheet) => {
    if (sheet.rows.length <= most) return sheet
    const expected = `at most ${exchangeLimits.rows} rows`
    problems.push({ line: null, column: null, expected, found: `${sheet.rows.length}` })
    return { ...sheet, rows: [] }
  })
  return { ...file, sheets, problems }
}

function isFilled(cell: string | number): boolean {
  return typeof cell === 'number' || cell.trim() !== ''
}

/** Without the empty cells at the end. */
function trimmed(cells: readonly (string | number)[]): readonly (string | number)[] {
  return cells.slice(0, cells.findLastIndex(isFilled) + 1)
}

function placed({ line, column, expected, found }: ReadFile['problems'][number]) {
  return { line, column, expected, found }
}
