// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { type Assessing, type ReviewAnswer, useChainAct } from '../../data/chain.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useChainWords } from './words.ts'

interface AssessProps {
  readonly review: ReviewAnswer
  readonly texts: Readonly<Record<string, readonly [string, string]>>
}

const verdicts = ['acceptable', 'acceptable_with_actions', 'unacceptable'] as const

function ahead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** One verdict, with what follows from it as actions. */
export function Assess({ review, texts }: AssessProps) {
  const { review: own } = useChainWords()
  const lost = review.score?.lost ?? []
  const [chosen, setChosen] = useState<readonly string[]>(review.score?.follow_up ?? [])
  const judged = useChainAct((body: Assessing) =>
    api.call('POST /api/v1/chain/reviews/{id}/assessment', {
      params: { id: review.review },
      body,
    }),
  )
  const toggle = (question: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, question] : chosen.filter((one) => one !== question))
  return (
    <section aria-labelledby="assess">
      <h2 id="assess">{own.assess}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const text = (name: string) => String(form.get(name) ?? '').trim()
          judged.mutate({
            verdict: verdicts.find((one) => one === text('verdict')) ?? 'unacceptable',
            ...{ conclusion: text('conclusion'), next_review_on: text('next') },
            ...{ follow_up: [...chosen], due_on: text('due') },
          })
        }}
      >
        <Stack maw="38rem">
          <NativeSelect
            name="verdict"
            label={own.verdict}
            defaultValue={chosen.length > 0 ? 'acceptable_with_actions' : 'acceptable'}
            data={verdicts.map((value) => ({ value, label: own.verdicts[value] }))}
          />
          <Textarea
            name="conclusion"
            label={own.conclusion}
            autosize
            minRows={2}
            maxLength={8000}
          />
          {lost.length > 0 && (
            <Checkbox.Group label={own.followUp} value={[...chosen]}>
              {lost.map(({ question, reason }) => (
                <Checkbox
                  key={question}
                  value={question}
                  mt="xs"
                  label={`${texts[question]?.[0] ?? question} (${own.lost[reason]})`}
                  checked={chosen.includes(question)}
                  onChange={(event) => toggle(question, event.currentTarget.checked)}
                />
              ))}
            </Checkbox.Group>
          )}
          <DateField name="due" label={own.due} defaultValue={ahead(60)} required />
          <DateField name="next" label={own.next} defaultValue={ahead(365)} required />
          <Refusal error={judged.error} />
          <Button type="submit" loading={judged.isPending}>
            {own.done}
          </Button>
        </Stack>
      </form>
    </section>
  )
}
