// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { requirementsPack } from '@schouw/core/assurance'
import type { Standing } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { AnswerRecord } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'
import { rungOf, standards, useMeasureWords } from './words.ts'

type Result = Standing['measures'][number]['requirements'][number]

interface RequirementProps {
  readonly result: Result
  /** Of every site. */
  readonly answers: readonly AnswerRecord[]
  readonly isReady: boolean
}

/** One requirement: what is asked, what is said, what that rests on and what goes against it. */
export function Requirement({ result, answers, isReady }: RequirementProps) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const allowed = useMay()
  const say = boardTongue(language)
  const [isEditing, setIsEditing] = useState(false)
  const [told, setTold] = useState('')
  const act = useRef<HTMLButtonElement>(null)
  const asked = packed(result.id)
  if (asked === undefined) return null
  const own = result.source?.path.split('/').at(-1)
  const answer = answers.find(({ id }) => id === own) ?? answers[0]
  const mayAnswer =
    answer === undefined
      ? allowed('create', 'requirement-answer')
      : allowed('change', 'requirement-answer', answer)
  return (
    <article className="requirement" id={result.id} aria-labelledby={`${result.id}-name`}>
      <h3 id={`${result.id}-name`}>
        {result.id} {say.requirement.title(result.id)}
      </h3>
      <div>
        <p>
          <Glossed text={{ nl: asked.text_nl, en: asked.text_en }[language]} />
        </p>
        {asked.applies_to !== 'both' && (
          <p className="quiet">{asked.applies_to === 'OT' ? words.tell : words.tellIt}</p>
        )}
        <Stand result={result} />
        {result.note !== null && (
          <p>
            {words.note}: {result.note}
          </p>
        )}
      </div>
      <div className="margin">
        <Evidence result={result} answer={answer} />
        <p>
          {words.owner}:{' '}
          {result.owner === null ? (
            <span className="quiet">{words.noOwner}</span>
          ) : (
            <RecordLink id={result.owner} />
          )}
          {typeof answer?.values.answered_on === 'string' && (
            <span className="quiet">
              {' '}
              · {words.answeredOn(day(answer.values.answered_on, language))}
            </span>
          )}
        </p>
        {answers.length > 1 && <p className="quiet">{words.elsewhere(answers.length - 1)}</p>}
        <Numbers id={result.id} />
      </div>
      <div className="whole">
        {told !== '' && <output>{told} </output>}
        {isReady && mayAnswer && !isEditing && (
          <Button ref={act} size="compact-sm" variant="default" onClick={() => setIsEditing(true)}>
            {answer === undefined ? words.answer : words.change}
            <span className="spoken"> {result.id}</span>
          </Button>
        )}
        {isEditing && (
          <AnswerForm
            requirement={result.id}
            answer={answer}
            done={(waits) => {
              flushSync(() => setIsEditing(false))
              act.current?.focus()
              setTold(waits === null ? '' : waits ? words.waits : words.saved)
            }}
          />
        )}
      </div>
    </article>
  )
}

export function packed(id: string) {
  return requirementsPack.measures
    .flatMap(({ requirements }) => requirements)
    .find((one) => one.id === id)
}

/** Texture in words: what it rests on is written out, never shown by colour alone. */
const marks = { tested: '▓', shown: '▒', said: '░' } as const

function Stand({ result }: { readonly result: Result }) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const say = boardTongue(language)
  const { status, level, claimed_level, evidence_level, lowered_by, contradictions } = result
  return (
    <>
      <p>
        {level === null ? (
          <strong>{say.word(status, 'requirementStatus')}</strong>
        ) : (
          <>
            <strong>{words.counts(level, rungOf(level, language)[0])}</strong>
            {evidence_level !== null && (
              <>
                {' '}
                · <span aria-hidden="true">{marks[evidence_level]} </span>
                {words.basis[evidence_level]}
              </>
            )}
            {claimed_level !== null && claimed_level !== level && (
              <span className="quiet"> · {words.said(claimed_level)}</span>
            )}
          </>
        )}
        {lowered_by.length > 0 && (
          <span className="ask">
            {' '}
            · {words.lowered(lowered_by.map((one) => say.word(one, 'lowered')).join(', '))}
          </span>
        )}
      </p>
      {result.not_applicable_reason !== null && (
        <p>
          {words.notApplicable}: {result.not_applicable_reason}
        </p>
      )}
      {contradictions.length > 0 && (
        <>
          <p className="broken">✕ {words.contradictedBy}:</p>
          <ul>
            {contradictions.map((id) => (
              <li key={id}>
                <RecordLink id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type Proof = Result['evidence'][number]

interface EvidenceProps {
  readonly result: Result
  readonly answer: AnswerRecord | undefined
}

function Evidence({ result, answer }: EvidenceProps) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const say = boardTongue(language)
  const named = answer?.values.evidence ?? []
  // The same proofs in the same order, unless one of them is out of the reader's sight.
  const isPaired = named.length === result.evidence.length
  const asked = packed(result.id)?.evidence ?? []
  const freshness = (state: Proof['state'], ends: string | null) => {
    if (ends === null) return say.word(state, 'evidenceState')
    if (state === 'expired') return words.ended(ends)
    const until = words.until(ends)
    return state === 'valid' ? until : `${say.word(state, 'evidenceState')}, ${until}`
  }
  return (
    <>
      <p>{words.evidence}</p>
      {result.evidence.length === 0 && <p className="quiet">{words.noEvidence}</p>}
      <ul className="plain">
        {result.evidence.map(({ description, file, state, valid_until }, at) => {
          const id = isPaired ? named[at] : undefined
          const isOff = state !== 'valid' && state !== 'expiring'
          return (
            <li key={id ?? `${file} ${at}`}>
              {id === undefined ? (description ?? file) : <RecordLink id={id} />}{' '}
              <span className={isOff ? 'broken' : state === 'expiring' ? 'ask' : 'quiet'}>
                {freshness(state, valid_until === null ? null : day(valid_until, language))}
              </span>
            </li>
          )
        })}
      </ul>
      <details>
        <summary className="quiet">{words.wanted}</summary>
        <ul>
          {asked.map(({ text_nl, text_en }) => (
            <li key={text_en}>{{ nl: text_nl, en: text_en }[language]}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Numbers({ id }: { readonly id: string }) {
  const words = useMeasureWords()
  const refs = Object.entries(packed(id)?.refs ?? {}).filter(([, list]) => list.length > 0)
  return refs.length === 0 ? null : (
    <details>
      <summary className="quiet">{words.numbers}</summary>
      <dl className="facts">
        {refs.map(([standard, list]) => (
          <div key={standard} style={{ display: 'contents' }}>
            <dt>{standards[standard] ?? standard}</dt>
            <dd>{list.join(', ')}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{words.numbersNote}</p>
    </details>
  )
}
