// SPDX-License-Identifier: EUPL-1.2
import { type CalendarDate, isCalendarDate } from '@schouw/core/kernel'
import { cidrText, ipText, macText } from './addresses.ts'
import type { Field, Row, RowsField, Scalar, ScalarField, Value, Values } from './field.ts'
import { type Format, formats } from './formats.ts'
import { limits } from './limits.ts'

/** What stood there was not what the field asks. `path` is a JSON Pointer (RFC 6901). */
export interface FieldRefusal {
  readonly code: 'field-refused'
  readonly path: string
  readonly expected: Expected
  /** What stood there, shortened; text in quotes. */
  readonly found: string
}

export interface UnknownField {
  readonly code: 'unknown-field'
  readonly path: string
}

export type Problem = FieldRefusal | UnknownField

/** What a field asks, with the bounds that were broken. */
export type Expected =
  | { readonly rule: 'text' | 'long_text'; readonly max: number }
  | { readonly rule: 'format'; readonly format: Format }
  | { readonly rule: 'whole'; readonly min: number; readonly max: number }
  | {
      readonly rule: 'decimal'
      readonly decimals: number
      readonly min: number
      readonly max: number
    }
  | { readonly rule: 'date' | 'instant'; readonly first: string; readonly last: string }
  | { readonly rule: 'choice'; readonly options: readonly string[] }
  | { readonly rule: 'list'; readonly max: number }
  | { readonly rule: 'not_before' | 'exactly_one_of'; readonly fields: readonly string[] }
  | {
      readonly rule:
        | 'cidr'
        | 'digest'
        | 'filled_row'
        | 'ip'
        | 'known'
        | 'mac'
        | 'no_duplicate'
        | 'object'
        | 'personal'
        | 'reference'
        | 'yes_no'
    }

/** Ids are minted by the caller; they say nothing about the record. */
export const idSpelling = /^[0-9a-z][0-9a-z-]{0,63}$/

type Fields = Readonly<Record<string, Field>>

const tables = new WeakMap<Fields, readonly (readonly [string, Field])[]>()

/** Names and fields in the order of the declaration; asked several times at every change. */
export function declared(fields: Fields): readonly (readonly [string, Field])[] {
  const known = tables.get(fields)
  if (known !== undefined) return known
  const made = Object.entries(fields)
  tables.set(fields, made)
  return made
}

export interface Checked {
  /** In canonical spelling; a field that was refused is left out. */
  readonly values: Values
  /** Known fields that were given as null: to be cleared, or not stated. */
  readonly nulls: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Holds any input against a table of fields, each field by itself. Never throws on parsed JSON.
 * Spelling is made canonical (blanks around text, offsets of instants, the look of addresses);
 * nothing else is changed, and checking its own result changes nothing.
 */
export function checkFields(fields: Fields, input: unknown, at = ''): Checked {
  if (!isObject(input)) {
    return { values: {}, nulls: [], problems: [refused(at, { rule: 'object' }, input)] }
  }
  const problems: Problem[] = []
  const found: Record<string, Value> = {}
  const nulls: string[] = []
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(fields, name)) {
      problems.push({ code: 'unknown-field', path: `${at}/${pointer(name)}` })
    }
  }
  // In the order of the declaration, so that equal values have equal bytes.
  for (const [name, field] of declared(fields)) {
    if (!Object.hasOwn(input, name) || input[name] === undefined) continue
    if (input[name] === null) {
      nulls.push(name)
      continue
    }
    const value = checkField(field, input[name], `${at}/${name}`, problems)
    if (value !== undefined) found[name] = value
  }
  return { values: found, nulls, problems }
}

export function refused(path: string, expected: Expected, found: unknown): FieldRefusal {
  return { code: 'field-refused', path, expected, found: shown(found) }
}

function checkField(
  field: Field,
  input: unknown,
  path: string,
  problems: Problem[],
): Value | undefined {
  if (field.type === 'rows') return checkRows(field, input, path, problems)
  if (!('many' in field) || field.many !== true) return checkOne(field, input, path, problems)
  const max = field.maxItems ?? limits.items
  const isTooFew = field.required === true && Array.isArray(input) && input.length === 0
  if (!Array.isArray(input) || input.length > max || isTooFew) {
    problems.push(refused(path, { rule: 'list', max }, input))
    return undefined
  }
  const before = problems.length
  const seen = new Set<Scalar>()
  for (const [index, item] of input.entries()) {
    const value = checkOne(field, item, `${path}/${index}`, problems)
    if (value === undefined) continue
    if (seen.has(value)) problems.push(refused(`${path}/${index}`, { rule: 'no_duplicate' }, item))
    seen.add(value)
  }
  return problems.length > before ? undefined : [...seen]
}

function checkRows(
  field: RowsField,
  input: unknown,
  path: string,
  problems: Problem[],
): readonly Row[] | undefined {
  const max = field.maxRows ?? limits.rows
  const isTooFew = field.required === true && Array.isArray(input) && input.length === 0
  if (!Array.isArray(input) || input.length > max || isTooFew) {
    problems.push(refused(path, { rule: 'list', max }, input))
    return undefined
  }
  const before = problems.length
  const rows: Row[] = []
  for (const [index, item] of input.entries()) {
    const at = `${path}/${index}`
    const checked = checkFields(field.fields, item, at)
    problems.push(...checked.problems)
    if (checked.problems.length > 0) continue
    const missing = Object.keys(field.fields).filter(
      (name) => field.fields[name]?.required === true && !Object.hasOwn(checked.values, name),
    )
    for (const name of missing)
      problems.push(refused(`${at}/${name}`, { rule: 'known' }, undefined))
    if (Object.keys(checked.values).length === 0 && missing.length === 0) {
      problems.push(refused(at, { rule: 'filled_row' }, item))
    }
    rows.push(checked.values as Row)
  }
  return problems.length > before ? undefined : rows
}

