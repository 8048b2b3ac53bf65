// SPDX-License-Identifier: EUPL-1.2
import { kinds } from './catalogue.ts'
import type { RecordKind } from './kind.ts'
import type { KindName } from './kind-names.ts'
import { legalHold } from './legal-hold.ts'
import type { Lookup } from './lookup.ts'
import type { RecordVersion } from './record.ts'
import type { Refusal } from './refusal.ts'
import { referencePlaces, referencesOf } from './relations.ts'

const holdable: readonly KindName[] = legalHold.fields.about.to

/** Where a record that can be held refers to others. */
const fromHeld = Object.values(kinds)
  .filter(({ name }) => holdable.includes(name))
  .flatMap((kind) => referencePlaces(kind))

/**
 * A hold keeps the records that it names, what refers to them and what they refer to: of an
 * incident also its lines and who reported it.
 */
export function heldProblems(
  kind: RecordKind,
  record: RecordVersion,
  lookup: Lookup,
): readonly Refusal[] {
  const holders = fromHeld
    .filter(({ field }) => field.to.includes(kind.name))
    .flatMap((place) => lookup.referrers(place.kind, place.path, record.id))
  const near = new Set([
    record.id,
    ...referencesOf(kind, record.values),
    ...holders.map(({ id }) => id),
  ])
  const holds = new Map(
    [...near]
      .flatMap((id) => lookup.referrers('legal-hold', 'about', id))
      .filter(({ state }) => state === 'in_force')
      .map((hold) => [hold.id, String(hold.values['name'] ?? hold.id)]),
  )
  if (holds.size === 0) return []
  const named = [...holds].toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  const ids = named.map(([id]) => id)
  return [{ code: 'under-hold', ids, names: named.map(([, name]) => name) }]
}
