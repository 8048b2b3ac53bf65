// SPDX-License-Identifier: EUPL-1.2
import { Button, Textarea, TextInput } from '@mantine/core'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, type useRecord, useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { SentAlong } from './sent-along.tsx'
import { useIncidentWords } from './words.ts'

interface TriageProps {
  readonly record: NonNullable<ReturnType<typeof useRecord>['data']>
}

type Outcome = 'incident' | 'near_miss' | 'nothing'

/** Somebody told something: what is it, and what do they hear back. A second person looks at a no. */
export function Triage({ record }: TriageProps) {
  const { triage: words, waitsForSecond } = useIncidentWords()
  const allowed = useMay()
  const change = useStep('incident')
  const move = useStep('incident')
  const { kept, forget } = useKeptForm(`draft/triage/${record.id}`)
  const waiting = usePending('incident', record.id).data?.items ?? []
  const values = record.values as {
    readonly description?: string
    readonly noticed_where?: string
    readonly photos?: readonly string[]
  }
  const sort = async (outcome: Outcome, form: FormData) => {
    const on = { kind: 'incident', id: record.id, version: record.version } as const
    const feedback = String(form.get('feedback') ?? '').trim()
    const reason = String(form.get('reason') ?? '').trim()
    const type = outcome === 'near_miss' ? { type: 'near_miss' } : {}
    try {
      const { version } = await change.mutateAsync({
        ...{ do: 'change', on, values: { feedback: feedback || null, ...type } },
      })
      const next = { ...on, version }
      await move.mutateAsync(
        outcome === 'incident'
          ? { do: 'move', on: next, to: 'open' }
          : { do: 'move', on: next, to: 'dismissed', reason },
      )
      forget()
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  return (
    <section aria-labelledby="triage" className="block">
      <h2 id="triage">{words.title}</h2>
      {values.description !== undefined && <p className="said">{values.description}</p>}
      {values.noticed_where !== undefined && <p className="quiet">{values.noticed_where}</p>}
      <SentAlong incident={record.id} files={values.photos ?? []} />
      {waiting.length > 0 && <p>{waitsForSecond}</p>}
      {waiting.length === 0 && allowed('move', 'incident', record) && (
        <form
          {...kept}
          onSubmit={(event) => {
            event.preventDefault()
            const { submitter } = event.nativeEvent as SubmitEvent
            const outcome = (submitter as HTMLButtonElement | null)?.value as Outcome | undefined
            if (outcome !== undefined) void sort(outcome, new FormData(event.currentTarget))
          }}
        >
          <Textarea
            name="feedback"
            label={words.feedback}
            description={words.feedbackHelp}
            defaultValue={words.thanks}
            autosize
          />
          <TextInput name="reason" label={words.reason} defaultValue={words.reasonSaid} required />
          <Refusal error={change.error ?? move.error} />
          <div className="row">
            <Button type="submit" value="incident" loading={change.isPending}>
              {words.incident}
            </Button>
            <Button type="submit" value="near_miss" variant="default">
              {words.nearMiss}
            </Button>
            <Button type="submit" value="nothing" variant="default">
              {words.nothing}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
