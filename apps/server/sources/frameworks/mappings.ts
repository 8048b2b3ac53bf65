// SPDX-License-Identifier: EUPL-1.2
import type { Library } from '@schouw/formats/ciso-assistant'
import { mappingsOf, type OscalDocument } from '@schouw/formats/oscal'
import { ourSource, oursIn, type Relationship, relationshipOf, turned } from './ours.ts'

/** How one requirement of theirs goes together with one of ours. */
export interface OneMap {
  readonly requirement: string
  readonly relationship: Relationship
}

/** What a document says of one framework: requirement of theirs → of ours. */
export interface SaidMapping {
  /** How the document names the framework. */
  readonly framework: string
  readonly maps: ReadonlyMap<string, readonly OneMap[]>
}

export interface MappingLeftOut {
  readonly source: string
  readonly code: 'not-ours' | 'relationship-unknown' | 'no-such-requirement'
  readonly found: string
}

export interface SaidMappings {
  readonly sets: readonly SaidMapping[]
  readonly leftOut: readonly MappingLeftOut[]
}

interface Pair {
  readonly path: string
  readonly relationship: string
  readonly sources: readonly string[]
  readonly targets: readonly string[]
}

/** Of a mapping between two frameworks of others nothing follows for ours: it is left out, and said. */
export function oscalMappings({ body }: OscalDocument): SaidMappings {
  return joined(
    mappingsOf(body).map(({ source, target, maps }, at) => {
      const path = `/mapping-collection/mappings/${at}`
      const pairs = maps.map((map, place) => ({ ...map, path: `${path}/maps/${place}` }))
      return oneSet({ path, source, target, pairs })
    }),
  )
}

export function libraryMappings({ mappings }: Library): SaidMappings {
  return joined(
    mappings.map(({ source, target, maps }, at) => {
      const path = `/objects/requirement_mapping_set/${at}`
      const pairs = maps.map((map, place) => ({
        path: `${path}/requirement_mappings/${place}`,
        relationship: map.relationship,
        sources: [map.source],
        targets: [map.target],
      }))
      return oneSet({ path, source, target, pairs })
    }),
  )
}

function oneSet(set: {
  readonly path: string
  readonly source: string
  readonly target: string
  readonly pairs: readonly Pair[]
}): SaidMappings {
  const isOurSource = set.source.toLowerCase().startsWith(ourSource)
  const isOurTarget = set.target.toLowerCase().startsWith(ourSource)
  if (isOurSource === isOurTarget) {
    const found = `${set.source} – ${set.target}`.slice(0, 200)
    return { sets: [], leftOut: [{ source: set.path, code: 'not-ours', found }] }
  }
  const leftOut: MappingLeftOut[] = []
  const maps = new Map<string, readonly OneMap[]>()
  for (const { path, relationship: said, sources, targets } of set.pairs) {
    const relationship = relationshipOf(said)
    if (relationship === undefined) {
      leftOut.push({ source: path, code: 'relationship-unknown', found: said.slice(0, 60) })
    }
    if (relationship === undefined || relationship === 'none') continue
    const [theirs, ours] = isOurSource ? [targets, sources] : [sources, targets]
    for (const name of ours) {
      const requirement = oursIn(name)
      if (requirement === undefined) {
        leftOut.push({ source: path, code: 'no-such-requirement', found: name.slice(0, 200) })
        continue
      }
      // Said of several together: all of ours cover what theirs ask, or something of it.
      const isJoint = theirs.length > 1 || ours.length > 1
      const seen = isOurSource ? turned(relationship) : relationship
      const isWithin = !['superset-of', 'intersects-with'].includes(seen)
      const each = !isJoint ? seen : isWithin ? 'subset-of' : 'intersects-with'
      for (const one of theirs) {
        const known = maps.get(one) ?? []
        if (known.some((map) => map.requirement === requirement)) continue
        maps.set(one, [...known, { requirement, relationship: each }])
      }
    }
  }
  return { sets: [{ framework: isOurSource ? set.target : set.source, maps }], leftOut }
}

function joined(sets: readonly SaidMappings[]): SaidMappings {
  return {
    sets: sets.flatMap((one) => one.sets),
    leftOut: sets.flatMap((one) => one.leftOut),
  }
}
