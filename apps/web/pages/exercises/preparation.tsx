// SPDX-License-Identifier: EUPL-1.2
import { Button, MultiSelect, NativeSelect, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { usePeople } from './people.ts'
import type { ExerciseRecord } from './record.ts'
import { useExerciseWords } from './words.ts'

/** When, with whom, and who says what comes in. */
export function Preparation({ record }: { readonly record: ExerciseRecord }) {
  const { words: general } = useLanguage()
  const words = useExerciseWords()
  const allowed = useMay()
  const people = usePeople()
  const step = useStep('exercise')
  const { values } = record
  const [plannedOn, setPlannedOn] = useState(values.planned_on ?? '')
  const [leader, setLeader] = useState<string | null>(values.led_by ?? null)
  const [participants, setParticipants] = useState<string[]>([...(values.participants ?? [])])
  const [observers, setObservers] = useState<string[]>([...(values.observers ?? [])])
  const [givenBy, setGivenBy] = useState<string>(values.injects_given_by ?? 'leader')
  if (!allowed('change', 'exercise', record)) return null
  const orNull = (list: readonly string[]) => (list.length === 0 ? null : list)
  const save = () =>
    step.mutate({
      do: 'change',
      on: { kind: 'exercise', id: record.id, version: record.version },
      values: {
        planned_on: plannedOn === '' ? null : plannedOn,
        led_by: leader,
        participants: orNull(participants),
        observers: orNull(observers),
        injects_given_by: givenBy,
      },
    })
  return (
    <section aria-labelledby="prepare" className="no-print">
      <h2 id="prepare">{words.prepare}</h2>
      <Stack gap="sm" maw="36rem">
        <DateField label={words.plannedOn} value={plannedOn} onChange={setPlannedOn} />
        <Select
          label={words.leader}
          data={people}
          value={leader}
          onChange={setLeader}
          searchable
          clearable
        />
        <MultiSelect
          label={words.participants}
          data={people}
          value={participants}
          onChange={setParticipants}
          searchable
        />
        <MultiSelect
          label={words.observers}
          data={people}
          value={observers}
          onChange={setObservers}
          searchable
        />
        <NativeSelect
          label={words.givenBy}
          value={givenBy}
          onChange={(event) => setGivenBy(event.currentTarget.value)}
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
