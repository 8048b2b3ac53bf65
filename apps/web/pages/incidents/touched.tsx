// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { RecordLink } from '../../parts/record-link.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { SentAlong } from './sent-along.tsx'
import { useIncidentWords } from './words.ts'

const fields = [
  'sites',
  'zones',
  'assets',
  'suppliers',
  'crown_jewels',
  'contracts',
  'risks',
] as const

interface TouchedProps {
  readonly incident: string
  readonly values: object
}

/** What of the registers it touches, and the files that came with it. */
export function Touched({ incident, values }: TouchedProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const of = values as Readonly<Record<string, readonly string[] | undefined>>
  const named = fields.filter((field) => (of[field] ?? []).length > 0)
  const files = of['photos'] ?? []
  if (named.length === 0 && files.length === 0) return null
  return (
    <section aria-labelledby="touched" className="block">
      <h2 id="touched">{words.touched}</h2>
      {named.map((field) => (
        <p key={field}>
          {upper(registerTongue(language).field('incident', field)[0])}:{' '}
          {(of[field] ?? []).map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <RecordLink id={id} />
            </span>
          ))}
        </p>
      ))}
      <SentAlong incident={incident} files={files} />
    </section>
  )
}
