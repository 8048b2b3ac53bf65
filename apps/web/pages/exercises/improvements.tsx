// SPDX-License-Identifier: EUPL-1.2
import { Button, Select, TextInput } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import type { Exercises } from '../../data/crisis.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { useWhole } from '../../data/whole.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { CameOf } from './came-of.tsx'
import { usePeople } from './people.ts'
import type { ExerciseRecord } from './record.ts'
import { useExerciseWords } from './words.ts'

interface ImprovementsProps {
  readonly record: ExerciseRecord
  readonly actions: Exercises['exercises'][number]['actions']
}

/** Lessons as work in the register of actions, with an owner and a day. */
export function Improvements({ record, actions }: ImprovementsProps) {
  const { language } = useLanguage()
  const words = useExerciseWords()
  const allowed = useMay()
  const tongue = registerTongue(language)
  const isOpen = record.state !== 'planned' || record.values.incident !== undefined
  if (actions.length === 0 && !isOpen) return null
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.actions}</h2>
      {actions.length === 0 && <p className="quiet">{words.noActions}</p>}
      <ul className="plain">
        {actions.map(({ id, name, state, is_late }) => (
          <li key={id}>
            <Link to={`/registers/actions/${id}`}>{name}</Link>{' '}
            <span className={is_late ? 'broken' : 'quiet'}>
              · {upper(tongue.code('action', state))}
              {is_late && `, ${words.late}`}
            </span>
          </li>
        ))}
      </ul>
      {allowed('create', 'action') && (
        <NewAction key={actions.length} source={record.id} origin="exercise" />
      )}
      <CameOf kind="exercise" record={record} />
    </section>
  )
}

interface NewActionProps {
  /** What it comes of. */
  readonly source: string
  readonly origin: 'exercise' | 'incident'
}

/** One line: what, who, by when, and for which measure. */
export function NewAction({ source, origin }: NewActionProps) {
  const words = useExerciseWords()
  const step = useStep('action')
  const people = usePeople()
  const draft = `draft/improvement/${source}`
  const [owner, setOwner, forgetOwner] = useKept<string | null>(`${draft}/owner`, null)
  const [measure, setMeasure, forgetMeasure] = useKept<string | null>(`${draft}/measure`, null)
  const measures = (useWhole('measure').data ?? []).filter(
    (one) => one.retired === null && one.state !== 'ended',
  )
  const { kept, forget } = useKeptForm(draft)
  const add = (form: FormData) => {
    const name = String(form.get('name')).trim()
    const due = String(form.get('due') ?? '')
    if (name === '') return
    step.mutate(
      {
        do: 'create',
        values: {
          code: `O-${crypto.randomUUID().slice(0, 8)}`,
          ...{ name: name.slice(0, 200), origin, sources: [source] },
          ...(owner === null ? {} : { owner }),
          ...(measure === null ? {} : { measures: [measure] }),
          ...(due === '' ? {} : { due_on: due, first_due_on: due }),
        },
      },
      {
        onSuccess: () => {
          forget()
          forgetOwner()
          forgetMeasure()
        },
      },
    )
  }
  return (
    <form {...kept} action={add} className="no-print">
      <div className="row">
        <TextInput name="name" label={words.newAction} required />
        <Select
          label={words.owner}
          data={people}
          value={owner}
          onChange={setOwner}
          searchable
          clearable
        />
        <DateField name="due" label={words.due} />
        {measures.length > 0 && (
          <Select
            label={words.measure}
            data={measures.map(({ id, values }) => ({ value: id, label: values.name ?? id }))}
            value={measure}
            onChange={setMeasure}
            searchable
            clearable
          />
        )}
        <Button type="submit" variant="default" loading={step.isPending}>
          {words.addAction}
        </Button>
      </div>
      <Refusal error={step.error} />
    </form>
  )
}
