// SPDX-License-Identifier: EUPL-1.2

import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { isKept, useKeptForm } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { useQuestionsWords } from './words.ts'

interface AskingProps {
  readonly about: string
  readonly person: string
}

/** A question of the supervisory board, which becomes work for somebody and is kept. */
export function Asking({ about, person }: AskingProps) {
  const questions = useQuestionsWords()
  const draftKey = `draft/ask/${about}`
  const { kept, forget } = useKeptForm(draftKey)
  const [isOpen, setIsOpen] = useState(() => isKept(draftKey))
  const step = useStep('action')
  const ask = (form: FormData) => {
    const text = String(form.get('question')).trim()
    if (text === '') return
    const values = {
      code: `V-${crypto.randomUUID().slice(0, 8)}`,
      name: text.slice(0, 190),
      description: `${about}\n\n${text}`,
      origin: 'supervisory_question',
      asked_by: person,
    }
    const onSuccess = () => {
      forget()
      setIsOpen(false)
    }
    step.mutate({ do: 'create', values }, { onSuccess })
  }
  return (
    <div className="no-print">
      <Refusal error={step.error} />
      {step.isSuccess && <output>{questions.sent}</output>}
      {isOpen ? (
        <form {...kept} action={ask}>
          <Stack maw="36rem">
            <Textarea name="question" label={questions.yours} minRows={2} autosize required />
            <Button type="submit" loading={step.isPending}>
              {questions.send}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
          {questions.ask}
        </Button>
      )}
    </div>
  )
}
