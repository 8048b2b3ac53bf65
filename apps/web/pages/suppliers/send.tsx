// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { questions, tiers } from '@schouw/core/chain'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import {
  type Sending,
  type SupplierAnswer,
  useChainAct,
  useQuestionnaires,
} from '../../data/chain.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { isLanguage } from '../../words/index.ts'
import { useLanguage } from '../../words/language.tsx'
import { Handed } from './handed.tsx'
import './suppliers.css'
import { useChainWords } from './words.ts'

type Reviews = SupplierAnswer['supplier']['reviews']

const usualDays = 21

interface SendProps {
  readonly supplier: SupplierAnswer['supplier']['line']
  readonly reviews: Reviews
  readonly today: string
}

/** Asks a supplier its questions: which, of whom, and until when. */
export function Send({ supplier, reviews, today }: SendProps) {
  const { language } = useLanguage()
  const { one } = useChainWords()
  const [tier, setTier] = useState(supplier.tier ?? 'parts')
  const asked = reviews.filter((one) => one.type === 'questionnaire' && one.tier === tier)
  const isToday = asked.some((one) => one.planned_on === today)
  const hasMail = useQuestionnaires(1).data?.has_mail
  const until = new Date(Date.now() + usualDays * 86_400_000).toISOString().slice(0, 10)
  const sent = useChainAct((body: Sending) =>
    api.call('POST /api/v1/chain/suppliers/{id}/questionnaires', {
      params: { id: supplier.id },
      body,
    }),
  )
  return (
    <section aria-labelledby="send">
      <h2 id="send">{one.send}</h2>
      <p className="prose">
        <Glossed text={one.sendHelp} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const text = (name: string) => String(form.get(name) ?? '').trim()
          const email = text('email')
          const spoken = text('language')
          sent.mutate({
            ...{ tier, name: text('name'), answer_until: text('until') },
            language: isLanguage(spoken) ? spoken : 'nl',
            ...(email === '' ? {} : { email }),
          })
        }}
      >
        <Stack maw="28rem">
          <NativeSelect
            label={one.tier}
            value={tier}
            onChange={(event) => setTier(event.currentTarget.value as typeof tier)}
            data={tiers.map((value) => ({ value, label: one.tiers[value] }))}
            description={one.tierQuestions(questions.questionsFor(tier).length)}
          />
          <Out asked={asked} isToday={isToday} />
          <TextInput name="name" label={one.forWhom} required maxLength={200} />
          <TextInput
            name="email"
            type="email"
            label={one.email}
            description={hasMail === false ? one.noMail : one.emailHelp}
            maxLength={254}
          />
          <NativeSelect
            name="language"
            label={one.language}
            defaultValue={language}
            data={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
          <DateField name="until" label={one.until} defaultValue={until} required />
          <Refusal error={sent.error} />
          <Button type="submit" loading={sent.isPending} disabled={isToday}>
            {one.doSend}
          </Button>
        </Stack>
      </form>
      {sent.data !== undefined && <Handed link={sent.data.link} isMailed={sent.data.is_mailed} />}
    </section>
  )
}

interface OutProps {
  readonly asked: Reviews
  readonly isToday: boolean
}

/** The same questions that are out already, and the way to them. */
function Out({ asked, isToday }: OutProps) {
  const { language } = useLanguage()
  const { one } = useChainWords()
  const out = asked.find(({ state }) => state === 'sent' || state === 'answered') ?? asked.at(-1)
  const isOut = out?.state === 'sent' || out?.state === 'answered'
  if (out === undefined || !(isOut || isToday)) return null
  return (
    <p className="ask" role="status">
      {isOut ? `${one.isOut(day(out.planned_on, language))} ${one.isOutHelp}` : one.sameDay}{' '}
      <Link to={`/suppliers/reviews/${out.id}`}>{one.openIt}</Link>
    </p>
  )
}
