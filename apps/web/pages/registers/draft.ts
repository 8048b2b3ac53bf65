// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'

type Field = RecordKind['fields'][string]
type Row = Readonly<Record<string, unknown>>

/** Values as a form holds them: what was typed, also when it is no value yet. */
export type Draft = Readonly<Record<string, DraftValue>>
export type DraftValue = string | readonly string[] | readonly DraftRow[]
export type DraftRow = { readonly [cell: string]: string | readonly string[] }

const isMany = (field: Field) => 'many' in field && field.many === true
const empty = (field: Field): DraftValue => (field.type === 'rows' || isMany(field) ? [] : '')

/** A record, or nothing yet, as a form shows it. */
export function draftOf(kind: RecordKind, values: Row = {}): Draft {
  return Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => [name, typed(field, values[name])]),
  )
}

function typed(field: Field, value: unknown): DraftValue {
  if (value === undefined || value === null) return empty(field)
  if (field.type === 'rows' && Array.isArray(value)) {
    return value.map((row: Row) =>
      Object.fromEntries(
        Object.entries(field.fields).map(([name, cell]) => [
          name,
          typed(cell, row[name]) as string | readonly string[],
        ]),
      ),
    )
  }
  if (Array.isArray(value)) return value.map(String)
  return String(value)
}

/** What a link to an empty form fills in already; what is no field of the kind is left out. */
export function valuesIn(kind: RecordKind, given: URLSearchParams): Row {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([name, field]) => {
      const said = given.getAll(name)
      return said.length === 0 || field.type === 'rows'
        ? []
        : [[name, isMany(field) ? said : said[0]]]
    }),
  )
}

/** What the server is asked to set; null clears what was there. */
export function changesOf(kind: RecordKind, before: Row, draft: Draft): Row {
  const changes: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(kind.fields)) {
    const was = before[name]
    // What still reads as it was shown was not touched.
    const held = draft[name] ?? empty(field)
    if (JSON.stringify(held) === JSON.stringify(typed(field, was))) continue
    const next = meant(field, held)
    if (JSON.stringify(next) === JSON.stringify(was)) continue
    if (next === undefined && was === undefined) continue
    changes[name] = next ?? null
  }
  return changes
}

/** All values of a new record. */
export function valuesOf(kind: RecordKind, draft: Draft): Row {
  const pairs = Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = meant(field, draft[name] ?? '')
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(pairs)
}

function meant(field: Field, typed: DraftValue): unknown {
  if (field.type === 'rows') {
    if (typeof typed === 'string' || typed.length === 0) return undefined
    return (typed as readonly DraftRow[]).map((row) =>
      Object.fromEntries(
        Object.entries(field.fields).flatMap(([name, cell]) => {
          const value = meant(cell, row[name] ?? '')
          return value === undefined ? [] : [[name, value]]
        }),
      ),
    )
  }
  if (typeof typed !== 'string') {
    const texts = typed as readonly string[]
    if (texts.length === 0) return undefined
    return field.type === 'whole' ? texts.map(Number) : texts
  }
  const text = typed.trim()
  if (text === '') return undefined
  switch (field.type) {
    case 'whole':
    case 'euro':
      return isWhole(text) ? Number(plain(text)) : text
    case 'decimal':
    case 'percent':
    case 'hours':
      return plain(text)
    case 'yes_no':
      return text === 'true'
    default:
      return text
  }
}

/** `1.250,5` as it is written here becomes `1250.5`; what cannot be read is left for the answer. */
function plain(text: string): string {
  const bare = text.replaceAll(/[\s€%]/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  return bare.replace(',', '.')
}

function isWhole(text: string): boolean {
  return /^-?\d+$/.test(plain(text))
}
