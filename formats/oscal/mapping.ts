// SPDX-License-Identifier: EUPL-1.2
import { type Fields, list, text } from '../sightings/index.ts'

/** One statement of how requirements of two catalogues go together. */
export interface Mapped {
  readonly uuid: string | null
  /** `equal-to`, `equivalent-to`, `subset-of`, `superset-of`, `intersects-with`, `no-relationship`. */
  readonly relationship: string
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly remarks: string | null
}

export interface MappingSet {
  readonly source: string
  readonly target: string
  readonly maps: readonly Mapped[]
}

export function mappingsOf(collection: Fields): readonly MappingSet[] {
  return list(collection, 'mappings').map((mapping) => ({
    source: text(mapping, 'source-resource', 'href') ?? '',
    target: text(mapping, 'target-resource', 'href') ?? '',
    maps: list(mapping, 'maps').map((map) => ({
      uuid: text(map, 'uuid') ?? null,
      relationship: text(map, 'relationship') ?? '',
      sources: idsOf(map, 'sources'),
      targets: idsOf(map, 'targets'),
      remarks: text(map, 'remarks') ?? null,
    })),
  }))
}

function idsOf(map: unknown, name: 'sources' | 'targets'): readonly string[] {
  return list(map, name).flatMap((item) => text(item, 'id-ref') ?? [])
}
