// SPDX-License-Identifier: EUPL-1.2
import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../problem/index.ts'
import { type Table, tableLimits } from '../table/index.ts'

/**
 * Any bytes give a table and a list of problems. Delimiter and encoding are found out: `,`, `;`
 * or tab; UTF-8 and UTF-16 with or without mark, else Windows-1252, which older spreadsheets write.
 */
export function readCsv(path: string, bytes: Uint8Array): Table {
  const problems: Problem[] = []
  const none = { path, head: [], headLine: 1, rows: [], problems }
  const whole = { path, line: null, column: null }
  if (bytes.length > tableLimits.fileBytes) {
    problems.push({
      ...whole,
      expected: `at most ${tableLimits.fileBytes} bytes`,
      found: `${bytes.length}`,
    })
    return none
  }
  const text = decodedText(bytes)
  if (text.includes('\0')) {
    problems.push({ ...whole, expected: 'a text file', found: 'binary data' })
    return none
  }
  const [head, ...rows] = records(path, text, problems)
  if (head === undefined) {
    problems.push({ ...whole, expected: 'a first line with column names', found: 'nothing' })
    return none
  }
  const usable = rows.filter(({ line, cells }) => {
    if (cells.length <= head.cells.length) return true
    if (cells.slice(head.cells.length).every((cell) => cell.trim() === '')) return true
    problems.push({
      path,
      line,
      column: head.cells.length + 1,
      expected: `${head.cells.length} columns`,
      found: `${cells.length}`,
    })
    return false
  })
  return { path, head: head.cells, headLine: head.line, rows: usable, problems }
}

/** Rows of cells as they stand, each with its line; nothing is taken for a head. */
export function readCsvRows(
  path: string,
  bytes: Uint8Array,
): { readonly rows: readonly CsvRecord[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const no = (expected: string, found: string) => {
    problems.push({ path, line: null, column: null, expected, found })
    return { rows: [], problems }
  }
  if (bytes.length > tableLimits.fileBytes) {
    return no(`at most ${tableLimits.fileBytes} bytes`, `${bytes.length}`)
  }
  const text = decodedText(bytes)
  if (text.includes('\0')) return no('a text file', 'binary data')
  return { rows: records(path, text, problems), problems }
}

/** By the byte order mark, else UTF-8 when it is valid, else Windows-1252. */
export function decodedText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const delimiters = [';', ',', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** Lines that are looked at: a title above a table may hold any of them. */
const linesLookedAt = 30

/**
 * The candidate that most of the first lines hold in the same number, outside quotes; of equals the
 * one that they hold more of. `,` when there is none.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = countsOfLines(text)
  let best: Delimiter = ','
  let bestLines = 0
  let bestCount = 0
  for (const delimiter of delimiters) {
    const sizes = Map.groupBy(
      lines.flatMap((counts) => counts[delimiter] || []),
      (count) => count,
    )
    for (const [count, same] of sizes) {
      const isBetter = same.length > bestLines || (same.length === bestLines && count > bestCount)
      if (!isBetter) continue
      best = delimiter
      bestLines = same.length
      bestCount = count
    }
  }
  return best
}

function countsOfLines(text: string): readonly Readonly<Record<Delimiter, number>>[] {
  const lines: Record<Delimiter, number>[] = []
  let counts = { ',': 0, ';': 0, '\t': 0, '|': 0 }
  let isQuoted = false
  const most = Math.min(text.length, tableLimits.cellCharacters * 4)
  for (let at = 0; at < most && lines.length < linesLookedAt; at += 1) {
    const character = text[at]
    if (character === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (character === '\n' || character === '\r') {
      lines.push(counts)
      counts = { ',': 0, ';': 0, '\t': 0, '|': 0 }
    } else if (isDelimiter(character)) counts[character] += 1
  }
  return [...lines, counts]
}

function isDelimiter(character: string | undefined): character is Delimiter {
  return delimiters.some((one) => one === character)
}

export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

function records(path: string, text: string, problems: Problem[]): CsvRecord[] {
  // Spreadsheets may state their delimiter in a first line of their own.
  const stated = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  const body = stated === null ? text : text.slice(stated[0].length)
  const out: CsvRecord[] = []
  let line = stated === null ? 1 : 2
  let count = 0
  const refuse = (at: number | null, column: number | null, expected: string, found: string) =>
    problems.push({ path, line: at, column, expected, found })
  const keep = (cells: readonly string[], lastLine: number) => {
    const earliest = line
    line = lastLine + 1
    if (cells.every((cell) => cell.trim() === '')) return
    const start = firstLine(earliest, lastLine, cells)
    const huge = cells.findIndex((cell) => cell.length > tableLimits.cellCharacters)
    if (huge >= 0) {
      const expected = `at most ${tableLimits.cellCharacters} characters in a cell`
      refuse(start, huge + 1, expected, `${cells[huge].length}`)
    } else if (cells.length > tableLimits.columns) {
      refuse(start, null, `at most ${tableLimits.columns} columns`, `${cells.length}`)
    } else {
      out.push({ line: start, cells })
    }
  }
  const shift = stated === null ? 0 : 1
  try {
    parse(body, {
      delimiter: stated?.[1] ?? delimiterOf(body),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: tableLimits.cellCharacters * 8,
      to: tableLimits.rows + 1,
      // Rows are taken as they come, so that what stands before a broken quote is kept.
      on_record: (cells: string[], info) => {
        count += 1
        keep(cells, info.lines + shift)
        return null
      },
    })
    if (count > tableLimits.rows) refuse(line, null, `at most ${tableLimits.rows} rows`, 'more')
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = typeof error['lines'] === 'number' ? error['lines'] + shift : null
    refuse(at, null, expectedByCode[error.code] ?? 'a table', error.code.toLowerCase())
  }
  return out
}

const expectedByCode: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a closing quote',
  CSV_MAX_RECORD_SIZE: `rows of at most ${tableLimits.cellCharacters * 8} characters`,
  CSV_INVALID_CLOSING_QUOTE: 'a delimiter after a closing quote',
}

/** Blank lines before a record are skipped: it starts at its last line minus the breaks within it. */
function firstLine(earliest: number, last: number, cells: readonly string[]): number {
  const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
  return Math.max(earliest, last - breaks)
}
