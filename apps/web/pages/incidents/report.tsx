// SPDX-License-Identifier: EUPL-1.2

import { Button, Textarea } from '@mantine/core'
import { portalReport } from '@schouw/report/incidents'
import { registerTongue } from '@schouw/report/registers'
import { Link, useParams } from 'react-router'
import { type RoomClock, useRoom } from '../../data/incidents.ts'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useRecord, useStep } from '../../data/records.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import './incidents.css'
import { useTimes } from '../../parts/times.ts'
import type { ReportRecord } from './report-record.ts'
import { Sending } from './sending.tsx'
import { useIncidentWords } from './words.ts'

/** One report: exactly what is asked, what is known, what lacks, and its way out. */
export function IncidentReport() {
  const { id = '', report = '' } = useParams()
  const words = useIncidentWords()
  const record = useRecord('incident-report', report)
  const room = useRoom(id)
  return (
    <>
      <p className="quiet">
        <Link to={`/incidents/${id}`}>{words.back}</Link>
      </p>
      <Ready of={record}>
        {(found) => (
          <Ready of={room}>
            {({ room: { clocks, is_exercise } }) => (
              <Sheet
                key={found.version}
                record={found}
                clock={clocks.find((clock) => clock.report?.id === found.id)}
                isExercise={is_exercise}
              />
            )}
          </Ready>
        )}
      </Ready>
    </>
  )
}

interface Row {
  readonly item: string
  readonly text: string
}

interface SheetProps {
  readonly record: ReportRecord
  readonly clock: RoomClock | undefined
  readonly isExercise: boolean
}

function Sheet({ record, clock, isExercise }: SheetProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const step = useStep('incident-report')
  const values = record.values as Readonly<Record<string, unknown>>
  const kept = (values['contents'] ?? []) as readonly Row[]
  const [texts, setTexts, forget] = useKept<Readonly<Record<string, string>>>(
    `draft/incident-report/${record.id}/${record.version}`,
    Object.fromEntries(kept.map(({ item, text }) => [item, text])),
  )
  const items = clock?.items ?? []
  const rows = [
    ...items.map(({ item }) => item),
    ...kept.map(({ item }) => item).filter((item) => !items.some((one) => one.item === item)),
  ]
  const lacking = items.filter((one) => one.is_required && (texts[one.item] ?? '').trim() === '')
  const isOpen = record.state === 'draft' && allowed('change', 'incident-report', record)
  const due = values['due_at']
  const title = (item: string) => {
    const found = items.find((one) => one.item === item)
    if (found === undefined) return item
    return { nl: found.title_nl, en: found.title_en }[language]
  }
  const contents = rows.flatMap((item) => {
    const text = (texts[item] ?? '').trim()
    return text === '' ? [] : [{ item, text }]
  })
  const whole = [
    ...(isExercise ? [words.drillText] : []),
    ...contents.map(({ item, text }) => `${title(item)}\n${text}`),
  ].join('\n\n')
  const written = rows.map((item) => ({ item, text: texts[item] ?? '' }))
  const portal = portalReport({ values, clock, isExercise, texts: written, language })
  const on = { kind: 'incident-report', id: record.id, version: record.version } as const
  const name =
    clock === undefined ? words.report : { nl: clock.title_nl, en: clock.title_en }[language]
  const isChanged = JSON.stringify(contents) !== JSON.stringify(kept)
  return (
    <>
      <Title name={name} />
      <p>
        {isExercise && <strong className="drill">{words.drillMark} · </strong>}
        <strong>{upper(tongue.code('incident-report', record.state))}</strong>
        {typeof due === 'string' &&
          (clock?.status === 'without_delay'
            ? ` · ${words.status.without_delay}`
            : ` · ${words.due} ${times.at(due)}`)}
        {' · '}
        {words.to}{' '}
        {((values['recipients'] ?? []) as readonly string[])
          .map((one) => tongue.code('incident-report', one, 'recipients'))
          .join(', ')}
      </p>
      {clock?.status === 'sent_late' && <p className="broken">{words.late}</p>}
      {isOpen && lacking.length > 0 && (
        <p className="ask">{words.missingRequired(lacking.length)}</p>
      )}
      {rows.map((item) => (
        <Item
          key={item}
          title={title(item)}
          source={items.find((one) => one.item === item)?.source}
          isRequired={items.find((one) => one.item === item)?.is_required === true}
          text={texts[item] ?? ''}
          {...(isOpen ? { onChange: (text: string) => setTexts({ ...texts, [item]: text }) } : {})}
        />
      ))}
      <Refusal error={step.error} />
      {isOpen && (
        <p>
          <Button
            variant={isChanged ? 'filled' : 'default'}
            loading={step.isPending}
            disabled={!isChanged}
            onClick={() =>
              step.mutate({ do: 'change', on, values: { contents } }, { onSuccess: forget })
            }
          >
            {words.save}
          </Button>
        </p>
      )}
      <Sending record={record} isKept={!isChanged} whole={whole} name={name} portal={portal} />
    </>
  )
}

interface ItemProps {
  readonly title: string
  readonly source: string | undefined
  readonly isRequired: boolean
  readonly text: string
  readonly onChange?: (text: string) => void
}

function Item({ title, source, isRequired, text, onChange }: ItemProps) {
  const words = useIncidentWords()
  const about = [isRequired ? words.required : null, source ?? null].filter((one) => one !== null)
  if (onChange === undefined) {
    return (
      <section className="report-item prose">
        <h2>{title}</h2>
        <p className={text === '' ? 'quiet' : 'said'}>{text === '' ? words.empty : text}</p>
      </section>
    )
  }
  return (
    <Textarea
      className="report-item"
      maw="46rem"
      mb="sm"
      autosize
      minRows={2}
      label={title}
      description={about.join(' · ')}
      placeholder={words.empty}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
