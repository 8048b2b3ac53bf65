// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordVersion } from '@schouw/core/registers'
import { tableLimits } from '../table/index.ts'
import type { WrittenCell } from '../xlsx/index.ts'
import type { Column } from './columns.ts'
import { guarded, tooLong, wordFor } from './guard.ts'
import { joined, quotedItem } from './lists.ts'
import type { Speech } from './speech.ts'

export interface Writing {
  readonly speech: Speech
  /**
   * What people call the record of an id: `kind:code`, or anything else that is read back as just
   * that record.
   */
  readonly called: (id: string) => string
  /** Of a text file, in which a spreadsheet would see formulas and numbers. */
  readonly isText: boolean
}

type Shown = Pick<RecordVersion, 'id' | 'state' | 'values' | 'retired'>
type Value = Shown['values'][string]
type Scalar = string | number | boolean

/** One record as cells. A value that is not known is an empty cell. */
export function cellsOf(
  record: Shown,
  columns: readonly Column[],
  writing: Writing,
): readonly WrittenCell[] {
  return columns.map((column) => {
    if (column.field === null) return ownCell(record, column, writing)
    const value = record.values[column.name]
    return value === undefined ? null : valueCell(column.field, value, column, writing)
  })
}

function ownCell(record: Shown, column: Column, writing: Writing): WrittenCell {
  if (column.name === 'id') return record.id
  if (column.name === 'retired') return yesNo(record.retired !== null, writing)
  return column.choices?.word(record.state) ?? record.state
}

function valueCell(field: Field, value: Value, column: Column, writing: Writing): WrittenCell {
  if (field.type === 'rows' || ('many' in field && field.many === true)) {
    const list = value as readonly (Scalar | Readonly<Record<string, Value>>)[]
    if (list.length === 0) return wordFor('none', writing.speech.language)
    const text =
      field.type === 'rows'
        ? list.map((row) => rowText(row as Readonly<Record<string, Value>>, column, writing))
        : null
    return fitting(
      text === null ? listText(list as readonly Scalar[], field, column, writing) : text.join('\n'),
      writing,
    )
  }
  const scalar = value as Scalar
  if (!writing.isText) {
    if (typeof scalar === 'number') return scalar
    // Decimals have at most fifteen digits, which a double holds exactly.
    if (isDecimal(field)) return Number(scalar)
    if (field.type === 'date') return { day: String(scalar) }
  }
  const text = scalarText(scalar, field, column, writing)
  return isFigure(field) ? text : fitting(text, writing)
}

function listText(list: readonly Scalar[], field: Field, column: Column, writing: Writing): string {
  return joined(list.map((item) => scalarText(item, field, column, writing)))
}

/** `name: value; name: value`, a list inside quoted as a whole. */
function rowText(
  row: Readonly<Record<string, Value>>,
  { inner = [] }: Column,
  writing: Writing,
): string {
  const cells = inner.flatMap((column) => {
    const value = row[column.name]
    if (value === undefined || column.field === null) return []
    const text = Array.isArray(value)
      ? value.length === 0
        ? wordFor('none', writing.speech.language)
        : joined(
            value.map((item) => scalarText(item as Scalar, column.field as Field, column, writing)),
          )
      : guarded(scalarText(value as Scalar, column.field, column, writing), false)
    return [`${column.heading}: ${quotedItem(text)}`]
  })
  return cells.join('; ')
}

function scalarText(value: Scalar, field: Field, column: Column, writing: Writing): string {
  if (typeof value === 'boolean') return yesNo(value, writing)
  if (typeof value === 'number') return String(value)
  if (field.type === 'choice') return column.choices?.word(value) ?? value
  if (field.type === 'reference') {
    const called = writing.called(value)
    // Where one kind is meant, it need not be said.
    const [only] = field.to.length === 1 ? field.to : []
    const code = called.slice((only ?? '').length + 1)
    const isPlain = only !== undefined && called.startsWith(`${only}:`) && !/^[a-z-]+:/.test(code)
    return isPlain ? code : called
  }
  // Among other words it is text in a workbook too, and 16.576 would be read as sixteen thousand.
  return isDecimal(field) && writing.speech.language === 'nl' ? value.replace('.', ',') : value
}

function yesNo(value: boolean, { speech }: Writing): string {
  if (speech.language === 'nl') return value ? 'ja' : 'nee'
  return value ? 'yes' : 'no'
}

function fitting(text: string, { isText }: Writing): string {
  const cell = guarded(text, isText)
  return cell.length > tableLimits.cellCharacters ? tooLong : cell
}

export function isDecimal({ type }: Field): boolean {
  return type === 'decimal' || type === 'percent' || type === 'hours'
}

/** Written as a bare number, which is no formula though it begins with a minus. */
function isFigure(field: Field): boolean {
  return isDecimal(field) || field.type === 'whole' || field.type === 'euro'
}
