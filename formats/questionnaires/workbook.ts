// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, strToU8, zipSync } from 'fflate'
import { unzipped } from '../unzip/index.ts'
import { readWorkbook } from '../xlsx/index.ts'
import { choiceLists } from './choices.ts'
import type { AskedFile, Fill, Filled, LeftOut } from './model.ts'
import { filledSheet } from './sheet-cells.ts'
import { workbookParts } from './workbook-parts.ts'

/** Sheets with their lists to choose from. */
export async function readAskedWorkbook(path: string, bytes: Uint8Array): Promise<AskedFile> {
  const { sheets, problems } = await readWorkbook(path, bytes)
  const { files } = unzipped(bytes)
  const parts = workbookParts(files)
  const read = sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) => cells.map(String)),
  }))
  const rowsOf = new Map(read.map(({ name, rows }) => [name, rows]))
  return {
    form: 'workbook',
    sheets: read.map(({ name, rows }) => {
      const part = files.get(parts.pathOf.get(name) ?? '')
      const lists = { rowsOf, parts, sheet: name }
      return { name, rows, choices: part === undefined ? [] : choiceLists(strFromU8(part), lists) }
    }),
    problems,
  }
}

/** The same workbook with these cells filled in; every other part of it byte for byte what it was. */
export function fillWorkbook(path: string, bytes: Uint8Array, fills: readonly Fill[]): Filled {
  const { files, problems } = unzipped(bytes)
  const [first] = problems
  if (first !== undefined) {
    return {
      problem: { path, line: null, column: null, expected: first.expected, found: first.found },
    }
  }
  const { pathOf } = workbookParts(files)
  const left: LeftOut[] = []
  const parts: Record<string, Uint8Array> = Object.fromEntries(files)
  for (const [sheet, asked] of Map.groupBy(fills, (one) => one.sheet)) {
    const at = pathOf.get(sheet)
    const part = at === undefined ? undefined : parts[at]
    if (at === undefined || part === undefined) {
      left.push(...asked.map((one) => ({ ...one, because: 'absent' as const })))
      continue
    }
    const filled = filledSheet(strFromU8(part), asked)
    left.push(...filled.left)
    parts[at] = strToU8(filled.xml)
  }
  return { bytes: zipSync(parts, { level: 6, mtime: zipEpoch }), left }
}

/** The earliest day a zip can name: the same answers give the same file. */
const zipEpoch = new Date(1980, 0, 1)
