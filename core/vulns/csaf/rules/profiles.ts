// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF 2.0 about what a document of its category must have.
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import type { Found } from './rule.ts'

const categoryOf = (document: JsonObject) => textOf(objectOf(document['document'])['category'])
const weaknesses = (document: JsonObject) =>
  listOf(document['vulnerabilities']).map((value, at) => ({
    one: objectOf(value),
    place: `/vulnerabilities/${at}`,
  }))
const advisory = 'csaf_security_advisory'
const vex = 'csaf_vex'
const none: Found = []

function of(
  categories: readonly string[],
  rule: (document: JsonObject) => Found,
): (document: JsonObject) => Found {
  return (document) => (categories.includes(categoryOf(document)) ? rule(document) : none)
}

export const profileRules: Readonly<Record<string, (document: JsonObject) => Found>> = {
  '6.1.27.1': of(['csaf_informational_advisory', 'csaf_security_incident_response'], (document) => {
    const notes = listOf(objectOf(document['document'])['notes']).map(objectOf)
    const isThere = notes.some(({ category }) =>
      ['description', 'details', 'general', 'summary'].includes(textOf(category)),
    )
    return isThere ? none : ['/document/notes']
  }),
  '6.1.27.2': of(['csaf_informational_advisory', 'csaf_security_incident_response'], (document) => {
    const references = listOf(objectOf(document['document'])['references']).map(objectOf)
    const isThere = references.some(({ category }) => category === 'external')
    return isThere ? none : ['/document/references']
  }),
  '6.1.27.3': of(['csaf_informational_advisory'], (document) =>
    document['vulnerabilities'] === undefined ? none : ['/vulnerabilities'],
  ),
  '6.1.27.4': of([advisory, vex], (document) =>
    document['product_tree'] === undefined ? ['/product_tree'] : none,
  ),
  '6.1.27.5': of([advisory, vex], (document) =>
    weaknesses(document).flatMap(({ one, place }) =>
      listOf(one['notes']).length === 0 ? [place] : [],
    ),
  ),
  '6.1.27.6': of([advisory], (document) =>
    weaknesses(document).flatMap(({ one, place }) =>
      one['product_status'] === undefined ? [place] : [],
    ),
  ),
  '6.1.27.7': of([vex], (document) =>
    weaknesses(document).flatMap(({ one, place }) => {
      const status = objectOf(one['product_status'])
      const names = ['fixed', 'known_affected', 'known_not_affected', 'under_investigation']
      return names.some((name) => status[name] !== undefined) ? [] : [place]
    }),
  ),
  '6.1.27.8': of([vex], (document) =>
    weaknesses(document).flatMap(({ one, place }) =>
      one['cve'] === undefined && listOf(one['ids']).length === 0 ? [place] : [],
    ),
  ),
  '6.1.27.9': of([vex], (document) => unspoken(document, 'known_not_affected')),
  '6.1.27.10': of([vex], (document) => unspoken(document, 'known_affected')),
  '6.1.27.11': of([advisory, vex], (document) =>
    document['vulnerabilities'] === undefined ? ['/vulnerabilities'] : none,
  ),
}

/** Products of a status for which nothing says why, or what to do. */
function unspoken(document: JsonObject, status: 'known_affected' | 'known_not_affected'): Found {
  const groups = new Map(
    listOf(objectOf(document['product_tree'])['product_groups']).map((value) => {
      const group = objectOf(value)
      return [textOf(group['group_id']), textsOf(group['product_ids'])] as const
    }),
  )
  const named = (value: unknown) => {
    const item = objectOf(value)
    const grouped = textsOf(item['group_ids']).flatMap((id) => groups.get(id) ?? [])
    return [...textsOf(item['product_ids']), ...grouped]
  }
  return weaknesses(document).flatMap(({ one, place }) => {
    const spoken =
      status === 'known_affected'
        ? listOf(one['remediations']).flatMap(named)
        : [
            ...listOf(one['flags']).flatMap(named),
            ...listOf(one['threats'])
              .filter((value) => objectOf(value)['category'] === 'impact')
              .flatMap(named),
          ]
    const left = textsOf(objectOf(one['product_status'])[status]).filter(
      (id) => !spoken.includes(id),
    )
    return left.length === 0 ? [] : [`${place}/product_status/${status}`]
  })
}
