// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about what a vulnerability is scored with: CVSS, SSVC, words.
import { baseScore, severityOf } from '../../cvss/base-score.ts'
import { scoreOfFour } from '../../cvss/four.ts'
import { type CvssKind, disagreesWithVector, isOfShape } from '../../cvss/object.ts'
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import type { Facts, Metric, Weakness } from './facts.ts'
import { none, type Rules } from './rule.ts'

const kinds: readonly CvssKind[] = ['cvss_v2', 'cvss_v3', 'cvss_v4']

interface Cvss {
  readonly kind: CvssKind
  readonly cvss: JsonObject
  readonly place: string
}

function cvssOf({ weaknesses }: Facts): readonly Cvss[] {
  const found: Cvss[] = []
  for (const weakness of weaknesses) {
    for (const { content, place } of weakness.metrics) {
      for (const kind of kinds) {
        if (content[kind] === undefined) continue
        found.push({ kind, cvss: objectOf(content[kind]), place: `${place}/${kind}` })
      }
    }
  }
  return found
}

function ssvcOf(weakness: Weakness) {
  return weakness.metrics.flatMap(({ content, place }) =>
    content['ssvc_v2'] === undefined
      ? []
      : [{ ssvc: objectOf(content['ssvc_v2']), place: `${place}/ssvc_v2` }],
  )
}

export const scoreRules: Rules = {
  // Of a product each source gives one score of a version of CVSS.
  '6.1.7': ({ weaknesses }) =>
    weaknesses.flatMap(({ metrics, place }) => {
      const seen = new Map<string, Set<string>>()
      for (const { content, products, source } of metrics) {
        for (const kind of kinds) {
          const version = textOf(objectOf(content[kind])['version'])
          if (version === '') continue
          const key = `${version}\n${source}`
          const before = seen.get(key) ?? new Set<string>()
          seen.set(key, before)
          const size = before.size + products.length
          for (const id of products) before.add(id)
          if (before.size < size) return [`${place}/scores`]
        }
      }
      return none
    }),
  // A CVSS object keeps to the schema of its version.
  '6.1.8': (facts) =>
    cvssOf(facts).flatMap(({ kind, cvss, place }) => (isOfShape(kind, cvss) ? none : [place])),
  // Score and severity are those of the vector. Values that no vector has are of the test above.
  '6.1.9': (facts) =>
    cvssOf(facts).flatMap(({ cvss, place }) => (isComputed(cvss) ? none : [place])),
  // The fields beside a vector say what it says.
  '6.1.10': (facts) =>
    cvssOf(facts).flatMap(({ kind, cvss, place }) =>
      disagreesWithVector(kind, cvss) ? [place] : none,
    ),
}

export const scoreRulesSince: Rules = {
  // An SSVC object keeps to its schema.
  '6.1.46': ({ weaknesses }) =>
    weaknesses.flatMap((weakness) =>
      ssvcOf(weakness).flatMap(({ ssvc, place }) => (isSelection(ssvc) ? none : [place])),
    ),
  // What an SSVC object is about is the vulnerability it stands with.
  '6.1.47': ({ weaknesses, tracking }) =>
    weaknesses.flatMap((weakness) => {
      const { one } = weakness
      const names = new Set(listOf(one['ids']).map((id) => textOf(objectOf(id)['text'])))
      if (typeof one['cve'] === 'string') names.add(one['cve'])
      // The name of a document is that of a vulnerability only where it has no other.
      if (weaknesses.length > 1) names.delete(textOf(tracking['id']))
      return ssvcOf(weakness).flatMap(({ ssvc, place }) =>
        textsOf(ssvc['target_ids']).every((id) => names.has(id)) ? none : [`${place}/target_ids`],
      )
    }),
  // Of a product each source gives a score or a word, not both.
  '6.1.56': ({ weaknesses }) =>
    weaknesses.flatMap((weakness) => {
      const metrics = weakness.metrics
      const keysOf = ({ products, source }: Metric) => products.map((id) => `${id}\n${source}`)
      const scored = new Set(
        metrics
          .filter(({ content }) => kinds.some((kind) => content[kind] !== undefined))
          .flatMap(keysOf),
      )
      return metrics.flatMap((metric) =>
        metric.content['qualitative_severity_rating'] !== undefined &&
        keysOf(metric).some((key) => scored.has(key))
          ? [metric.place]
          : none,
      )
    }),
}

function isComputed(cvss: JsonObject): boolean {
  const vector = textOf(cvss['vectorString'])
  const known = vector.startsWith('CVSS:4.') ? ofFour(vector) : baseScore(vector)
  if (known === undefined) return true
  const given = cvss['baseScore']
  if (typeof given === 'number' && given !== known.score) return false
  const severity = textOf(cvss['baseSeverity']).toUpperCase()
  return known.version === '2.0' || severity === '' || severity === known.severity
}

function ofFour(vector: string) {
  const score = scoreOfFour(vector)
  return score === undefined ? undefined : { version: '4.0', score, severity: severityOf(score) }
}

function isSelection(ssvc: JsonObject): boolean {
  const selections = listOf(ssvc['selections']).map(objectOf)
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  return (
    ssvc['schemaVersion'] === '2.0.0' &&
    isText(ssvc['timestamp']) &&
    selections.length > 0 &&
    selections.every(({ namespace, key, version, values }) => {
      const chosen = listOf(values).map(objectOf)
      return (
        [namespace, key, version].every(isText) &&
        chosen.length > 0 &&
        chosen.every((value) => isText(value['key']))
      )
    })
  )
}
