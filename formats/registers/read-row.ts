// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordKind } from '@schouw/core/registers'
import type { Column } from './columns.ts'
import { type Reading, readCell } from './read-cell.ts'

export interface RowSettings extends Reading {
  /** Whether an empty cell says nothing, or that there is no value. */
  readonly empty: 'keep' | 'clear'
}

/** A row by the names of its fields. References are still as people wrote them. */
export interface SaidRow {
  /** Null: there is no value. */
  readonly values: Readonly<Record<string, unknown>>
  readonly id?: unknown
  readonly state?: unknown
  readonly retired?: unknown
  /** Names of columns whose cell shows a sum that went wrong. */
  readonly faults: readonly { readonly name: string; readonly found: string }[]
}

/** `columns` in the order of the cells; null is left out. */
export function readRow(
  cells: readonly (string | number)[],
  columns: readonly (Column | null)[],
  settings: RowSettings,
): SaidRow {
  const values: Record<string, unknown> = {}
  const own: Record<string, unknown> = {}
  const faults: { name: string; found: string }[] = []
  for (const [at, column] of columns.entries()) {
    if (column === null) continue
    const said = readCell(column, cells[at] ?? '', settings)
    if (said.is === 'fault') faults.push({ name: column.name, found: said.found })
    else if (column.field === null) {
      if (said.is === 'value') own[column.name] = said.value
    } else if (said.is === 'value') values[column.name] = said.value
    else if (said.is === 'clear' || settings.empty === 'clear') values[column.name] = null
  }
  return { values, ...own, faults }
}

/** A text that stands where a record is referred to. */
export interface ReferenceText {
  /** Of the field, `/rows/2/field/0` for one further inside. */
  readonly path: string
  readonly to: readonly KindName[]
  readonly text: string
}

type Resolve = (reference: ReferenceText) => string

/** Every reference of a row turned by `resolve`; what is no text stays as it is. */
export function withReferences(
  kind: RecordKind,
  values: Readonly<Record<string, unknown>>,
  resolve: Resolve,
): Readonly<Record<string, unknown>> {
  const turned: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const field = kind.fields[name]
    if (field?.type === 'reference') turned[name] = turn(value, `/${name}`, field.to, resolve)
    else if (field?.type === 'rows' && Array.isArray(value)) {
      turned[name] = value.map((row: Readonly<Record<string, unknown>>, at) =>
        Object.fromEntries(
          Object.entries(row).map(([inner, cell]) => {
            const of = Object.hasOwn(field.fields, inner) ? field.fields[inner] : undefined
            const path = `/${name}/${at}/${inner}`
            return [inner, of?.type === 'reference' ? turn(cell, path, of.to, resolve) : cell]
          }),
        ),
      )
    } else turned[name] = value
  }
  return turned
}

function turn(value: unknown, path: string, to: readonly KindName[], resolve: Resolve): unknown {
  if (typeof value === 'string') return resolve({ path, to, text: value })
  if (!Array.isArray(value)) return value
  return value.map((item, at) =>
    typeof item === 'string' ? resolve({ path: `${path}/${at}`, to, text: item }) : item,
  )
}
