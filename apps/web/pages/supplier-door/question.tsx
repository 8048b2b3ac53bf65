// SPDX-License-Identifier: EUPL-1.2
import { Button, FileButton, Radio, Textarea } from '@mantine/core'
import type { questions } from '@schouw/core/chain'
import { answerWords } from '@schouw/report/chain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { attached, type Line, outside } from './outside.ts'
import { useSavedText } from './saving.ts'
import { useSupplierWords } from './words.ts'

interface AskedProps {
  readonly token: string
  readonly writer: string
  readonly line: Line
  readonly question: questions.Question
  readonly texts: readonly [question: string, help: string]
}

const options = ['yes', 'partly', 'no', 'not_applicable'] as const

/** One question: an answer, an explanation that is kept while typing, and proof. */
export function Asked({ token, writer, line, question, texts }: AskedProps) {
  const { language } = useLanguage()
  const words = useSupplierWords()
  const say: Readonly<Record<string, string>> = answerWords(language)
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['questionnaire'] })
  const own = { token, writer, question: question.id }
  const { text, telling, write, push } = useSavedText(own, line.explanation)
  const answered = useMutation({
    mutationFn: (value: string) =>
      outside.call('POST /api/v1/questionnaire/answers', {
        body: { ...own, field: 'answer', value, base: line.answer?.value ?? '' },
      }),
    onSettled: again,
    retry: 3,
  })
  // What was just chosen stands until what was kept says so too, or a colleague chose after it.
  const [chosen, setChosen] = useState<string | null>(null)
  const keptAt = line.answer?.at
  useEffect(() => {
    if (keptAt !== undefined) setChosen(null)
  }, [keptAt])
  const value = chosen ?? line.answer?.value ?? ''
  const choose = (next: string) => {
    setChosen(next)
    answered.mutate(next)
  }
  const { before } = line
  const still = () => {
    if (before === null) return
    if (before.explanation !== null && text === '') write(before.explanation)
    if (before.answer !== null) choose(before.answer)
  }
  const isChanged =
    before !== null && before.answer !== null && value !== '' && value !== before.answer
  return (
    <fieldset className="asked" aria-describedby={`help-${question.id}`}>
      <legend>{texts[0]}</legend>
      <p id={`help-${question.id}`} className="quiet">
        {texts[1]}
      </p>
      {before !== null && before.answer !== null && (
        <p className="before">
          {words.before(
            `${say[before.answer] ?? before.answer}${
              before.explanation === null ? '' : `: ${before.explanation}`
            }`,
          )}{' '}
          {value === '' && (
            <Button size="compact-sm" variant="default" onClick={still}>
              {words.still}
            </Button>
          )}
          {isChanged && <span className="ask">{words.changed}</span>}
        </p>
      )}
      <Radio.Group value={value} onChange={choose} aria-label={texts[0]}>
        <div className="options">
          {options.map((one) => (
            <Radio key={one} value={one} label={say[one]} size="md" />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={words.explanation}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => void push()}
        autosize
        minRows={2}
        maxLength={4000}
        size="md"
      />
      <p className="quiet telling" role="status">
        {telling.state === 'quiet' ? '' : words[telling.state]}
        {telling.other !== null && ` ${words.merged(telling.other)}`}
        {telling.state === 'quiet' &&
          line.explanation !== null &&
          words.by(line.explanation.writer)}
      </p>
      <Refusal error={answered.error} />
      <Proof token={token} writer={writer} line={line} onDone={again} />
    </fieldset>
  )
}

interface ProofProps {
  readonly token: string
  readonly writer: string
  readonly line: Line
  readonly onDone: () => Promise<void>
}

function Proof({ token, writer, line, onDone }: ProofProps) {
  const words = useSupplierWords()
  const brought = useMutation({
    mutationFn: (file: File) => attached(token, { question: line.question, writer, file }),
    onSettled: onDone,
  })
  const removed = useMutation({
    mutationFn: (digest: string) =>
      outside.call('POST /api/v1/questionnaire/files/removal', {
        body: { token, question: line.question, digest },
      }),
    onSettled: onDone,
  })
  return (
    <div className="proof">
      {line.files.map(({ digest, name }) => (
        <p key={digest} className="row">
          {name}
          <Button size="compact-xs" variant="default" onClick={() => removed.mutate(digest)}>
            {words.remove}
          </Button>
        </p>
      ))}
      <FileButton onChange={(file) => file !== null && brought.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={brought.isPending}>
            {words.file}
          </Button>
        )}
      </FileButton>
      <span className="quiet"> {words.fileHelp}</span>
      {brought.data?.is_apart === true && <p className="ask">{words.apart}</p>}
      <Refusal error={brought.error ?? removed.error} />
    </div>
  )
}
