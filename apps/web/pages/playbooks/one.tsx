// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useCrisis } from '../../data/crisis.ts'
import { isKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useRecord, useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import '../crisis/crisis.css'
import { ZoneCut } from '../crisis/isolation.tsx'
import { span, useIncidentWords } from '../incidents/words.ts'
import { upper } from '../registers/page.tsx'
import type { PlaybookRecord } from './record.ts'
import { StepsForm, stepsDraft } from './steps-form.tsx'
import { usePlaybookWords } from './words.ts'

/** One playbook: its steps, whether somebody approved these words, and what it closes off. */
export function OnePlaybook() {
  const { id = '' } = useParams()
  const words = usePlaybookWords()
  return (
    <>
      <p className="quiet">
        <Link to="/incidents">{words.back}</Link>
      </p>
      <Ready of={useRecord('playbook', id)}>
        {(record) => <Opened record={record as PlaybookRecord} />}
      </Ready>
    </>
  )
}

function Opened({ record }: { readonly record: PlaybookRecord }) {
  const { language } = useLanguage()
  const words = usePlaybookWords()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const [isEditing, setIsEditing] = useState(() => isKept(stepsDraft(record)))
  const { values, state, version } = record
  const said = [
    [words.trigger, values.trigger],
    [words.mandate, values.mandate],
  ] as const
  return (
    <>
      <Title name={values.name ?? ''} />
      <p>
        <strong className={state === 'approved' ? 'done' : 'ask'}>
          {upper(tongue.code('playbook', state))}
        </strong>{' '}
        · {words.version(version)} ·{' '}
        <Link to={`/registers/playbooks/${record.id}`}>{words.register}</Link>{' '}
        <span className="quiet">{words.history}</span>
      </p>
      <Approval record={record} />
      {said.map(([title, text]) =>
        text === undefined ? null : (
          <p key={title} className="prose">
            <strong>{title}:</strong> {text}
          </p>
        ),
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{words.steps}</h2>
        <p className="prose quiet">{words.safe}</p>
        {isEditing ? (
          <StepsForm record={record} done={() => setIsEditing(false)} />
        ) : (
          <Steps record={record} />
        )}
        {!isEditing && state !== 'withdrawn' && allowed('change', 'playbook', record) && (
          <Button variant="default" onClick={() => setIsEditing(true)}>
            {words.edit}
          </Button>
        )}
      </section>
      <Isolation zones={values.zones ?? []} />
    </>
  )
}

const hourMs = 3_600_000

function Steps({ record }: { readonly record: PlaybookRecord }) {
  const incident = useIncidentWords()
  const words = usePlaybookWords()
  return (
    <ol className="tasks">
      {(record.values.steps ?? []).map((step) => {
        const within = step.within_hours
        const marks = [
          step.by ?? null,
          within === undefined ? null : words.withinHours(span(Number(within) * hourMs, incident)),
          step.asks_decision === true ? words.decides : null,
          step.can_stop_production === true ? words.stops : null,
        ].filter((one) => one !== null)
        return (
          <li key={step.number} value={step.number}>
            <p>
              <Glossed text={step.text} />
            </p>
            <p className="quiet small">{marks.join(' · ')}</p>
          </li>
        )
      })}
    </ol>
  )
}

function Approval({ record }: { readonly record: PlaybookRecord }) {
  const words = usePlaybookWords()
  const allowed = useMay()
  const step = useStep('playbook')
  const waiting = usePending('playbook', record.id).data?.items ?? []
  const { state, id, version, values } = record
  if (state !== 'draft' && state !== 'lapsed') return null
  if (waiting.length > 0) return <p className="ask">{words.waits}</p>
  const ask = () =>
    step.mutate({ do: 'move', on: { kind: 'playbook', id, version }, to: 'approved' })
  return (
    <>
      <p className="ask">{state === 'lapsed' ? words.lapsed : words.draft}</p>
      {values.owner === undefined && <p className="quiet">{words.owner}</p>}
      <Refusal error={step.error} />
      {allowed('move', 'playbook', record) && (
        <p className="no-print">
          <Button disabled={values.owner === undefined} loading={step.isPending} onClick={ask}>
            {words.approve}
          </Button>
        </p>
      )}
    </>
  )
}

function Isolation({ zones }: { readonly zones: readonly string[] }) {
  const words = usePlaybookWords()
  const crisis = useCrisis().data?.crisis
  if (crisis === undefined) return null
  const shown = crisis.isolation.zones.filter(({ zone }) => zones.includes(zone))
  return (
    <section aria-labelledby="isolation">
      <h2 id="isolation">{words.isolation}</h2>
      <p className="prose quiet">{shown.length === 0 ? words.noZones : words.isolationHelp}</p>
      {shown.map((zone) => (
        <div key={zone.zone} className="statement">
          <h3>{zone.name}</h3>
          <ZoneCut zone={zone} />
        </div>
      ))}
      {crisis.order.length > 0 && (
        <>
          <h3>{words.order}</h3>
          <ol>
            {crisis.order.map(({ process, name }) => (
              <li key={process}>
                <Link to={`/registers/processes/${process}`}>{name}</Link>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
