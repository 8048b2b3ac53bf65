// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { RecordKind } from '@schouw/core/registers'
import { canonical } from '@schouw/core/registers/table'
import { readRow, type SaidRow, withReferences } from '@schouw/formats/registers'
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import { isUuid, keyText, naturalKey } from '../storage/records/derive.ts'
import type { ReadRow } from './reading.ts'
import type { Coming, References } from './resolve.ts'
import type { RowError } from './rows.ts'
import { type ImportSettings, letters } from './settings.ts'
import { fileColumns } from './words.ts'

/** A row, taken apart and with its references found; what it comes to is not judged yet. */
export interface PreparedRow {
  readonly line: number
  /** Null clears. Fields with an error of their own are left out. */
  readonly values: Readonly<Record<string, unknown>>
  readonly state: unknown
  readonly retired: unknown
  /** Of the record that is there, or of the one to come. */
  readonly id: string
  readonly isThere: boolean
  readonly errors: readonly RowError[]
  /** Ids of the same file that it refers to. */
  readonly leansOn: readonly string[]
}

export interface Sheet {
  readonly kind: RecordKind
  readonly import: string
  readonly settings: ImportSettings
  readonly heading: (column: number) => string
}

/** Columns of the file in their order, null where one is left out. */
export function mappedColumns(kind: RecordKind, settings: ImportSettings) {
  const all = fileColumns(kind, 'nl')
  return settings.columns.map((name) => all.find((one) => one.name === name) ?? null)
}

export interface Parsed {
  readonly row: ReadRow
  readonly said: SaidRow
}

export function parsedRows(sheet: Sheet, rows: readonly ReadRow[]): readonly Parsed[] {
  const { settings, kind } = sheet
  const columns = mappedColumns(kind, settings)
  const reading = { ...settings, zone: settings.time_zone }
  return rows
    .filter(({ line, cells }) => line > settings.head_line && cells.length > 0)
    .map((row) => ({ row, said: readRow(row.cells, columns, reading) }))
    .filter(({ said }) => {
      const isSaid = [said.id, said.state, said.retired].some((own) => own !== undefined)
      return (
        isSaid || said.faults.length > 0 || Object.values(said.values).some((one) => one !== null)
      )
    })
}

/** Every text that stands for a record. */
export function askReferences(kind: RecordKind, parsed: readonly Parsed[], to: References): void {
  for (const { said } of parsed) {
    withReferences(kind, said.values, ({ to: among, text }) => {
      to.ask(among, text)
      return text
    })
  }
}

/** Where a cell of a field stands. */
export function place(sheet: Sheet, line: number, field: string): Partial<RowError> {
  const at = sheet.settings.columns.indexOf(field)
  if (at < 0) return { field }
  return { field, cell: `${letters(at + 1)}${line}`, column: sheet.heading(at + 1) }
}

/** The record that each row is about: by id, else by what an import knows records by. */
export async function prepared(
  db: Database,
  sheet: Sheet,
  parsed: readonly Parsed[],
  references: References,
): Promise<readonly PreparedRow[]> {
  const { kind } = sheet
  const turned = parsed.map((one) => ({ ...one, ...resolved(sheet, one, references) }))
  const keys = turned.map(({ values }) => keyOf(kind, values))
  const ids = turned.flatMap(({ said }) => (isUuid(String(said.id)) ? [String(said.id)] : []))
  const { rows } = await sql<{ id: string; natural_key: string }>`
    select id, natural_key from records where kind = ${kind.name}
      and (natural_key = any(${[...new Set(keys)]}::text[]) or id = any(${ids}::uuid[]))`.execute(
    db,
  )
  const byKey = new Map(rows.map(({ id, natural_key }) => [natural_key, id]))
  const there = new Set(rows.map(({ id }) => id))
  return turned.map(({ row, said, values, errors }, at): PreparedRow => {
    const { line } = row
    const coming = comingId(sheet.import, line)
    const given = said.id === undefined ? undefined : String(said.id)
    const isUnknown = given !== undefined && !there.has(given)
    const unknown: RowError = {
      ...place(sheet, line, 'id'),
      code: 'record-unknown',
      found: String(given).slice(0, 80),
    }
    const found = given ?? byKey.get(keys[at] ?? '')
    const id = isUnknown ? coming : (found ?? coming)
    return {
      line,
      values,
      state: said.state,
      retired: said.retired,
      id,
      isThere: !isUnknown && found !== undefined,
      errors: isUnknown ? [...errors, unknown] : errors,
      leansOn: leaning(kind, values),
    }
  })
}

