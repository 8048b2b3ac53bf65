// SPDX-License-Identifier: EUPL-1.2
import { kinds } from './catalogue.ts'
import type { ReferenceField, Row, Value, Values } from './field.ts'
import type { RecordKind } from './kind.ts'
import type { KindName } from './kind-names.ts'
import type { Lookup } from './lookup.ts'
import { applied, type Entry, type RecordVersion } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Lapsed } from './step.ts'

export interface ReferencePlace {
  readonly kind: KindName
  /** `field`, or `rows/field`. */
  readonly path: string
  readonly field: ReferenceField
}

const places = new WeakMap<RecordKind, readonly ReferencePlace[]>()

/** Every field through which records of a kind refer to others; asked at every change. */
export function referencePlaces(kind: RecordKind): readonly ReferencePlace[] {
  const known = places.get(kind)
  if (known !== undefined) return known
  const made = placesIn(kind)
  places.set(kind, made)
  return made
}

function placesIn(kind: RecordKind): readonly ReferencePlace[] {
  return Object.entries(kind.fields).flatMap(([name, field]): ReferencePlace[] => {
    if (field.type === 'reference') return [{ kind: kind.name, path: name, field }]
    if (field.type !== 'rows') return []
    return Object.entries(field.fields).flatMap(([inner, one]) =>
      one.type === 'reference' ? [{ kind: kind.name, path: `${name}/${inner}`, field: one }] : [],
    )
  })
}

const allPlaces = Object.values(kinds).flatMap((kind) => referencePlaces(kind))

/** Refuses references to what is not there, is of another kind, or has left service. */
export function referenceProblems(
  kind: RecordKind,
  id: string,
  values: Values,
  lookup: Lookup,
): readonly Refusal[] {
  const problems: Refusal[] = []
  for (const { path, field } of referencePlaces(kind)) {
    for (const [at, target] of targets(values, path)) {
      const found = lookup.find(target)
      const fault =
        target === id
          ? 'itself'
          : found === undefined
            ? 'nothing'
            : !field.to.includes(found.kind)
              ? found.kind
              : // What has retired stays part of history, but nothing new is built on it.
                found.isRetired && field.onRetire !== 'keep'
                ? 'retired'
                : undefined
      if (fault === undefined) continue
      problems.push({
        code: 'reference-missing',
        path: at,
        id: target,
        expected: field.to,
        found: fault,
      })
    }
  }
  return problems
}

/** Ids of all that the values refer to; some perhaps twice. */
export function referencesOf(kind: RecordKind, values: Values): readonly string[] {
  return referencePlaces(kind).flatMap(({ path }) => [...targets(values, path)].map(([, id]) => id))
}

function* targets(values: Values, path: string): Generator<readonly [string, string]> {
  const [name, inner] = path.split('/') as [string, string?]
  const value = values[name]
  if (value === undefined) return
  if (inner === undefined) yield* listed(`/${name}`, value)
  else {
    for (const [index, row] of (value as readonly Row[]).entries()) {
      const cell = row[inner]
      if (cell !== undefined) yield* listed(`/${name}/${index}/${inner}`, cell)
    }
  }
}

function* listed(at: string, value: Value): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [at, value]
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item === 'string') yield [`${at}/${index}`, item]
    }
  }
}

/** Refuses what would make two records the same to an import, or doubles a unique value. */
export function keyProblems(
  { kind, id, lookup }: { kind: RecordKind; id: string; lookup: Lookup },
  values: Values,
  changed: readonly string[],
): readonly Refusal[] {
  const problems: Refusal[] = []
  if (kind.key.some((name) => changed.includes(name))) {
    const key = Object.fromEntries(kind.key.map((name) => [name, values[name] ?? null]))
    const by = lookup.holder(kind.name, key)
    if (by !== undefined && by !== id) {
      problems.push({ code: 'natural-key-taken', fields: kind.key, by })
    }
  }
  for (const name of changed) {
    const field = kind.fields[name]
    const value = values[name]
    if (field === undefined || field.type === 'rows' || field.unique !== true) continue
    if (value === undefined) continue
    const by = lookup.holder(kind.name, { [name]: value })
    if (by !== undefined && by !== id) {
      problems.push({ code: 'value-taken', path: `/${name}`, by })
    }
  }
  return problems
}

export interface Followers {
  readonly entries: readonly Entry[]
  readonly others: readonly RecordVersion[]
  readonly lapsed: readonly Lapsed[]
  readonly problems: readonly Refusal[]
}

/** What retires along with a record, and what stands in the way. */
export function retiringAlong(record: RecordVersion, own: Entry, lookup: Lookup): Followers {
  const entries: Entry[] = []
  const others: RecordVersion[] = []
  const problems: Refusal[] = []
  const visited = new Set([record.id])
  const queue: RecordVersion[] = [record]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { kind, id } = next
    for (const place of allPlaces) {
      if (!place.field.to.includes(kind) || place.field.onRetire === 'keep') continue
      const found = lookup
        .referrers(place.kind, place.path, id)
        .filter((one) => one.retired === null && !visited.has(one.id))
      if (found.length === 0) continue
      if (place.field.onRetire === 'refuse') {
        const ids = found.map((one) => one.id)
        problems.push({ code: 'still-referenced', kind: place.kind, field: place.path, ids })
        continue
      }
      for (const one of found) {
        visited.add(one.id)
        const entry = followed(one, own, { action: 'retire', reason: own.reason ?? '' })
        entries.push(entry)
        others.push(applied(one, entry))
        queue.push(one)
      }
    }
  }
  return { entries, others, lapsed: [], problems }
}

/** What other records lose by a change of these fields. */
export function lapsingOthers(
  kind: RecordKind,
  own: Entry,
  changed: readonly string[],
  lookup: Lookup,
): Followers {
  const entries: Entry[] = []
  const others: RecordVersion[] = []
  const lapsed: Lapsed[] = []
  for (const { what, when, of } of kind.lapses) {
    const because = when.filter((name) => changed.includes(name))
    if (of === 'itself' || because.length === 0) continue
    const lapse = kinds[of.kind] as RecordKind
    const end = lapse.lifecycle.lapse
    if (end === undefined) continue
    for (const one of lookup.referrers(of.kind, of.field, own.id)) {
      if (one.retired !== null || !end.from.includes(one.state)) continue
      if (one.id === own.id || others.some((other) => other.id === one.id)) continue
      const entry = followed(one, own, { action: 'lapse', state: end.to, approval: null })
      entries.push(entry)
      others.push(applied(one, entry))
      lapsed.push({ what, kind: one.kind, id: one.id, because })
    }
  }
  return { entries, others, lapsed, problems: [] }
}

function followed(
  record: RecordVersion,
  own: Entry,
  more: Pick<Entry, 'action'> & Partial<Entry>,
): Entry {
  return {
    kind: record.kind,
    id: record.id,
    version: record.version + 1,
    at: own.at,
    by: own.by,
    cause: { kind: own.kind, id: own.id, version: own.version },
    ...more,
  }
}
