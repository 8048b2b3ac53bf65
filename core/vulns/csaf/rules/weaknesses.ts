// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about vulnerabilities: status, scores, remediations, flags.
import { baseScore } from '../../cvss.ts'
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import { type Found, repeated } from './rule.ts'

const all = (document: JsonObject) =>
  listOf(document['vulnerabilities']).map((value, at) => ({
    one: objectOf(value),
    place: `/vulnerabilities/${at}`,
  }))

const statusGroups: readonly (readonly string[])[] = [
  ['first_affected', 'known_affected', 'last_affected'],
  ['known_not_affected'],
  ['first_fixed', 'fixed'],
  ['under_investigation'],
  ['unknown'],
]

export const weaknessRules: Readonly<Record<string, (document: JsonObject) => Found>> = {
  '6.1.6': (document) =>
    all(document).flatMap(({ one, place }) => {
      const status = objectOf(one['product_status'])
      const sets = statusGroups.map(
        (names) => new Set(names.flatMap((name) => textsOf(status[name]))),
      )
      const isTwice = sets.some((set, at) =>
        [...set].some((id) => sets.slice(at + 1).some((other) => other.has(id))),
      )
      return isTwice ? [`${place}/product_status`] : []
    }),
  '6.1.7': (document) =>
    all(document).flatMap(({ one, place }) => {
      const scored = scoresOf(one).flatMap(({ score, products, source }) =>
        Object.values(score).flatMap((cvss) => {
          const version = textOf(objectOf(cvss)['version'])
          return version === '' ? [] : products.map((id) => `${id}\n${version}\n${source}`)
        }),
      )
      return repeated(
        scored,
        (key) => key,
        () => `${place}/scores`,
      )
    }),
  // As far as the computed score shows: values that no vector gives are of the schema's test.
  '6.1.9': (document) =>
    cvssOf(document).flatMap(({ cvss, place }) => {
      const known = baseScore(textOf(cvss['vectorString']))
      if (known === undefined) return []
      const given = cvss['baseScore']
      const severity = textOf(cvss['baseSeverity']).toUpperCase()
      const isWrong =
        (typeof given === 'number' && given !== known.score) ||
        (known.version !== '2.0' && severity !== '' && severity !== known.severity)
      return isWrong ? [place] : []
    }),
  '6.1.10': (document) =>
    cvssOf(document).flatMap(({ cvss, place }) => (disagreesWithVector(cvss) ? [place] : [])),
  '6.1.23': (document) =>
    repeated(
      all(document),
      ({ one }) => textOf(one['cve']),
      ({ place }) => place,
    ),
  '6.1.24': (document) =>
    all(document).flatMap(({ one, place }) =>
      repeated(
        listOf(one['involvements']).map(objectOf),
        ({ party, date }) => `${textOf(party)}\n${textOf(date)}`,
        () => `${place}/involvements`,
      ),
    ),
  '6.1.29': (document) => withoutProduct(document, 'remediations'),
  '6.1.32': (document) => withoutProduct(document, 'flags'),
  '6.1.33': (document) => {
    const groups = new Map(
      listOf(objectOf(document['product_tree'])['product_groups']).map((value) => {
        const group = objectOf(value)
        return [textOf(group['group_id']), textsOf(group['product_ids'])] as const
      }),
    )
    return all(document).flatMap(({ one, place }) => {
      const flagged = listOf(one['flags']).flatMap((value) => {
        const flag = objectOf(value)
        if (!justifications.includes(textOf(flag['label']))) return []
        const grouped = textsOf(flag['group_ids']).flatMap((id) => groups.get(id) ?? [])
        return [...new Set([...textsOf(flag['product_ids']), ...grouped])]
      })
      return repeated(
        flagged,
        (id) => id,
        () => `${place}/flags`,
      )
    })
  },
}

const justifications = [
  'component_not_present',
  'inline_mitigations_already_exist',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_not_present',
]

function withoutProduct(document: JsonObject, part: string): Found {
  return all(document).flatMap(({ one, place }) =>
    listOf(one[part]).flatMap((value, at) => {
      const { product_ids: products, group_ids: groups } = objectOf(value)
      return products === undefined && groups === undefined ? [`${place}/${part}/${at}`] : []
    }),
  )
}

/** `scores` of 2.0 and `metrics` of 2.1. */
function scoresOf(one: JsonObject) {
  const old = listOf(one['scores']).map((value) => {
    const { products, ...score } = objectOf(value)
    return { score, products: textsOf(products), source: '' }
  })
  const young = listOf(one['metrics']).map((value) => {
    const { products, content, source } = objectOf(value)
    const { cvss_v2, cvss_v3, cvss_v4 } = objectOf(content)
    const score = { cvss_v2, cvss_v3, cvss_v4 }
    return { score, products: textsOf(products), source: textOf(source) }
  })
  return [...old, ...young]
}

function cvssOf(document: JsonObject) {
  return all(document).flatMap(({ one, place }) =>
    scoresOf(one).flatMap(({ score }, at) =>
      Object.entries(score)
        .filter(([name]) => /^cvss_v[23]$/.test(name))
        .map(([name, cvss]) => ({
          cvss: objectOf(cvss),
          place: `${place}/scores/${at}/${name}`,
        })),
    ),
  )
}

/** Names of the fields beside a vector, by metric, and the words for its values. */
const fields: Readonly<
  Record<string, readonly [name: string, values: Readonly<Record<string, string>>]>
> = {
  AV: ['attackVector', { N: 'NETWORK', A: 'ADJACENT_NETWORK', L: 'LOCAL', P: 'PHYSICAL' }],
  AC: ['attackComplexity', { L: 'LOW', H: 'HIGH' }],
  PR: ['privilegesRequired', { N: 'NONE', L: 'LOW', H: 'HIGH' }],
  UI: ['userInteraction', { N: 'NONE', R: 'REQUIRED' }],
  S: ['scope', { U: 'UNCHANGED', C: 'CHANGED' }],
  C: ['confidentialityImpact', { N: 'NONE', L: 'LOW', H: 'HIGH', P: 'PARTIAL', C: 'COMPLETE' }],
  I: ['integrityImpact', { N: 'NONE', L: 'LOW', H: 'HIGH', P: 'PARTIAL', C: 'COMPLETE' }],
  A: ['availabilityImpact', { N: 'NONE', L: 'LOW', H: 'HIGH', P: 'PARTIAL', C: 'COMPLETE' }],
}

function disagreesWithVector(cvss: JsonObject): boolean {
  const vector = textOf(cvss['vectorString'])
  const version = /^CVSS:(\d\.\d)\//.exec(vector)?.[1] ?? '2.0'
  if (vector !== '' && typeof cvss['version'] === 'string' && cvss['version'] !== version)
    return true
  return vector.split('/').some((part) => {
    const [metric = '', value = ''] = part.split(':')
    const known = Object.hasOwn(fields, metric) ? fields[metric] : undefined
    const given = known === undefined ? undefined : cvss[known[0]]
    const words = known?.[1] ?? {}
    return typeof given === 'string' && Object.hasOwn(words, value) && given !== words[value]
  })
}
