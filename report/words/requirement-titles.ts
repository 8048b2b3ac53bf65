// SPDX-License-Identifier: EUPL-1.2
import type { Requirement } from '@schouw/core/assurance'

/**
 * A noun phrase for each requirement, with its article, so that it fits a sentence as it stands
 * and a table without the article. A missing one does not compile.
 */
export type RequirementTitles = Readonly<Record<Requirement['id'], string>>

export interface RequirementNames {
  /** In a sentence: `het leveranciersregister (D1)`. */
  readonly phrase: (id: string) => string
  /** By itself: `Leveranciersregister (D1)`. */
  readonly label: (id: string) => string
  /** Beside its number: `Leveranciersregister`; empty for an id nobody knows. */
  readonly title: (id: string) => string
}

export function requirementNames(titles: RequirementTitles): RequirementNames {
  const known = (id: string) =>
    Object.hasOwn(titles, id) ? titles[id as Requirement['id']] : undefined
  const title = (id: string) => {
    const bare = (known(id) ?? '').replace(/^(de|het|the) /, '')
    return bare.charAt(0).toUpperCase() + bare.slice(1)
  }
  return {
    phrase: (id) => (known(id) === undefined ? id : `${known(id)} (${id})`),
    label: (id) => (known(id) === undefined ? id : `${title(id)} (${id})`),
    title,
  }
}
