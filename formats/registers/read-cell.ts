// SPDX-License-Identifier: EUPL-1.2
import type { Field } from '@schouw/core/registers'
import { type Column, nameOf } from './columns.ts'
import { type DateOrder, dayText, momentText, serialDay } from './dates.ts'
import { meaningOf, unguarded } from './guard.ts'
import { parted, partedRows, unquoted } from './lists.ts'
import { cellNumberText, type DecimalSign, numberText } from './numbers.ts'

export interface Reading {
  readonly decimal: DecimalSign
  readonly dates: DateOrder
  /** IANA name; times without an offset are of there. */
  readonly zone: string
}

/**
 * What a cell says. `value` goes to the core, which judges it; what could not be read goes there as
 * the text it is. References are still as people wrote them.
 */
export type Said =
  | { readonly is: 'nothing' }
  | { readonly is: 'clear' }
  | { readonly is: 'value'; readonly value: unknown }
  /** A sum in the spreadsheet that went wrong. */
  | { readonly is: 'fault'; readonly found: string }

export function readCell(column: Column, cell: string | number, reading: Reading): Said {
  const { field } = column
  const text = typeof cell === 'number' ? cellNumberText(cell) : cell.trim()
  if (text === '') return { is: 'nothing' }
  const isMany = field !== null && (field.type === 'rows' || isList(field))
  if (typeof cell === 'string') {
    const meaning = meaningOf(text)
    if (meaning === 'empty') return { is: 'clear' }
    if (meaning === 'none') return isMany ? { is: 'value', value: [] } : { is: 'clear' }
    if (meaning === 'too-long') return { is: 'nothing' }
    if (meaning === 'fault') return { is: 'fault', found: text }
    if (isUnknown(text, column)) return { is: 'nothing' }
  }
  if (field === null) return { is: 'value', value: ownValue(column, text) }
  const bare = unguarded(text)
  if (field.type === 'rows') return { is: 'value', value: rowsOf(column, bare, reading) }
  if (!isList(field)) {
    return { is: 'value', value: scalarOf(column, typeof cell === 'number' ? cell : bare, reading) }
  }
  if (typeof cell === 'number') return { is: 'value', value: [scalarOf(column, cell, reading)] }
  return { is: 'value', value: listOf(column, bare, reading) }
}

function isList(field: Field): boolean {
  return 'many' in field && field.many === true
}

const unknown = ['-', '--', '?', '??', 'onbekend', 'unknown', 'nvt', 'n.v.t.', 'n/a', 'na', 'nb']

/** How people say that they do not know; in a text only what can be nothing else. */
function isUnknown(text: string, { field, choices }: Column): boolean {
  const low = text.toLowerCase()
  if (!unknown.includes(low)) return false
  if (choices?.code(text) !== undefined) return false
  if (field?.type === 'text' || field?.type === 'long_text') return low === '-' || low === '?'
  return true
}

function ownValue({ name, choices }: Column, text: string): unknown {
  if (name === 'state') return choices?.code(unguarded(text)) ?? text
  if (name === 'retired') return truth(text) ?? text
  return text.toLowerCase()
}

function listOf(column: Column, text: string, reading: Reading): unknown {
  const items = parted(text, separatorsOf(column.field))
  if (items === undefined) return text
  const found = items.map((item) => scalarOf(column, unquoted(item), reading))
  // The same thing twice in a cell is said once.
  return found.filter((item, at) => found.indexOf(item) === at)
}

/** In what can hold no comma, a comma separates. */
function separatorsOf(field: Field | null): string {
  const isOpen = field?.type === 'text' && field.format === undefined
  return isOpen ? ';\n' : ';,\n'
}

function rowsOf(column: Column, text: string, reading: Reading): unknown {
  const { inner = [] } = column
  const lines = partedRows(text)
  if (lines === undefined) return text
  const names = namesOf(inner)
  return lines.map((cells) =>
    Object.fromEntries(
      cells.flatMap(([heading, value]) => {
        const found =
          names.get(heading) ?? inner.find(({ name }) => name === nameOf(heading, inner))
        if (found === undefined) return [[heading, value]]
        const said = readCell(found, value, reading)
        if (said.is === 'nothing' || said.is === 'clear') return []
        return [[found.name, said.is === 'value' ? said.value : said.found]]
      }),
    ),
  )
}

const innerNames = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>()

function namesOf(inner: readonly Column[]): ReadonlyMap<string, Column> {
  const known = innerNames.get(inner)
  if (known !== undefined) return known
  const made = new Map(inner.map((column) => [column.heading, column]))
  innerNames.set(inner, made)
  return made
}

const yes = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', 'v', '✓', '✔', 'aan', 'on', 'wel']
const no = ['nee', 'n', 'no', 'false', 'onwaar', '0', '✗', '✘', 'uit', 'off', 'niet', 'geen']

function truth(text: string): boolean | undefined {
  const low = text.toLowerCase()
  return yes.includes(low) ? true : no.includes(low) ? false : undefined
}

/** As the core spells it where it can be read, else as it stood there. */
function scalarOf(column: Column, given: string | number, reading: Reading): unknown {
  const { field, choices } = column
  const text = typeof given === 'number' ? cellNumberText(given) : given
  switch (field?.type) {
    case 'whole':
    case 'euro': {
      const figures = figuresOf(given, reading, true)
      return figures === undefined ? text : Number(figures)
    }
    case 'decimal':
    case 'percent':
    case 'hours':
      return figuresOf(given, reading, false) ?? text
    case 'yes_no':
      return truth(text) ?? text
    case 'choice':
      return choices?.code(text) ?? text
    case 'date':
      if (typeof given === 'number') return serialDay(given) ?? text
      // A spreadsheet that was asked for a day may give a moment of it.
      return dayText(text.replace(/[T ]00:00(:00)?$/, ''), reading.dates) ?? text
    case 'instant':
      return momentText(text, { order: reading.dates, zone: reading.zone }) ?? text
    case 'digest':
      return text.toLowerCase()
    case 'text':
      return field.format === undefined ? text : formatted(text, field.format)
    default:
      return text
  }
}

function figuresOf(
  given: string | number,
  { decimal }: Reading,
  isWhole: boolean,
): string | undefined {
  if (typeof given === 'number') return cellNumberText(given)
  return numberText(given, { sign: decimal, isWhole })
}

/** Capitals that the format has and people leave out, or the other way round. */
function formatted(text: string, format: string): string {
  if (format === 'country' || format === 'lei' || format === 'requirement') {
    return text.toUpperCase()
  }
  return format === 'time' && /^\d:/.test(text) ? `0${text}` : text
}
