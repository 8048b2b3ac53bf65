// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useQueryClient } from '@tanstack/react-query'
import type { Room } from '../../data/incidents.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useKeptMoment } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

const askers = ['csirt', 'competent_authority'] as const

/** The authority asks how it stands: from then its own term runs. */
export function AskedFor({ room }: { readonly room: Room }) {
  const { language } = useLanguage()
  const words = useIncidentWords().asked
  const tongue = registerTongue(language)
  const allowed = useMay()
  const queries = useQueryClient()
  const made = useStep('incident-report')
  const draft = `draft/asked/${room.incident}`
  const { kept, forget } = useKeptForm(draft)
  const [at, setAt, forgetAt] = useKeptMoment(`${draft}/at`)
  const [due, setDue, forgetDue] = useKept(`${draft}/due`, '')
  const waiting = room.clocks.find(({ stage }) => stage === 'intermediate_report')
  if (waiting?.status !== 'waiting' || !allowed('create', 'incident-report')) return null
  const record = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    made.mutate(
      {
        do: 'create',
        values: {
          ...{ incident: room.incident, stage: 'intermediate_report', language },
          ...{ regime: waiting.regime, rule: waiting.rule, recipients: [text('who')] },
          anchor: 'intermediate_requested_at',
          requested_at: at,
          ...(due === '' ? {} : { due_at: due }),
        },
      },
      {
        onSuccess: () => {
          forget()
          forgetAt()
          forgetDue()
        },
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
        <InstantField label={words.at} value={at} onChange={setAt} required />
        <InstantField label={words.due} value={due} onChange={setDue} />
        <Refusal error={made.error} />
        <Button type="submit" size="xs" mt="xs" variant="default" loading={made.isPending}>
          {words.record}
        </Button>
      </form>
    </details>
  )
}
