// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { Link, useNavigate } from 'react-router'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { type Alert, useToIncident } from '../../data/monitoring.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { HandOver } from './hand-over.tsx'
import { useMonitoringWords } from './words.ts'

const grave = new Set(['high', 'critical'])

interface AlertProps {
  readonly alert: Alert
  readonly person: string
}

/** One that waits: what it says, about which devices, and what to do with it. */
export function OneAlert({ alert, person }: AlertProps) {
  const { language } = useLanguage()
  const words = useMonitoringWords()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const { severity, first_seen_at } = alert
  return (
    <article className="block">
      <h3>
        <Link to={`/registers/alerts/${alert.id}`}>{alert.name}</Link>
      </h3>
      <p>
        {severity !== null && (
          <strong className={grave.has(severity) ? 'broken' : 'quiet'}>
            {upper(tongue.code('alert', severity, 'severity'))} ·{' '}
          </strong>
        )}
        {upper(tongue.code('alert', alert.state))} · {tongue.code('alert', alert.origin, 'origin')}
        {first_seen_at !== null && ` · ${dayAndTime(first_seen_at, language)}`} ·{' '}
        {words.times(alert.times)}
        {alert.is_awake && ` · ${words.awake}`}
      </p>
      <p className="quiet">
        <span className="mono">{alert.addresses.join(' → ')}</span>
        {alert.assets.map((id) => (
          <span key={id}>
            {' '}
            · <RecordLink id={id} />
          </span>
        ))}
      </p>
      {alert.incident !== null && (
        <p>
          <Link to={`/incidents/${alert.incident}`}>{words.toRoom}</Link>
        </p>
      )}
      {allowed('move', 'alert') && <HandOver alert={alert} />}
      {allowed('move', 'alert') && <Steps alert={alert} person={person} />}
    </article>
  )
}

function Steps({ alert, person }: AlertProps) {
  const words = useMonitoringWords()
  const navigate = useNavigate()
  const toIncident = useToIncident()
  const note = useStep('alert')
  const look = useStep('alert')
  const on = { kind: 'alert', id: alert.id, version: alert.version } as const
  // Who looked and when stands before the state says that somebody does: from this it is measured.
  const looking = async () => {
    try {
      const values = { triaged_at: new Date().toISOString(), triaged_by: person }
      const { version } = await note.mutateAsync({ do: 'change', on, values })
      await look.mutateAsync({ do: 'move', on: { ...on, version }, to: 'looking' })
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  const isFresh = alert.state === 'new' || alert.is_awake
  return (
    <>
      <div className="row no-print">
        {alert.incident === null && (
          <Button
            size="xs"
            loading={toIncident.isPending}
            // By its promise: news of the alert may have taken this button away before the answer.
            onClick={() =>
              void toIncident
                .mutateAsync(alert.id)
                .then(({ incident }) => navigate(`/incidents/${incident}`))
                .catch(() => {})
            }
          >
            {words.toIncident}
          </Button>
        )}
        {isFresh && (
          <Button
            size="xs"
            variant="default"
            loading={look.isPending}
            onClick={() => void looking()}
          >
            {words.look}
          </Button>
        )}
      </div>
      <Refusal error={toIncident.error ?? note.error ?? look.error} />
      {alert.incident === null && <Ending alert={alert} />}
    </>
  )
}

const verdicts = kinds.alert.fields.verdict.options

/** Nobody looks away without a day and a reason. */
function Ending({ alert }: { readonly alert: Alert }) {
  const { language } = useLanguage()
  const words = useMonitoringWords()
  const tongue = registerTongue(language)
  const change = useStep('alert')
  const move = useStep('alert')
  const silence = useKeptForm(`draft/alert/${alert.id}/silence`)
  const close = useKeptForm(`draft/alert/${alert.id}/close`)
  const end = async (to: 'suppressed' | 'closed', values: object) => {
    const on = { kind: 'alert', id: alert.id, version: alert.version } as const
    try {
      const { version } = await change.mutateAsync({ do: 'change', on, values })
      await move.mutateAsync({ do: 'move', on: { ...on, version }, to })
      silence.forget()
      close.forget()
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
  return (
    <details className="no-print">
      <summary>{words.more}</summary>
      <form
        {...silence.kept}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const suppressed_until = text(form, 'until')
          void end('suppressed', { suppressed_until, suppression_reason: text(form, 'why') })
        }}
      >
        <div className="row">
          <DateField name="until" label={words.silenceUntil} required />
          <TextInput name="why" label={words.silenceWhy} required />
          <Button type="submit" size="xs" variant="default" loading={change.isPending}>
            {words.silence}
          </Button>
        </div>
      </form>
      <form
        {...close.kept}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          void end('closed', { verdict: text(form, 'verdict'), verdict_reason: text(form, 'why') })
        }}
      >
        <div className="row">
          <NativeSelect
            name="verdict"
            label={words.verdict}
            data={verdicts.map((value) => ({
              value,
              label: upper(tongue.code('alert', value, 'verdict')),
            }))}
          />
          <TextInput name="why" label={words.verdictWhy} required />
          <Button type="submit" size="xs" variant="default" loading={change.isPending}>
            {words.close}
          </Button>
        </div>
      </form>
      <Refusal error={change.error ?? move.error} />
    </details>
  )
}
