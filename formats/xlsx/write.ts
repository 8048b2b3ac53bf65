// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'

/** A cell to write. Texts are never formulas; a day is shown as one. */
export type WrittenCell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly heading: string }

export interface SheetToWrite {
  readonly name: string
  readonly rows: readonly (readonly WrittenCell[])[]
  /** In characters. */
  readonly widths: readonly number[]
  /** Rows that stay in sight, from the top. */
  readonly headRows?: number
  /** Lists to choose from, each for a column (from 1) below the head. */
  readonly choices?: readonly { readonly column: number; readonly options: string }[]
}

/** The same bytes from the same sheets. `options` of a choice is a range such as `Choices!$A$1:$A$9`. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows, widths, headRows }) => ({
    sheet: name,
    data: rows.map((cells) => cells.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    ...(headRows === undefined ? {} : { stickyRowsCount: headRows }),
  }))
  const file = writeExcelFile(written, { features: [choiceLists(sheets)] })
  return packed(await file.toBuffer())
}

// The writer keeps its texts as members of a plain object, so that a text that every object has as
// a member (`constructor`) would be lost, and it drops the replacement character. Such texts go in
// under another spelling and come out as they are.
const mark = '\u{e000}\u{e001}'
const replacement = '\u{fffd}'
const members = Object.getOwnPropertyNames(Object.prototype)
const strings = 'xl/sharedStrings.xml'

function isLossy(cell: WrittenCell): boolean {
  const text = typeof cell === 'object' && cell !== null && 'heading' in cell ? cell.heading : cell
  return typeof text === 'string' && (members.includes(text) || text.includes(replacement))
}

function textOf(text: string): string {
  return isLossy(text) ? `${mark}${text.replaceAll(replacement, `${mark}R`)}` : text
}

/** The first day that an archive can name, so that the same sheets are the same bytes. */
const mtime = new Date(1980, 0, 1)

function packed(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const texts = strFromU8(parts[strings] ?? new Uint8Array())
  const restored = texts.replaceAll(`>${mark}`, '>').replaceAll(`${mark}R`, replacement)
  return zipSync({ ...parts, ...(texts !== '' && { [strings]: strToU8(restored) }) }, { mtime })
}

/** Serials before are off by one between programs: a leap day that never was. */
const firstSafeDay = '1900-03-01'

function cellOf(cell: WrittenCell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: textOf(cell), type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if ('heading' in cell) {
    return { value: textOf(cell.heading), type: String, fontWeight: 'bold' as const, wrap: true }
  }
  if (cell.day < firstSafeDay) return { value: cell.day, type: String }
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
}

const lastRow = 100_000

/** ECMA-376 part 1, 18.3.1.32; a warning, not a wall: what is typed is judged when it comes in. */
function choiceLists(sheets: readonly SheetToWrite[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, sheet: { readonly sheet?: string }) => {
            const found = sheets.find(({ name }) => name === sheet.sheet)
            const { choices = [], headRows = 1 } = found ?? {}
            if (choices.length === 0) return xml
            const lists = choices.map(({ column, options }) => {
              const letters = lettersOf(column)
              const range = `${letters}${headRows + 1}:${letters}${lastRow}`
              return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${options}</formula1></dataValidation>`
            })
            const all = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
            // After the cells and before margins and drawings, where the order of the format has it.
            return xml.replace(/<\/sheetData>|<sheetData\s*\/>/, (end) => `${end}${all}`)
          },
        },
      },
    },
  }
}

function lettersOf(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}
