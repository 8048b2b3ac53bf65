// SPDX-License-Identifier: EUPL-1.2
import { csvLine, decodedText, delimiterOf, disarmed } from '../csv/index.ts'
import type { AskedFile, Fill, Filled, LeftOut } from './model.ts'

/** Lines of a text, or rows of a table with delimiters, each with its letters as they stand. */
interface Row {
  readonly cells: readonly string[]
  readonly raw: string
}

export function readPlainQuestions(bytes: Uint8Array, form: 'csv' | 'text'): AskedFile {
  const { rows } = rowsOf(bytes, form)
  return {
    form,
    sheets: [{ name: form, rows: rows.map(({ cells }) => cells), choices: [] }],
    problems: [],
  }
}

/** Rows that are not answered stay as they were, letter for letter. */
export function fillPlain(bytes: Uint8Array, form: 'csv' | 'text', fills: readonly Fill[]): Filled {
  const { rows, delimiter, head } = rowsOf(bytes, form)
  const left: LeftOut[] = fills
    .filter(({ row }) => rows[row] === undefined)
    .map((one) => ({ ...one, because: 'absent' }))
  const byRow = Map.groupBy(fills, ({ row }) => row)
  const text = rows.map(({ cells, raw }, at) => {
    const asked = byRow.get(at)
    if (asked === undefined) return raw
    if (form === 'text') return `${raw.endsWith('\n') ? raw : `${raw}\n`}${asked[0]?.text ?? ''}\n`
    const filled = [...cells]
    for (const { column, text: one } of asked) {
      while (filled.length <= column) filled.push('')
      filled[column] = disarmed(one)
    }
    const own = csvLine(filled, delimiter).replace(/\r\n$/, '')
    return `${own}${/\r?\n$|\r$/.exec(raw)?.[0] ?? '\n'}`
  })
  return { bytes: new TextEncoder().encode(`${head}${text.join('')}`), left }
}

function rowsOf(bytes: Uint8Array, form: 'csv' | 'text') {
  const whole = decodedText(bytes)
  const isMarked = whole.startsWith('\uFEFF') || bytes[0] === 0xef
  const text = whole.replace(/^\uFEFF/, '')
  // Spreadsheet programs take a text without the mark for an older encoding.
  const head = isMarked || form === 'csv' ? '\uFEFF' : ''
  if (form === 'text') {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
    const rows = lines.map((raw): Row => ({ cells: [raw.replace(/\r?\n$/, '')], raw }))
    return { rows, delimiter: ',' as const, head }
  }
  const delimiter = delimiterOf(text)
  return { rows: csvRows(text, delimiter), delimiter, head }
}

function csvRows(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let start = 0
  const end = (at: number) => {
    rows.push({ cells: [...cells, cell], raw: text.slice(start, at) })
    cells = []
    cell = ''
    start = at
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') end(at + 1)
    else if (letter !== '\r') cell += letter
  }
  if (start < text.length) end(text.length)
  return rows
}
