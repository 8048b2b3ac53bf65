// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { questions } from '@schouw/core/chain'
import { questionWords } from '@schouw/report/chain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type FormProps, outside } from './outside.ts'
import { PassOn } from './pass-on.tsx'
import { Asked } from './question.tsx'
import { TakeOver } from './reuse.tsx'
import { useSupplierWords } from './words.ts'

/** One part at a time, as fits a phone; the last one is handing in. */
export function Form({ token, given, writer }: FormProps) {
  const { language } = useLanguage()
  const words = useSupplierWords()
  const texts = questionWords(language)
  const asked = new Map(given.answers.map((line) => [line.question, line]))
  const bank = questions.questionsFor(given.tier).filter(({ id }) => asked.has(id))
  const parts = questions.sections.filter((one) => bank.some(({ section }) => section === one))
  const [at, setAt] = useState(0)
  const part = parts[at]
  const done = given.answers.filter(({ answer }) => answer !== null && answer.value !== '').length
  // What came of it stays in sight once there are answers.
  const [wasEmpty] = useState(done === 0)
  const top = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    // To the top of the part just chosen, not of the page that was just opened.
    if (isFirst.current) isFirst.current = false
    else if (at >= 0) top.current?.focus()
  }, [at])
  return (
    <>
      <p className="progress" role="status">
        {words.progress(done, given.answers.length)}
      </p>
      <progress
        max={given.answers.length}
        value={done}
        aria-label={words.progress(done, given.answers.length)}
      />
      {wasEmpty && <TakeOver token={token} writer={writer} />}
      <NativeSelect
        label={words.section}
        size="md"
        value={String(at)}
        onChange={(event) => setAt(Number(event.currentTarget.value))}
        data={[
          ...parts.map((one, index) => ({
            value: String(index),
            label: `${index + 1}. ${texts.sections[one]} (${countOf(one)})`,
          })),
          { value: String(parts.length), label: `${parts.length + 1}. ${words.finish}` },
        ]}
      />
      {part === undefined ? (
        <section>
          <h2 ref={top} tabIndex={-1}>
            {words.finish}
          </h2>
          <HandIn token={token} given={given} writer={writer} left={given.answers.length - done} />
          {!given.is_delegate && <PassOn token={token} given={given} writer={writer} />}
        </section>
      ) : (
        <section key={part}>
          <h2 ref={top} tabIndex={-1}>
            {texts.sections[part]}
          </h2>
          {bank
            .filter(({ section }) => section === part)
            .map((question) => {
              const line = asked.get(question.id)
              return line === undefined ? null : (
                <Asked
                  key={question.id}
                  token={token}
                  writer={writer}
                  line={line}
                  question={question}
                  texts={texts.questions[question.id] ?? [question.id, '']}
                />
              )
            })}
        </section>
      )}
      <p className="steps">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {words.previous}
        </Button>
        {at < parts.length && <Button onClick={() => setAt(at + 1)}>{words.next}</Button>}
      </p>
    </>
  )

  function countOf(section: questions.Section): string {
    const own = bank.filter((one) => one.section === section)
    const said = own.filter(({ id }) => (asked.get(id)?.answer?.value ?? '') !== '').length
    return `${said}/${own.length}`
  }
}

function HandIn({ token, writer, given, left }: FormProps & { readonly left: number }) {
  const words = useSupplierWords()
  const queries = useQueryClient()
  const [remarks, setRemarks] = useState('')
  const sent = useMutation({
    mutationFn: () =>
      outside.call('POST /api/v1/questionnaire/submission', { body: { token, writer, remarks } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questionnaire'] }),
  })
  if (given.is_delegate) return <p>{words.delegateDone}</p>
  return (
    <>
      <p className="answer">{words.openLeft(left)}</p>
      <p>{words.finishHelp}</p>
      <Textarea
        label={words.remarks}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4000}
        mb="md"
      />
      <Refusal error={sent.error} />
      <Button size="md" fullWidth onClick={() => sent.mutate()} loading={sent.isPending}>
        {words.send}
      </Button>
    </>
  )
}
