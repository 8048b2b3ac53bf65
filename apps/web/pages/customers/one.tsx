// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../data/api.ts'
import { downloaded, useChainAct } from '../../data/chain.ts'
import { type CustomerQuestionnaire, useCustomerQuestionnaire } from '../../data/customers.ts'
import { useMay } from '../../data/may.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Question } from './question.tsx'
import './customers.css'
import { useCustomersWords } from './words.ts'

/** One questionnaire of a customer: a draft with its proof at each question, and a person's word. */
export function CustomerQuestionnairePage() {
  const { id = '' } = useParams()
  return <Ready of={useCustomerQuestionnaire(id)}>{(found) => <Found {...found} />}</Ready>
}

function Found({ questionnaire, questions }: CustomerQuestionnaire) {
  const { language } = useLanguage()
  const { one } = useCustomersWords()
  const allowed = useMay()
  const [isOnlyOpen, setIsOnlyOpen] = useState(false)
  const mayAnswer = allowed('change', 'customer-answer') && questionnaire.state === 'open'
  const shown = isOnlyOpen ? questions.filter(({ state }) => state !== 'approved') : questions
  return (
    <>
      <Title name={questionnaire.party_name} />
      <p className="quiet">{questionnaire.name}</p>
      <p>{one.intro}</p>
      <p className="answer">{one.progress(questionnaire.approved, questionnaire.asked)}</p>
      {questionnaire.sent_on !== null && <p>{one.isSent(day(questionnaire.sent_on, language))}</p>}
      <Checkbox
        label={one.only}
        checked={isOnlyOpen}
        onChange={(event) => setIsOnlyOpen(event.currentTarget.checked)}
        className="no-print"
      />
      <ol className="customer-questions">
        {shown.map((question) => (
          <Question key={question.id} question={question} mayAnswer={mayAnswer} />
        ))}
      </ol>
      {allowed('change', 'customer-questionnaire') && <Out questionnaire={questionnaire} />}
    </>
  )
}

/** Their own file with what was approved, and the day it went. */
function Out({ questionnaire }: Pick<CustomerQuestionnaire, 'questionnaire'>) {
  const { one } = useCustomersWords()
  const { id, state } = questionnaire
  const filled = useChainAct(async () => {
    const came = await api.call('POST /api/v1/chain/customers/questionnaires/{id}/file', {
      params: { id },
    })
    const name = new URLSearchParams({ name: came.name })
    await downloaded(`/api/v1/files/${came.digest}/content?${name}`, came.name)
    return came
  })
  const sent = useChainAct(() =>
    api.call('POST /api/v1/chain/customers/questionnaires/{id}/sent', { params: { id } }),
  )
  return (
    <section className="no-print">
      <p className="row">
        <Button onClick={() => filled.mutate(undefined)} loading={filled.isPending}>
          {one.fill}
        </Button>
        {state === 'open' && (
          <Button
            variant="default"
            onClick={() => sent.mutate(undefined)}
            loading={sent.isPending}
            disabled={questionnaire.filled_file === null}
          >
            {one.sent}
          </Button>
        )}
        <span className="quiet">{one.sentHelp}</span>
      </p>
      <Refusal error={filled.error ?? sent.error} />
      {filled.data !== undefined && (
        <output>
          <p>{one.filled(filled.data.filled)}</p>
          {filled.data.left.length > 0 && (
            <>
              <p>{one.left}:</p>
              <ul className="plain">
                {filled.data.left.map(({ place, because }) => (
                  <li key={`${place} ${because}`}>
                    <span className="mono">{place}</span> {one.because[because]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </output>
      )}
    </section>
  )
}
