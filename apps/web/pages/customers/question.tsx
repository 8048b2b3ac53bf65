// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useChainAct } from '../../data/chain.ts'
import type { Approving, CustomerQuestion } from '../../data/customers.ts'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useCustomersWords } from './words.ts'

interface QuestionProps {
  readonly question: CustomerQuestion
  readonly mayAnswer: boolean
}

const options = ['yes', 'partly', 'no', 'not_applicable'] as const
type Option = (typeof options)[number]

/** The question, what is proposed, what that rests on, and the button that makes it somebody's word. */
export function Question({ question, mayAnswer }: QuestionProps) {
  const { one } = useCustomersWords()
  const { id, state, number, requirements, place } = question
  const [answer, setAnswer] = useState<Option | ''>(question.answer ?? '')
  const [explanation, setExplanation] = useState(question.explanation ?? '')
  const [from, setFrom] = useState<string | undefined>()
  const approved = useChainAct((body: Approving) =>
    api.call('POST /api/v1/chain/customers/answers/{id}/approval', { params: { id }, body }),
  )
  const isChanged =
    answer !== (question.answer ?? '') || explanation !== (question.explanation ?? '')
  const isDone = state === 'approved' && !isChanged
  return (
    <li className="customer-question" data-done={isDone}>
      <h2>
        {number}. {question.question}
      </h2>
      <p className="quiet">
        {one.state[state] ?? state} · {one.place(place)}
        {requirements.length > 0 && ` · ${one.about} ${requirements.join(', ')}`}
      </p>
      {mayAnswer ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (answer === '') return
            const drawn = from === undefined ? {} : { drawn_from: from }
            approved.mutate({ answer, explanation, ...drawn })
          }}
        >
          <NativeSelect
            label={one.answer}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value as Option | '')}
            data={[
              { value: '', label: one.choose },
              ...options.map((value) => ({ value, label: one.options[value] })),
            ]}
          />
          {question.answer === null && answer === '' && <p className="ask">{one.unknown}</p>}
          <Textarea
            label={one.explanation}
            value={explanation}
            onChange={(event) => setExplanation(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={8000}
          />
          <Proofs question={question} />
          <Earlier
            question={question}
            onUse={(earlier) => {
              setAnswer((earlier.answer as Option | null) ?? '')
              setExplanation(earlier.explanation ?? '')
              setFrom(earlier.id)
            }}
          />
          <Refusal error={approved.error} />
          {!isDone && (
            <Button type="submit" size="xs" disabled={answer === ''} loading={approved.isPending}>
              {state === 'draft' ? one.approve : one.again}
            </Button>
          )}
        </form>
      ) : (
        <>
          <p>
            <strong>{question.answer === null ? '' : one.options[question.answer]}</strong>{' '}
            {question.explanation}
          </p>
          <Proofs question={question} />
        </>
      )}
    </li>
  )
}

function Proofs({
  question: { proof, unread, fresh_until: fresh, is_stale, answer },
}: Pick<QuestionProps, 'question'>) {
  const { language } = useLanguage()
  const { one } = useCustomersWords()
  return (
    <div className="customer-proof">
      {unread > 0 && <p className="ask">{one.unread(unread)}</p>}
      {proof.length === 0 ? (
        unread === 0 && answer !== null && answer !== 'no' && <p className="ask">{one.noProof}</p>
      ) : (
        <p>
          {one.proof}:{' '}
          {proof.map(({ id, name, dated, rests_on, is_stale: isOld }, at) => (
            <span key={id}>
              {at > 0 && '; '}
              <Link to={`/registers/evidence-files/${id}`}>{name}</Link>{' '}
              <span className={isOld ? 'broken' : 'quiet'}>
                {[
                  one.rests[rests_on],
                  ...(dated === null ? [] : [one.dated(day(dated, language))]),
                  ...(isOld ? [one.stale] : []),
                ].join(', ')}
              </span>
            </span>
          ))}
        </p>
      )}
      {is_stale ? (
        <p className="broken">{one.staleAnswer}</p>
      ) : (
        fresh !== null && <p className="quiet">{one.fresh(day(fresh, language))}</p>
      )}
    </div>
  )
}

interface EarlierProps extends Pick<QuestionProps, 'question'> {
  readonly onUse: (earlier: CustomerQuestion['earlier'][number]) => void
}

function Earlier({ question: { earlier }, onUse }: EarlierProps) {
  const { one } = useCustomersWords()
  if (earlier.length === 0) return null
  return (
    <details>
      <summary>
        {one.earlier} ({earlier.length})
      </summary>
      <ul className="plain">
        {earlier.map((said) => (
          <li key={said.id}>
            <p>
              {said.question}{' '}
              <span className="quiet">
                {said.party} · {one.likeness(Math.round(said.likeness * 100))}
              </span>
            </p>
            <p>
              <strong>{said.answer === null ? '' : one.options[said.answer as Option]}</strong>{' '}
              {said.explanation}
            </p>
            <Button type="button" variant="default" size="xs" onClick={() => onUse(said)}>
              {one.use}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
