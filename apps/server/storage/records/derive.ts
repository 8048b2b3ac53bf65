// SPDX-License-Identifier: EUPL-1.2
import {
  type Field,
  kind as kindOf,
  type RecordKind,
  type RecordVersion,
} from '@schouw/core/registers'
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

/** Asked for more than once while a record is being written. */
const known = new WeakMap<RecordVersion, Derived>()

export function derived(record: RecordVersion): Derived {
  const before = known.get(record)
  if (before !== undefined) return before
  const kind = kindOf(record.kind)
  if (kind === undefined) throw new Error(`there is no kind ${record.kind}`)
  const made = derive(kind, record.values)
  known.set(record, made)
  return made
}

function derive(kind: RecordKind, values: Values): Derived {
  const title = titleOf(kind, values)
  const { owner } = values
  const where = placesOf(kind)
  return {
    title,
    sortTitle: folded(title),
    naturalKey: naturalKey(kind, values),
    search: wordsOf(searchable(where.searchable, values)).join(' '),
    owner: typeof owner === 'string' && isUuid(owner) ? owner : null,
    links: linksOf(where.links, values),
    uniques: where.unique.flatMap((field) => {
      const value = values[field]
      return value === undefined ? [] : [{ field, value: keyText(value) }]
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

/** A field, or a field of the rows of a field. */
type Place = readonly [string, string?]

interface Places {
  readonly searchable: readonly Place[]
  readonly links: readonly Place[]
  readonly unique: readonly string[]
}

const places = new Map<string, Places>()

function placesOf(kind: RecordKind): Places {
  const before = places.get(kind.name)
  if (before !== undefined) return before
  const made = {
    searchable: placesWhere(kind, (field) => field.searchable === true),
    links: placesWhere(kind, (field) => field.type === 'reference'),
    unique: placesWhere(kind, (field) => field.unique === true).map(([name]) => name),
  }
  places.set(kind.name, made)
  return made
}

type Scalar = Exclude<Field, { readonly type: 'rows' }>

function placesWhere(kind: RecordKind, holds: (field: Scalar) => boolean): readonly Place[] {
  return Object.entries(kind.fields).flatMap(([name, field]): Place[] => {
    if (field.type !== 'rows') return holds(field) ? [[name]] : []
    return Object.entries(field.fields).flatMap(([inner, one]) =>
      holds(one) ? [[name, inner] as const] : [],
    )
  })
}

function searchable(where: readonly Place[], values: Values): readonly string[] {
  return where.flatMap((place) => valuesAt(place, values).map(String))
}

function linksOf(where: readonly Place[], values: Values): readonly Link[] {
  const links: Link[] = []
  for (const place of where) {
    const field = place.join('/')
    const targets = new Set(valuesAt(place, values))
    for (const target of targets) {
      if (typeof target === 'string' && isUuid(target)) links.push({ field, target })
    }
  }
  return links
}

function valuesAt([name, inner]: Place, values: Values): readonly unknown[] {
  const value = values[name]
  if (value === undefined) return []
  if (inner === undefined) return listOf(value)
  return listOf(value).flatMap((row) => (isObject(row) ? listOf(row[inner]) : []))
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null
}
