// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordKind } from '@schouw/core/registers'
import { folded, wordsOf } from './words.ts'

type Values = Readonly<Record<string, unknown>>

/** What storage keeps beside a record to find it again; all of it follows from kind and values. */
export interface Derived {
  readonly title: string
  readonly sortTitle: string
  readonly naturalKey: string
  readonly search: string
  readonly owner: string | null
  readonly links: readonly Link[]
  readonly uniques: readonly { readonly field: string; readonly value: string }[]
}

export interface Link {
  /** `field`, or `rows/field`. */
  readonly field: string
  readonly target: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** Characters of a title in lists; the whole text is in the record. */
const titleLength = 300

export function derived(kind: RecordKind, values: Values): Derived {
  const title = titleOf(kind, values)
  const { owner } = values
  return {
    title,
    sortTitle: folded(title),
    naturalKey: naturalKey(kind, values),
    search: wordsOf([...searchable(kind.fields, values)]).join(' '),
    owner: typeof owner === 'string' && isUuid(owner) ? owner : null,
    links: linksOf(kind, values),
    uniques: Object.entries(kind.fields).flatMap(([field, { type, ...rest }]) => {
      const value = values[field]
      const isUnique = type !== 'rows' && 'unique' in rest && rest.unique === true
      return isUnique && value !== undefined ? [{ field, value: keyText(value) }] : []
    }),
  }
}

function titleOf(kind: RecordKind, values: Values): string {
  const parts = kind.title.flatMap((name) => {
    const value = values[name]
    const isShown = kind.fields[name]?.type !== 'reference' && value !== undefined
    return isShown ? [String(value)] : []
  })
  return parts.join(' · ').slice(0, titleLength).toWellFormed()
}

/** Two records of a kind have the same text here exactly when they have the same key. */
export function naturalKey(kind: Pick<RecordKind, 'key'>, values: Values): string {
  return keyText(kind.key.map((name) => values[name] ?? null))
}

/** Longer ones would not fit an index; a digest would do, and no field of a key comes near. */
export function keyText(value: unknown): string {
  return JSON.stringify(value)
}

function* searchable(
  fields: Readonly<Record<string, Field>>,
  values: Values,
): Generator<string, void> {
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined) continue
    if (field.type === 'rows') {
      for (const row of listOf(value)) {
        if (isObject(row)) yield* searchable(field.fields, row)
      }
    } else if (field.searchable === true) {
      yield* listOf(value).map(String)
    }
  }
}

function linksOf(kind: RecordKind, values: Values): readonly Link[] {
  const links = new Map<string, Link>()
  const add = (field: string, value: unknown) => {
    for (const target of listOf(value)) {
      if (typeof target !== 'string' || !isUuid(target)) continue
      links.set(`${field} ${target}`, { field, target })
    }
  }
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name]
    if (value === undefined) continue
    if (field.type === 'reference') add(name, value)
    if (field.type !== 'rows') continue
    for (const [inner, one] of Object.entries(field.fields)) {
      if (one.type !== 'reference') continue
      for (const row of listOf(value)) if (isObject(row)) add(`${name}/${inner}`, row[inner])
    }
  }
  return [...links.values()]
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null
}
