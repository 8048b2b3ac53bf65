// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BehindLink, linkToken, preferredOr, useSpokenOnce } from '../../parts/behind-link.tsx'
import { OtherLanguages } from '../../parts/other-languages.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Form } from './form.tsx'
import { outside, type Questionnaire, saveAs } from './outside.ts'
import { SignedCopy } from './reuse.tsx'
import './supplier.css'
import { Trouble } from './trouble.tsx'
import { useSupplierWords } from './words.ts'

/** How often what colleagues wrote is looked for. */
const lookMs = 5_000

/** For whoever has the link of a supplier: the questions, without an account. */
export function SupplierDoor() {
  const words = useSupplierWords()
  const token = linkToken()
  const found = useQuery({
    queryKey: ['questionnaire', token],
    queryFn: () => outside.call('POST /api/v1/questionnaire', { body: { token } }),
    refetchInterval: (query) => (query.state.data?.state === 'sent' ? lookMs : false),
    retry: false,
  })
  return (
    <BehindLink token={token} of={found} gone={words.gone}>
      {(given) => <Opened token={token} given={given} />}
    </BehindLink>
  )
}

interface OpenedProps {
  readonly token: string
  readonly given: Questionnaire
}

function Opened({ token, given }: OpenedProps) {
  const words = useSupplierWords()
  const [writer, setWriter] = useState('')
  useSpokenOnce(preferredOr(given.language))
  const until = given.answer_until
  const isPast = until !== null && Date.parse(until) <= Date.now()
  return (
    <>
      <p className="row quiet">
        {words.hello(given.name, given.supplier)}
        <OtherLanguages />
      </p>
      <Title name={words.title(given.organisation)} />
      {given.state !== 'sent' ? (
        <Closed token={token} text={words.closed} />
      ) : isPast ? (
        <Closed token={token} text={words.past} />
      ) : writer === '' ? (
        <Begin given={given} onBegin={setWriter} />
      ) : (
        <Form token={token} given={given} writer={writer} />
      )}
      <Trouble token={token} writer={writer === '' ? given.name : writer} />
    </>
  )
}

function Begin({
  given,
  onBegin,
}: {
  readonly given: Questionnaire
  readonly onBegin: (writer: string) => void
}) {
  const { language } = useLanguage()
  const words = useSupplierWords()
  const last =
    given.answer_until === null ? null : new Date(Date.parse(given.answer_until) - 1).toISOString()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const name = String(new FormData(event.currentTarget).get('writer') ?? '').trim()
        if (name !== '') onBegin(name)
      }}
    >
      <p>{words.intro}</p>
      {last !== null && <p>{words.until(day(last, language))}</p>}
      <TextInput
        name="writer"
        label={words.who}
        description={words.whoHelp}
        defaultValue={given.name}
        required
        maxLength={120}
        size="md"
        mb="md"
      />
      <Button type="submit" size="md" fullWidth>
        {words.start}
      </Button>
    </form>
  )
}

function Closed({ token, text }: { readonly token: string; readonly text: string }) {
  return (
    <>
      <p className="answer">{text}</p>
      <p className="row">
        <Copy token={token} />
        <SignedCopy token={token} />
      </p>
    </>
  )
}

/** Their own answers, to read. */
export function Copy({ token }: { readonly token: string }) {
  const { language } = useLanguage()
  const words = useSupplierWords()
  const keep = async () => {
    const blob = (await outside.call('POST /api/v1/questionnaire/copy', {
      body: { token, language },
    })) as unknown as Blob
    saveAs(blob, { nl: 'antwoorden.html', en: 'answers.html' }[language])
  }
  return (
    <Button variant="default" onClick={() => void keep()}>
      {words.copy}
    </Button>
  )
}
