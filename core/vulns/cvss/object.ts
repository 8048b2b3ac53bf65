// SPDX-License-Identifier: EUPL-1.2
// A CVSS object of an advisory against the schema of its version, and against its own vector.
import { type JsonObject, textOf } from '../csaf/json.ts'
import { four, three, two, type Vocabulary, vectorParts } from './vocabulary.ts'

export type CvssKind = 'cvss_v2' | 'cvss_v3' | 'cvss_v4'

interface Shape {
  readonly versions: readonly string[]
  readonly vocabulary: Vocabulary
  readonly required: readonly string[]
}

const beyondTwo = ['version', 'vectorString', 'baseScore', 'baseSeverity']

const shapes: Readonly<Record<CvssKind, Shape>> = {
  cvss_v2: {
    versions: ['2.0'],
    vocabulary: two,
    required: ['version', 'vectorString', 'baseScore'],
  },
  cvss_v3: { versions: ['3.0', '3.1'], vocabulary: three, required: beyondTwo },
  cvss_v4: { versions: ['4.0'], vocabulary: four, required: beyondTwo },
}

const severities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
const severityFields = ['baseSeverity', 'temporalSeverity', 'environmentalSeverity']
const scoreFields = ['baseScore', 'temporalScore', 'environmentalScore']
const basesOfFour = 11

/** What is required is there, and each field has a value that its schema knows. */
export function isOfShape(kind: CvssKind, cvss: JsonObject): boolean {
  const { versions, vocabulary, required } = shapes[kind]
  if (required.some((name) => cvss[name] === undefined)) return false
  const vector = cvss['vectorString']
  if (!versions.includes(textOf(cvss['version'])) || typeof vector !== 'string') return false
  const known = wordsOf(kind)
  return (
    isVector(kind, vector, vocabulary) &&
    (kind !== 'cvss_v4' || Object.keys(cvss).every((name) => fieldsOfFour.has(name))) &&
    scoreFields.every((name) => cvss[name] === undefined || isScore(cvss[name])) &&
    (kind === 'cvss_v2' ||
      severityFields.every((name) => isOneOf(severities, cvss[name] ?? 'NONE'))) &&
    Object.entries(cvss).every(([name, value]) => {
      const words = known.get(name)
      return words === undefined || isOneOf(words, value)
    })
  )
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value)
}

function isScore(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 10
}

/** Each part a metric and a value that exist; of 4.0 in order, with the whole base. */
function isVector(kind: CvssKind, vector: string, vocabulary: Vocabulary): boolean {
  const { version, parts } = vectorParts(vector)
  if (!shapes[kind].versions.includes(version)) return false
  const isKnown = parts.every(
    ([letters, value]) =>
      Object.hasOwn(vocabulary, letters) && Object.hasOwn(vocabulary[letters]?.words ?? {}, value),
  )
  if (!isKnown || kind !== 'cvss_v4') return isKnown
  const places = parts.map(([letters]) => orderOfFour.indexOf(letters))
  return (
    places.every((place, at) => at === 0 || place > (places[at - 1] ?? place)) &&
    places.filter((place) => place < basesOfFour).length === basesOfFour
  )
}

const orderOfFour = Object.keys(four)
const fieldsOfFour = new Set([
  ...beyondTwo,
  ...Object.values(four).map(({ name }) => name),
  '$schema',
])

const words = new Map(
  Object.entries(shapes).map(([kind, { vocabulary }]) => [
    kind,
    new Map(
      Object.values(vocabulary).map(
        (metric) => [metric.name, Object.values(metric.words)] as const,
      ),
    ),
  ]),
)

function wordsOf(kind: CvssKind): ReadonlyMap<string, readonly string[]> {
  return words.get(kind) ?? new Map()
}

/** Whether a field says something else than the vector beside it. */
export function disagreesWithVector(kind: CvssKind, cvss: JsonObject): boolean {
  const vector = textOf(cvss['vectorString'])
  if (vector === '') return false
  const { version, parts } = vectorParts(vector)
  const given = cvss['version']
  if (typeof given === 'string' && given !== version) return true
  const { vocabulary } = shapes[kind]
  return parts.some(([letters, value]) => {
    const metric = Object.hasOwn(vocabulary, letters) ? vocabulary[letters] : undefined
    const field = metric === undefined ? undefined : cvss[metric.name]
    if (metric === undefined || typeof field !== 'string') return false
    return Object.hasOwn(metric.words, value) && field !== metric.words[value]
  })
}
