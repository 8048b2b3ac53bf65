// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'

/** Under this name the requirements of the duties of care stand in documents. */
export const ourSource = 'urn:schouw:requirements'

const ids: ReadonlySet<string> = new Set(
  requirementsPack.measures.flatMap((measure) => measure.requirements.map(({ id }) => id)),
)

export function isOurs(id: string): boolean {
  return ids.has(id)
}

/** `A1`, or a urn of ours that ends in it; undefined for what is not ours. */
export function oursIn(name: string): string | undefined {
  if (ids.has(name)) return name
  if (!name.toLowerCase().startsWith(`${ourSource}:`)) return undefined
  const last = name.slice(name.lastIndexOf(':') + 1).toUpperCase()
  return ids.has(last) ? last : undefined
}

/** Of theirs to ours. */
export const relationships = [
  'equal-to',
  'equivalent-to',
  'subset-of',
  'superset-of',
  'intersects-with',
] as const
export type Relationship = (typeof relationships)[number]

const spellings: Readonly<Record<string, Relationship>> = {
  equal: 'equal-to',
  equivalent: 'equivalent-to',
  subset: 'subset-of',
  superset: 'superset-of',
  intersect: 'intersects-with',
  ...Object.fromEntries(relationships.map((one) => [one, one])),
}

/** `none` where the document says that they have nothing to do with each other. */
export function relationshipOf(said: string): Relationship | 'none' | undefined {
  const plain = said.trim().toLowerCase().replaceAll('_', '-')
  if (/^(no-relationship|not-related)$/.test(plain)) return 'none'
  return Object.hasOwn(spellings, plain) ? spellings[plain] : undefined
}

/** The same said from the other side. */
export function turned(relationship: Relationship): Relationship {
  if (relationship === 'subset-of') return 'superset-of'
  return relationship === 'superset-of' ? 'subset-of' : relationship
}
