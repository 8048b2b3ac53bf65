// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { trainingTopics } from './terms.ts'

/** What a decree asks of a director's certificate (Cbb art. 21-22, by secondary sources). */
export type CertificatePoint = 'name' | 'dates' | 'topics' | 'provider' | 'language' | 'file'

export interface PointFound {
  readonly point: CertificatePoint
  /** `differs`: something stands there, and it is not what is asked. */
  readonly verdict: 'met' | 'missing' | 'differs'
  /** Of the subjects: those that are not on it. */
  readonly lacking: readonly string[]
}

const languages: readonly string[] = ['nl', 'en']

/** Point by point what a second person has to compare with the file. `name`: who it should name. */
export function certificatePoints(
  { values }: Pick<RecordVersion, 'values'>,
  name: string | null,
): readonly PointFound[] {
  const text = (field: string) => {
    const value = values[field]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const held = values['topics']
  const topics: readonly unknown[] = Array.isArray(held) ? held : []
  const lacking = trainingTopics.filter((topic) => !topics.includes(topic))
  const there = (isThere: boolean) => (isThere ? 'met' : 'missing')
  const language = text('language')
  const points: readonly [CertificatePoint, PointFound['verdict']][] = [
    ['name', nameVerdict(text('name_on_certificate'), name)],
    ['dates', there(text('started_on') !== null && text('ended_on') !== null)],
    ['topics', topics.length === 0 ? 'missing' : lacking.length === 0 ? 'met' : 'differs'],
    ['provider', there(text('provider') !== null)],
    [
      'language',
      language === null ? 'missing' : languages.includes(shortened(language)) ? 'met' : 'differs',
    ],
    ['file', there(text('file') !== null)],
  ]
  return points.map(([point, verdict]) => ({
    point,
    verdict,
    lacking: point === 'topics' ? lacking : [],
  }))
}

/** Order, capitals and accents may differ: `Vries, M. de` is not `Marieke de Vries`, though. */
function nameVerdict(found: string | null, wanted: string | null): PointFound['verdict'] {
  if (found === null) return 'missing'
  return wanted !== null && parts(found) === parts(wanted) ? 'met' : 'differs'
}

function parts(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .toSorted()
    .join(' ')
}

/** `nl-NL` is Dutch. */
function shortened(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}
