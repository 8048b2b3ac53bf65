// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useQueryClient } from '@tanstack/react-query'
import type { Room } from '../../data/incidents.ts'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useTimes } from './times.ts'
import { useIncidentWords } from './words.ts'

const askers = ['csirt', 'competent_authority'] as const

/** The authority asks how it stands: from then its own term runs. */
export function AskedFor({ room }: { readonly room: Room }) {
  const { language } = useLanguage()
  const words = useIncidentWords().asked
  const times = useTimes()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const queries = useQueryClient()
  const made = useStep('incident-report')
  const { kept, forget } = useKeptForm(`draft/asked/${room.incident}`)
  const waiting = room.clocks.find(({ stage }) => stage === 'intermediate_report')
  if (waiting?.status !== 'waiting' || !allowed('create', 'incident-report')) return null
  const record = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const due = text('due')
    made.mutate(
      {
        do: 'create',
        values: {
          ...{ incident: room.incident, stage: 'intermediate_report', language },
          ...{ regime: waiting.regime, rule: waiting.rule, recipients: [text('who')] },
          anchor: 'intermediate_requested_at',
          requested_at: times.instant(text('at')),
          ...(due === '' ? {} : { due_at: times.instant(due) }),
        },
      },
      {
        onSuccess: forget,
        onSettled: () => {
          void queries.invalidateQueries({ queryKey: ['record', 'incident'] })
        },
      },
    )
  }
  return (
    <details className="no-print">
      <summary>{words.title}</summary>
      <form
        {...kept}
        onSubmit={(event) => {
          event.preventDefault()
          record(new FormData(event.currentTarget))
        }}
      >
        <p className="quiet small">
          <Glossed text={words.help} />
        </p>
        <NativeSelect
          name="who"
          label={words.who}
          data={askers.map((value) => ({
            value,
            label: upper(tongue.code('incident-report', value, 'recipients')),
          }))}
        />
        <DateField
          key={times.zone}
          withTime
          name="at"
          label={words.at}
          description={times.zone}
          defaultValue={times.now()}
          required
        />
        <DateField withTime name="due" label={words.due} description={times.zone} />
        <Refusal error={made.error} />
        <Button type="submit" size="xs" mt="xs" variant="default" loading={made.isPending}>
          {words.record}
        </Button>
      </form>
    </details>
  )
}
