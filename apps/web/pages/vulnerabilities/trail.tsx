// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { type Line, type TrailStep, useTrail } from '../../data/vulnerabilities.ts'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { day, dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Verify } from '../registers/seal.tsx'
import { vouches } from './vouched.ts'
import { useVulnerabilityWords } from './words.ts'

interface TrailProps {
  readonly line: Pick<Line, 'subject' | 'weakness'>
}

/** Who knew what when; asked for when somebody looks. */
export function Trail({ line }: TrailProps) {
  const { trail: words } = useVulnerabilityWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {isOpen && <Steps line={line} />}
    </details>
  )
}

function Steps({ line }: TrailProps) {
  const { trail: words } = useVulnerabilityWords()
  return (
    <>
      <p className="quiet prose">{words.text}</p>
      <Ready of={useTrail(line.subject, line.weakness)}>
        {({ items }) => (
          <ol className="trail">
            {items.map((step, at) => (
              <Step key={at} step={step} line={line} />
            ))}
          </ol>
        )}
      </Ready>
    </>
  )
}

function Step({ step, line }: TrailProps & { readonly step: TrailStep }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { what, at, by, entry, name, text } = step
  return (
    <li>
      <strong>{at.length === 10 ? day(at, language) : dayAndTime(at, language)}</strong>{' '}
      {words.trail.what[what]} <Said step={step} />
      {name !== '' && <span className="stranger">{name}</span>}
      {text !== '' && <span className="stranger">: {text}</span>}{' '}
      <span className="quiet">
        {by !== null && <PersonName id={by} />}
        {by !== null && ', '}
        {entry === null ? words.trail.noEntry : words.trail.entry(number(entry, language))}
      </span>
      {entry !== null && ' '}
      {entry !== null && (
        <Verify
          name={`${line.weakness}-${what}-${entry}`}
          fetched={() =>
            api.call('GET /api/v1/vulnerabilities/entries/{entry}/proof', {
              params: { entry: String(entry) },
            })
          }
        >
          {(proof) => <Vouched isSo={vouches(proof, step, line)} />}
        </Verify>
      )}
    </li>
  )
}

/** What somebody made of it, in a few words. */
function Said({ step: { what, relevance, decision, mark } }: { readonly step: TrailStep }) {
  const words = useVulnerabilityWords()
  if (relevance !== null) return words.relevance[relevance]
  if (what !== 'decided') return null
  return [decision === null ? '' : words.when[decision], mark === null ? '' : words.marks[mark]]
    .filter((part) => part !== '')
    .join(', ')
}

export function Vouched({ isSo }: { readonly isSo: boolean }) {
  const { trail: words } = useVulnerabilityWords()
  return <p className={isSo ? undefined : 'broken'}>{isSo ? words.holds : words.differs}</p>
}
