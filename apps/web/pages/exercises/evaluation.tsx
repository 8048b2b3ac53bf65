// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useTimes } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { ExerciseRecord } from './record.ts'
import { useExerciseWords } from './words.ts'

const results = kinds.exercise.fields.result.options

/** What came out, first kept, then closed by a second person. */
export function Evaluation({ record }: { readonly record: ExerciseRecord }) {
  const { language, words: general } = useLanguage()
  const words = useExerciseWords()
  const times = useTimes()
  const allowed = useMay()
  const { values, state } = record
  const waiting = usePending('exercise', record.id).data?.items ?? []
  if (state === 'evaluated' || !allowed('change', 'exercise', record)) {
    return <Shown record={record} />
  }
  return (
    <section aria-labelledby="evaluate">
      <h2 id="evaluate">{words.evaluate}</h2>
      <p className="prose quiet">
        <Glossed text={words.evaluateHelp} />
      </p>
      {waiting.length > 0 ? (
        <p className="ask">{words.waits}</p>
      ) : (
        <Form
          key={record.version}
          record={record}
          options={results.map((value) => ({
            value,
            label: upper(registerTongue(language).code('exercise', value, 'result')),
          }))}
          save={general.save}
          heldOn={values.held_on ?? times.today()}
        />
      )}
    </section>
  )
}

interface FormProps {
  readonly record: ExerciseRecord
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly save: string
  readonly heldOn: string
}

function Form({ record, options, save, heldOn }: FormProps) {
  const words = useExerciseWords()
  const change = useStep('exercise')
  const move = useStep('exercise')
  const allowed = useMay()
  const [to, setTo] = useState<'held' | 'evaluated' | null>(null)
  const { values, state } = record
  const { kept, forget } = useKeptForm(`draft/exercise/${record.id}`)
  const keep = async (form: FormData) => {
    const on = { kind: 'exercise', id: record.id, version: record.version } as const
    const text = (name: string) => {
      const said = String(form.get(name) ?? '').trim()
      return said === '' ? null : said
    }
    const next = {
      held_on: text('held_on'),
      duration_hours: text('duration_hours'),
      recovery_reached_hours: text('recovery_reached_hours'),
      result: text('result'),
      evaluation: text('evaluation'),
      lessons: text('lessons'),
    }
    try {
      const { version } = await change.mutateAsync({ do: 'change', on, values: next })
      if (to !== null) await move.mutateAsync({ do: 'move', on: { ...on, version }, to })
      forget()
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  return (
    <form {...kept} action={keep}>
      <Stack gap="sm" maw="40rem">
        <div className="row">
          <DateField name="held_on" label={words.heldOn} defaultValue={heldOn} required />
          <TextInput
            name="duration_hours"
            label={words.hours}
            inputMode="decimal"
            defaultValue={values.duration_hours ?? ''}
          />
          <TextInput
            name="recovery_reached_hours"
            label={words.reached}
            inputMode="decimal"
            defaultValue={values.recovery_reached_hours ?? ''}
          />
        </div>
        <NativeSelect
          name="result"
          label={words.result}
          defaultValue={values.result ?? ''}
          data={[{ value: '', label: '–' }, ...options]}
        />
        <Textarea
          name="evaluation"
          label={words.evaluation}
          autosize
          minRows={3}
          defaultValue={values.evaluation ?? ''}
        />
        <Textarea
          name="lessons"
          label={words.lessons}
          autosize
          minRows={3}
          defaultValue={values.lessons ?? ''}
        />
        <Refusal error={change.error ?? move.error} />
        <div className="row">
          <Button type="submit" variant="default" onClick={() => setTo(null)}>
            {save}
          </Button>
          {allowed('move', 'exercise', record) && (
            <Button
              type="submit"
              loading={change.isPending || move.isPending}
              onClick={() => setTo(state === 'planned' ? 'held' : 'evaluated')}
            >
              {state === 'planned' ? words.markHeld : words.markEvaluated}
            </Button>
          )}
        </div>
      </Stack>
    </form>
  )
}

function Shown({ record: { values } }: { readonly record: ExerciseRecord }) {
  const { language } = useLanguage()
  const words = useExerciseWords()
  const said = [
    [words.evaluation, values.evaluation],
    [words.lessons, values.lessons],
  ] as const
  if (values.result === undefined && said.every(([, text]) => text === undefined)) return null
  return (
    <section aria-labelledby="evaluate">
      <h2 id="evaluate">{words.evaluate}</h2>
      {values.result !== undefined && (
        <p>
          {words.result}:{' '}
          <strong>{registerTongue(language).code('exercise', values.result, 'result')}</strong>
        </p>
      )}
      {said.map(([title, text]) =>
        text === undefined ? null : (
          <p key={title} className="prose" style={{ whiteSpace: 'pre-line' }}>
            <strong>{title}.</strong> {text}
          </p>
        ),
      )}
    </section>
  )
}
