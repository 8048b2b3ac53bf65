// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../data/api.ts'
import { useExercises } from '../../data/crisis.ts'
import { useMay } from '../../data/may.ts'
import { useRecord } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import '../crisis/crisis.css'
import { upper } from '../registers/page.tsx'
import { Evaluation } from './evaluation.tsx'
import { Improvements } from './improvements.tsx'
import { Preparation } from './preparation.tsx'
import type { ExerciseRecord } from './record.ts'
import { useExerciseWords } from './words.ts'

/** One exercise, from scenario to evaluation and the work that comes of it. */
export function OneExercise({ session }: { readonly session: Session }) {
  const { id = '' } = useParams()
  const words = useExerciseWords()
  return (
    <>
      <p className="quiet">
        <Link to="/exercises">{words.back}</Link>
      </p>
      <Ready of={useRecord('exercise', id)}>
        {(record) => (
          <Opened record={record as ExerciseRecord} person={session.organisation?.person ?? ''} />
        )}
      </Ready>
    </>
  )
}

interface OpenedProps {
  readonly record: ExerciseRecord
  readonly person: string
}

function Opened({ record, person }: OpenedProps) {
  const { language } = useLanguage()
  const words = useExerciseWords()
  const tongue = registerTongue(language)
  const { values, state } = record
  const line = useExercises().data?.exercises.exercises.find(({ id }) => id === record.id)
  return (
    <>
      <Title name={values.name ?? ''} />
      <p>
        <strong>{upper(tongue.code('exercise', state))}</strong>
        {values.incident !== undefined && (
          <>
            {' · '}
            <Link to={`/incidents/${values.incident}`}>{words.toRoom}</Link>
          </>
        )}
      </p>
      <Said title={words.scenario} text={values.scenario} />
      <Said title={words.goals} text={values.goals} />
      {state === 'planned' && <Preparation key={record.version} record={record} />}
      {state === 'planned' && values.incident === undefined && (
        <Start record={record} person={person} />
      )}
      <Injects record={record} />
      {(values.incident !== undefined || state !== 'planned') && <Evaluation record={record} />}
      {line?.board != null && (
        <section aria-labelledby="board">
          <h2 id="board">{words.board}</h2>
          <People title={words.present} ids={line.board.present} />
          <People title={words.absent} ids={line.board.absent} />
        </section>
      )}
      <Improvements record={record} actions={line?.actions ?? []} />
    </>
  )
}

function Said({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <>
      <h2>{title}</h2>
      <p className="prose" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </p>
    </>
  )
}

function People({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <p>
      {title}:{' '}
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <PersonName id={id} />
        </span>
      ))}
    </p>
  )
}

/** Whoever may play along is not given beforehand what comes in. */
function Injects({ record }: { readonly record: ExerciseRecord }) {
  const words = useExerciseWords()
  const { injects = [] } = record.values
  const { injectColumns: columns } = words
  if (injects.length === 0) return null
  return (
    <section aria-labelledby="injects">
      <h2 id="injects">{words.injects}</h2>
      <Table
        label={words.injects}
        rows={injects}
        keyOf={({ number }) => String(number)}
        columns={[
          {
            title: columns.after,
            is: 'nowrap',
            cell: ({ after_minutes }) => words.after(after_minutes),
          },
          { title: columns.to, cell: ({ to }) => to ?? '' },
          { title: columns.text, is: 'head', cell: ({ text }) => text },
          { title: columns.hope, cell: ({ expected }) => expected ?? '' },
        ]}
      />
    </section>
  )
}

function Start({ record, person }: OpenedProps) {
  const words = useExerciseWords()
  const allowed = useMay()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const started = useMutation({
    mutationFn: () => steppedUp(() => begin(record.id, person)),
    onSuccess: async (id) => {
      await queries.invalidateQueries()
      void navigate(`/incidents/${id}`)
    },
  })
  if (!allowed('create', 'incident') || !allowed('create', 'awareness')) return null
  return (
    <section aria-labelledby="start" className="no-print">
      <h2 id="start">{words.start}</h2>
      <p className="prose">
        <Glossed text={words.startHelp} />
      </p>
      <Refusal error={started.error} />
      <Button loading={started.isPending} onClick={() => started.mutate()}>
        {words.start}
      </Button>
    </section>
  )
}

/**
 * The room first, then who knew, then the link. Of the exercise as it stands now: what was saved a
 * moment ago counts, and somebody else may have begun it.
 */
async function begin(exercise: string, person: string): Promise<string> {
  const { values } = (await api.get('exercise', exercise)) as ExerciseRecord
  if (values.incident !== undefined) return values.incident
  const now = new Date().toISOString()
  const made = await api.create(
    'incident',
    {
      code: `O-${now.slice(0, 16).replaceAll(/[-T:]/g, '')}-${crypto.randomUUID().slice(0, 4)}`,
      ...{ name: values.name, is_exercise: true, is_ongoing: true, started_at: now },
      lead: values.led_by ?? person,
      ...(values.playbook === undefined ? {} : { playbook: values.playbook }),
      ...(values.processes === undefined ? {} : { processes: values.processes }),
      ...(values.zones === undefined ? {} : { zones: values.zones }),
      ...(values.suppliers === undefined ? {} : { suppliers: values.suppliers }),
    },
    'open',
  )
  await api.create('awareness', {
    ...{ incident: made.id, person, recorded_by: person, how: 'employee_report' },
    ...{ aware_at: now, recorded_at: now },
  })
  const { version } = await api.get('exercise', exercise)
  await api.change({ kind: 'exercise', id: exercise, version }, { incident: made.id })
  return made.id
}