/** References as ids; a field of which one is not found is left to its error. */
function resolved(sheet: Sheet, { row, said }: Parsed, references: References) {
  const { kind } = sheet
  const errors: RowError[] = said.faults.map(({ name, found }) => ({
    ...place(sheet, row.line, name),
    code: 'cell-fault',
    found,
  }))
  const broken = new Set(said.faults.map(({ name }) => name))
  const values = withReferences(kind, said.values, ({ path, to, text }) => {
    const one = references.resolve(to, text)
    if (one.is === 'one') return one.id
    const field = path.split('/')[1] ?? ''
    broken.add(field)
    errors.push({
      ...place(sheet, row.line, field),
      code: one.is === 'none' ? 'reference-unknown' : 'reference-ambiguous',
      expected: { rule: 'reference', to },
      found: JSON.stringify(text.slice(0, 80)),
      ...(one.is === 'several' ? { candidates: one.candidates } : {}),
    })
    return text
  })
  const whole = Object.entries(values).filter(([name]) => !broken.has(name))
  return { values: Object.fromEntries(whole), errors }
}

/** In canonical spelling, as storage has it. */
export function keyOf(kind: RecordKind, values: Readonly<Record<string, unknown>>): string {
  const given = Object.fromEntries(
    kind.key.flatMap((name) => (values[name] == null ? [] : [[name, values[name]]])),
  )
  return naturalKey(kind, canonical(kind, given))
}

/** Sorts as the rows do, and is the same whenever the same file is judged again. */
export function comingId(importId: string, line: number): string {
  const hash = createHash('sha256').update(`${importId} ${line}`).digest('hex')
  const number = line.toString(16).padStart(6, '0')
  const head = importId.slice(0, 13)
  return `${head}-7${number.slice(0, 3)}-8${number.slice(3)}-${hash.slice(0, 12)}`
}

/** Every id in a field that refers to the same kind. */
function leaning(kind: RecordKind, values: Readonly<Record<string, unknown>>): readonly string[] {
  const ids: string[] = []
  withReferences(kind, values, ({ to, text }) => {
    if (to.includes(kind.name)) ids.push(text)
    return text
  })
  return ids
}

/** What the rows that are not there yet will be called by. */
export async function comingOf(
  db: Database,
  { kind, import: importId }: Sheet,
  parsed: readonly Parsed[],
): Promise<readonly Coming[]> {
  const [key] = kind.key
  const isCode = kind.key.length === 1 && kind.fields[key]?.type === 'text'
  const all = parsed.flatMap(({ row, said }): Coming[] => {
    if (said.id !== undefined) return []
    const code = said.values[key]
    const name = said.values[kind.title[0]]
    return [
      {
        id: comingId(importId, row.line),
        code: isCode && typeof code === 'string' ? code.trim() : undefined,
        name: typeof name === 'string' ? name.trim() : undefined,
      },
    ]
  })
  const keys = all.flatMap(({ code }) => (code === undefined ? [] : [keyText([code])]))
  if (keys.length === 0) return all
  const { rows } = await sql<{ natural_key: string }>`
    select natural_key from records
    where kind = ${kind.name} and natural_key = any(${keys}::text[])`.execute(db)
  const there = new Set(rows.map(({ natural_key }) => natural_key))
  return all.filter(({ code }) => code === undefined || !there.has(keyText([code])))
}

/** Rows in an order in which what is leaned on comes first; within a circle as they stand. */
export function inOrder(rows: readonly PreparedRow[]): readonly PreparedRow[] {
  const coming = new Map(rows.flatMap((row) => (row.isThere ? [] : [[row.id, row] as const])))
  const done = new Set<PreparedRow>()
  const ordered: PreparedRow[] = []
  for (const first of rows) {
    // Depth first without recursion: a chain may be as long as the file.
    const stack: { row: PreparedRow; next: number }[] = [{ row: first, next: 0 }]
    const entered = new Set<PreparedRow>()
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { row } = top
      if (done.has(row)) {
        stack.pop()
        continue
      }
      entered.add(row)
      const target = row.leansOn[top.next]
      if (target === undefined) {
        done.add(row)
        ordered.push(row)
        stack.pop()
        continue
      }
      top.next += 1
      const needed = coming.get(target)
      if (needed !== undefined && !done.has(needed) && !entered.has(needed)) {
        stack.push({ row: needed, next: 0 })
      }
    }
  }
  return ordered
}
