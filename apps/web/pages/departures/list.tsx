// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { operationName } from '@schouw/report/protocols'
import { Link, useNavigate } from 'react-router'
import { type NewAlert, type useDepartureAlerts, useDepartureStep } from '../../data/departures.ts'
import { useMay } from '../../data/may.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Departure, Network } from './departures.ts'
import { type DeparturesWords, useDeparturesWords } from './words.ts'

type Known = NonNullable<ReturnType<typeof useDepartureAlerts>['data']>

interface ListProps {
  readonly network: Network
  readonly found: readonly Departure[]
  readonly known: Known
}

/** The heaviest first; what was silenced stays in the list and says until when. */
export function DepartureList({ network, found, known }: ListProps) {
  const words = useDeparturesWords()
  const { language } = useLanguage()
  const names = new Map(network.assets.map(({ id, name }) => [id, name]))
  const ends = ({ source, target }: Departure) =>
    [source, target].flatMap((id) => (id === null ? [] : [names.get(id) ?? id])).join(' → ')
  const aside = found.filter(({ code }) => known.get(code)?.state === 'suppressed').length
  if (found.length === 0) return <p>{words.none}</p>
  return (
    <>
      <h2>
        {words.count(found.length)}
        {aside > 0 && `, ${words.shownAside(aside)}`}
      </h2>
      <Table
        label={words.title}
        rows={found}
        keyOf={({ id }) => id}
        minWidth="62rem"
        columns={[
          {
            title: words.what,
            is: 'head',
            cell: ({ kind, detail, technique }) => (
              <>
                {words.kinds[kind]}{' '}
                {detail['operation'] !== undefined && operationName(detail['operation'])}
                {technique !== null && (
                  <div className="quiet small">{words.technique(technique.id, technique.name)}</div>
                )}
              </>
            ),
          },
          {
            title: words.weight,
            cell: ({ severity }) => words.severity[severity],
            tone: ({ severity }) => (severity === 'high' ? 'broken' : undefined),
          },
          { title: words.between, cell: (one) => ends(one) },
          { title: words.service, cell: ({ service }) => service },
          {
            title: words.when,
            cell: ({ first, frames: [frame] }) => (
              <>
                {first !== null && dayAndTime(first, language)}
                {frame !== undefined && (
                  <div className="quiet small">{words.frame(frame.capture, frame.frame)}</div>
                )}
              </>
            ),
          },
          {
            title: words.why,
            cell: ({ reasons }) => reasons.map((reason) => words.reasons[reason]).join(', '),
          },
          {
            title: words.act,
            cell: (one) => (
              <Acts
                departure={one}
                alert={alertOf(one, { words, ends: ends(one), names })}
                known={known}
              />
            ),
          },
        ]}
      />
    </>
  )
}

interface Told {
  readonly words: DeparturesWords
  readonly ends: string
  readonly names: ReadonlyMap<string, string>
}

/** In the words of whoever makes it an alert. */
function alertOf(one: Departure, { words, ends }: Told): NewAlert {
  const { code, kind, severity, service, source, target, first, last, count, reasons, frames } = one
  const [frame] = frames
  const parts = [
    one.technique === null ? '' : words.technique(one.technique.id, one.technique.name),
    reasons.map((reason) => words.reasons[reason]).join(', '),
    frame === undefined ? '' : words.frame(frame.capture, frame.frame),
  ]
  return {
    code,
    name: `${words.kinds[kind]}: ${ends}${service === null ? '' : ` (${service})`}`.slice(0, 200),
    description: parts.filter((part) => part !== '').join('. '),
    severity,
    rule: kind,
    // A device that is in no register can be named, not referred to.
    assets: [source, target].flatMap((id) => (id === null || id.startsWith('seen:') ? [] : [id])),
    first,
    last,
    times: Math.max(1, count),
  }
}

interface ActsProps {
  readonly departure: Departure
  readonly alert: NewAlert
  readonly known: Known
}

function Acts({ departure, alert, known }: ActsProps) {
  const words = useDeparturesWords()
  const { language } = useLanguage()
  const allowed = useMay()
  const navigate = useNavigate()
  const step = useDepartureStep()
  const made = known.get(departure.code)
  if (made !== undefined) {
    const { incident, suppressed_until } = made.values
    const until = typeof suppressed_until === 'string' ? day(suppressed_until, language) : ''
    return (
      <>
        <Link to={`/registers/alerts/${made.id}`}>{words.toAlert}</Link>{' '}
        {words.states(made.state, until)}
        {typeof incident === 'string' && (
          <div>
            <Link to={`/incidents/${incident}`}>{words.toRoom}</Link>
          </div>
        )}
      </>
    )
  }
  if (!allowed('create', 'alert')) return null
  return (
    <div className="network-acts">
      <Button
        size="xs"
        variant="default"
        loading={step.isPending}
        aria-label={`${words.toIncident}: ${alert.name}`}
        onClick={() =>
          step.mutate(
            { alert },
            { onSuccess: (incident) => void (incident && navigate(`/incidents/${incident}`)) },
          )
        }
      >
        {words.toIncident}
      </Button>
      <details>
        <summary>{words.silence}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            const text = (name: string) => String(form.get(name) ?? '').trim()
            const silence = { suppressed_until: text('until'), suppression_reason: text('why') }
            step.mutate({ alert, silence })
          }}
        >
          <DateField name="until" label={words.until} required />
          <TextInput name="why" size="xs" label={words.reason} required maxLength={500} />
          <Button type="submit" size="xs" mt="xs" variant="default" loading={step.isPending}>
            {words.silence}
          </Button>
        </form>
      </details>
      <Refusal error={step.error} />
    </div>
  )
}
