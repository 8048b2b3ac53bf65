// SPDX-License-Identifier: EUPL-1.2
import { Button, MultiSelect, NativeSelect, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { usePeople } from './people.ts'
import type { ExerciseRecord } from './record.ts'
import { useExerciseWords } from './words.ts'

/** When, with whom, and who says what comes in. */
interface Prepared {
  readonly plannedOn: string
  readonly leader: string | null
  readonly participants: readonly string[]
  readonly observers: readonly string[]
  readonly givenBy: string
}

export function Preparation({ record }: { readonly record: ExerciseRecord }) {
  const { words: general } = useLanguage()
  const words = useExerciseWords()
  const allowed = useMay()
  const people = usePeople()
  const step = useStep('exercise')
  const { values } = record
  const [begun] = useState<Prepared>(() => ({
    plannedOn: values.planned_on ?? '',
    leader: values.led_by ?? null,
    participants: values.participants ?? [],
    observers: values.observers ?? [],
    givenBy: values.injects_given_by ?? 'leader',
  }))
  const draft = `draft/exercise-plan/${record.id}/${record.version}`
  const [{ plannedOn, leader, participants, observers, givenBy }, set, forget] = useKept(
    draft,
    begun,
  )
  const put = (more: Partial<Prepared>) => set((now) => ({ ...now, ...more }))
  if (!allowed('change', 'exercise', record)) return null
  const orNull = (list: readonly string[]) => (list.length === 0 ? null : list)
  const save = () =>
    step.mutate(
      {
        do: 'change',
        on: { kind: 'exercise', id: record.id, version: record.version },
        values: {
          planned_on: plannedOn === '' ? null : plannedOn,
          led_by: leader,
          participants: orNull(participants),
          observers: orNull(observers),
          injects_given_by: givenBy,
        },
      },
      { onSuccess: forget },
    )
  return (
    <section aria-labelledby="prepare" className="no-print">
      <h2 id="prepare">{words.prepare}</h2>
      <Stack gap="sm" maw="36rem">
        <DateField
          label={words.plannedOn}
          value={plannedOn}
          onChange={(day) => put({ plannedOn: day })}
        />
        <Select
          label={words.leader}
          data={people}
          value={leader}
          onChange={(one) => put({ leader: one })}
          searchable
          clearable
        />
        <MultiSelect
          label={words.participants}
          data={people}
          value={[...participants]}
          onChange={(all) => put({ participants: all })}
          searchable
        />
        <MultiSelect
          label={words.observers}
          data={people}
          value={[...observers]}
          onChange={(all) => put({ observers: all })}
          searchable
        />
        <NativeSelect
          label={words.givenBy}
          value={givenBy}
          onChange={(event) => put({ givenBy: event.currentTarget.value })}
          data={[
            { value: 'leader', label: words.byLeader },
            { value: 'time', label: words.byTime },
          ]}
        />
        <Refusal error={step.error} />
        <div className="row">
          <Button loading={step.isPending} onClick={save}>
            {general.save}
          </Button>
          <Link to={`/registers/exercises/${record.id}`}>{words.edit}</Link>
        </div>
      </Stack>
    </section>
  )
}
