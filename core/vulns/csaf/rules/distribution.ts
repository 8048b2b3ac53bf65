// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF 2.1 about who may have a document, under which licence, and what it is
// extended with.
import { type JsonObject, listOf, objectOf, textOf } from '../json.ts'
import { type Facts, productPlace } from './facts.ts'
import { isLicence, ownLicences } from './licence.ts'
import { hasOneNote } from './profiles.ts'
import { none, type Rules } from './rule.ts'

/** The sharing groups that the standard itself gives out, by their id. */
const everybody = { id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', name: 'Public' }
const nobody = { id: '00000000-0000-0000-0000-000000000000', name: 'No sharing allowed' }

const group = '/document/distribution/sharing_group'

function shared({ head }: Facts) {
  const distribution = objectOf(head['distribution'])
  const { id, name } = objectOf(distribution['sharing_group'])
  return {
    isGroup: distribution['sharing_group'] !== undefined,
    id: textOf(id),
    name: textOf(name),
    isClear: objectOf(distribution['tlp'])['label'] === 'CLEAR',
  }
}

export const distributionRules: Rules = {
  // What everybody may have is for everybody.
  '6.1.38': (facts) => {
    const { id, isClear } = shared(facts)
    return id === everybody.id && !isClear ? [group] : none
  },
  // What is for everybody is kept to no group; a draft may be for nobody yet.
  '6.1.39': (facts) => {
    const { isGroup, isClear, id } = shared(facts)
    const isDraft = facts.status === 'draft' && id === nobody.id
    return isClear && isGroup && id !== everybody.id && !isDraft ? [group] : none
  },
  // No other group has the name of everybody or nobody.
  '6.1.40': (facts) => {
    const { id, name } = shared(facts)
    return [everybody, nobody].some((one) => name === one.name && id !== one.id) ? [group] : none
  },
  // Everybody and nobody have their own name.
  '6.1.41': (facts) => {
    const { id, name } = shared(facts)
    return [everybody, nobody].some((one) => id === one.id && name !== one.name) ? [group] : none
  },
  // A licence is an expression of SPDX, with nothing from another document in it.
  '6.1.54': ({ head }) => {
    const given = head['license_expression']
    return given === undefined || isLicence(textOf(given)) ? none : ['/document/license_expression']
  },
  // In English the text of a licence of one's own is one note with that title.
  '6.1.55': (facts) =>
    ownLicences(textOf(facts.head['license_expression'])).length === 0 ||
    hasOneNote(facts, 'License', 'legal_disclaimer')
      ? none
      : ['/document/notes'],
  // An extension says by which schema, how much it matters, and something.
  '6.1.60.1': (facts) =>
    extended(facts).flatMap(([value, place]) =>
      listOf(value).flatMap((item, at) =>
        isExtension(objectOf(item)) ? none : [`${place}/x_extensions/${at}`],
      ),
    ),
}

function extended(facts: Facts): readonly (readonly [value: unknown, place: string])[] {
  const { document, head, products, weaknesses } = facts
  const of = (one: JsonObject, place: string) => [one['x_extensions'], place] as const
  return [
    of(document, ''),
    of(head, '/document'),
    ...products.map((named) => of(named.product, productPlace(named))),
    ...weaknesses.flatMap(({ one, place }) => [
      of(one, place),
      ...listOf(one['metrics']).map((metric, at) =>
        of(objectOf(objectOf(metric)['content']), `${place}/metrics/${at}/content`),
      ),
    ]),
  ]
}

const fields = ['$schema', 'category', 'critical', 'content']
const schemaAt = /^https:\/\/[a-z0-9.-]+\.[a-z0-9-]+\/\S*[^/\s]_\d+\.\d+\.\d+[^/\s]*\.json$/

function isExtension(item: JsonObject): boolean {
  return (
    Object.keys(item).every((name) => fields.includes(name)) &&
    schemaAt.test(textOf(item['$schema'])) &&
    ['essential', 'significant', 'supplementary'].includes(textOf(item['category'])) &&
    typeof item['critical'] === 'boolean' &&
    Object.keys(objectOf(item['content'])).length > 0
  )
}
