// SPDX-License-Identifier: EUPL-1.2
import type { Requirement } from '../oscal/index.ts'
import type { Library, LibraryRequirement } from './read.ts'

/**
 * A framework of a library in the shape in which any catalogue of requirements comes; the language
 * of the asker where the library has it.
 */
export function requirementsIn(
  framework: Library['frameworks'][number],
  locale: string,
): readonly Requirement[] {
  return framework.requirements.map((one) => {
    const said = saidIn(one, locale)
    return {
      id: one.urn,
      parent: one.parent,
      kind: one.isAssessable ? 'control' : 'group',
      class: null,
      label: one.ref,
      title: said('name') ?? one.ref ?? one.urn,
      statement: said('description') ?? null,
      guidance: said('annotation') ?? null,
      isWithdrawn: false,
      links: [],
    }
  })
}

function saidIn(one: LibraryRequirement, locale: string) {
  return (name: 'name' | 'description' | 'annotation'): string | null =>
    one.translations[locale]?.[name] ?? one[name]
}