function checkOne(
  field: ScalarField,
  input: unknown,
  path: string,
  problems: Problem[],
): Scalar | undefined {
  const [value, expected] = scalar(field, input)
  if (value === undefined) problems.push(refused(path, expected, input))
  return value
}

/** The canonical value, or undefined beside what was expected. */
function scalar(field: ScalarField, input: unknown): readonly [Scalar | undefined, Expected] {
  const text = typeof input === 'string' ? input : undefined
  switch (field.type) {
    case 'text':
      return lineOf(field.max, field.format, text)
    case 'long_text':
      return [paragraphs(text), { rule: 'long_text', max: limits.longText }]
    case 'whole':
      return wholeOf(input, field.min, field.max)
    case 'euro':
      return wholeOf(input, field.min ?? 0, Number.MAX_SAFE_INTEGER)
    case 'decimal':
      return decimalOf(input, field)
    case 'percent':
      return decimalOf(input, { decimals: 2, min: 0, max: 100 })
    case 'hours':
      return decimalOf(input, { decimals: 2, min: 0, max: 10_000_000 })
    case 'date':
      return [dateOf(text), { rule: 'date', first: limits.firstDate, last: limits.lastDate }]
    case 'instant':
      return [instantOf(text), { rule: 'instant', first: limits.firstDate, last: limits.lastDate }]
    case 'yes_no':
      return [typeof input === 'boolean' ? input : undefined, { rule: 'yes_no' }]
    case 'choice': {
      const isOption = text !== undefined && field.options.includes(text)
      return [isOption ? text : undefined, { rule: 'choice', options: field.options }]
    }
    case 'reference':
      return [matching(idSpelling, text), { rule: 'reference' }]
    case 'digest':
      return [matching(/^[0-9a-f]{64}$/, text), { rule: 'digest' }]
    case 'ip':
      return [ipText(text?.trim() ?? ''), { rule: 'ip' }]
    case 'mac':
      return [macText(text?.trim() ?? ''), { rule: 'mac' }]
    case 'cidr':
      return [cidrText(text?.trim() ?? ''), { rule: 'cidr' }]
  }
}

function matching(spelling: RegExp, text: string | undefined): string | undefined {
  return text !== undefined && spelling.test(text) ? text : undefined
}

function lineOf(
  max: number,
  format: Format | undefined,
  text: string | undefined,
): readonly [string | undefined, Expected] {
  const line = text?.isWellFormed() === true ? text.normalize('NFC').trim() : ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (line === '' || line.length > max || /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(line)) {
    return [undefined, { rule: 'text', max }]
  }
  if (format === undefined) return [line, { rule: 'text', max }]
  return [matching(formats[format], line), { rule: 'format', format }]
}

function paragraphs(text: string | undefined): string | undefined {
  if (text?.isWellFormed() !== true) return undefined
  const lines = text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  const hasControls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(lines)
  return lines === '' || lines.length > limits.longText || hasControls ? undefined : lines
}

function wholeOf(
  input: unknown,
  min: number,
  max: number,
): readonly [number | undefined, Expected] {
  const isWhole = typeof input === 'number' && Number.isSafeInteger(input)
  // Adding zero turns minus zero into zero, which JSON does not tell apart.
  const value = isWhole && input >= min && input <= max ? input + 0 : undefined
  return [value, { rule: 'whole', min, max }]
}

interface DecimalBounds {
  readonly decimals: number
  readonly min: number
  readonly max: number
}

function decimalOf(
  input: unknown,
  { decimals, min, max }: DecimalBounds,
): readonly [string | undefined, Expected] {
  const expected: Expected = { rule: 'decimal', decimals, min, max }
  const given = typeof input === 'number' ? String(input) : input
  if (typeof given !== 'string') return [undefined, expected]
  const [, sign, whole, places] = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{1,15}))?$/.exec(given) ?? []
  if (whole === undefined) return [undefined, expected]
  const fraction = (places ?? '').replace(/0+$/, '')
  if (fraction.length > decimals || whole.length + fraction.length > limits.digits) {
    return [undefined, expected]
  }
  const size = fraction === '' ? whole : `${whole}.${fraction}`
  const text = size === '0' ? size : `${sign}${size}`
  return [Number(text) >= min && Number(text) <= max ? text : undefined, expected]
}

function dateOf(text: string | undefined): CalendarDate | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text) || !isCalendarDate(text)) {
    return undefined
  }
  return text >= limits.firstDate && text <= limits.lastDate ? text : undefined
}

const instantSpelling =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

function instantOf(text: string | undefined): string | undefined {
  const [, day] = instantSpelling.exec(text ?? '') ?? []
  if (text === undefined || day === undefined || !isCalendarDate(day)) return undefined
  const at = new Date(Date.parse(text)).toISOString()
  return dateOf(at.slice(0, 10)) === undefined ? undefined : at
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** One reference token of a JSON Pointer, shortened. */
function pointer(name: string): string {
  return name.slice(0, limits.foundText).replaceAll('~', '~0').replaceAll('/', '~1')
}

function shown(found: unknown): string {
  if (found === undefined || found === null) return 'nothing'
  if (typeof found === 'string') {
    return JSON.stringify(
      found.length > limits.foundText ? `${found.slice(0, limits.foundText)}…` : found,
    )
  }
  if (Array.isArray(found)) return `list of ${found.length}`
  return typeof found === 'object' ? 'object' : String(found)
}
