// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, strToU8, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import type { Problem } from '../problem/index.ts'
import { type Table, tableLimits } from '../table/index.ts'
import { type ArchiveRefusal, unpacked, workbookLimits } from './archive.ts'
import { withShownTexts } from './shown.ts'

/** The first sheet of a workbook. Any bytes give a table and a list of problems. */
export async function readXlsx(path: string, bytes: Uint8Array): Promise<Table> {
  const problems: Problem[] = []
  const refused = (expected: string, found: string): Table => ({
    path,
    head: [],
    headLine: 1,
    rows: [],
    problems: [{ path, line: null, column: null, expected, found }],
  })
  const archive = unpacked(bytes)
  if ('refusal' in archive) return refused(...expectedByRefusal[archive.refusal])
  if (Object.values(archive.parts).some(hasDoctype)) return refused('no DOCTYPE', 'a DOCTYPE')
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = await cellsOf(archive.parts)
  } catch (error) {
    return refused('a workbook that can be read', error instanceof Error ? error.name : 'damage')
  }
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

/** Packs the checked parts again, uncompressed: the reader sees nothing that was not counted. */
async function cellsOf(
  parts: Readonly<Record<string, Uint8Array>>,
): Promise<readonly (readonly unknown[])[]> {
  const styles = parts['xl/styles.xml']
  const styleText = styles === undefined ? undefined : strFromU8(styles)
  const checked: Record<string, Uint8Array> = {}
  for (const [name, bytes] of Object.entries(parts)) {
    checked[name] = /^xl\/worksheets\/sheet/.test(name)
      ? strToU8(withShownTexts(strFromU8(bytes), styleText))
      : bytes
  }
  const sheets = await readExcelFile(Buffer.from(zipSync(checked, { level: 0 })), { trim: false })
  return sheets[0]?.data ?? []
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
