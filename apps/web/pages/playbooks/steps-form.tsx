// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import type { PlaybookRecord } from './record.ts'
import { usePlaybookWords } from './words.ts'

interface Draft {
  readonly key: string
  readonly text: string
  readonly by: string
  readonly within: string
  readonly decides: boolean
  readonly stops: boolean
}

function draftsOf({ values }: PlaybookRecord): readonly Draft[] {
  return (values.steps ?? []).map((step) => ({
    key: crypto.randomUUID(),
    text: step.text,
    by: step.by ?? '',
    within: step.within_hours ?? '',
    decides: step.asks_decision === true,
    stops: step.can_stop_production === true,
  }))
}

/** Of this version: a newer one is begun afresh. */
export const stepsDraft = ({ id, version }: PlaybookRecord) => `draft/playbook/${id}/${version}`

const blank = (): Draft => ({
  ...{ key: crypto.randomUUID(), text: '', by: '', within: '', decides: false, stops: false },
})

/** All steps at once: kept, they are a new version, and an approval of the old one lapses. */
export function StepsForm({
  record,
  done,
}: {
  readonly record: PlaybookRecord
  readonly done: () => void
}) {
  const words = usePlaybookWords()
  const step = useStep('playbook')
  const [begun] = useState(() => draftsOf(record))
  const [drafts, setDrafts, forget] = useKept(stepsDraft(record), begun)
  const leave = () => {
    forget()
    done()
  }
  const change = (key: string, more: Partial<Draft>) =>
    setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...more } : one)))
  const up = (at: number) => {
    const moved = drafts[at]
    if (moved === undefined || at === 0) return
    setDrafts(drafts.toSpliced(at, 1).toSpliced(at - 1, 0, moved))
  }
  const save = () =>
    step.mutate(
      {
        do: 'change',
        on: { kind: 'playbook', id: record.id, version: record.version },
        values: { steps: drafts.filter(({ text }) => text.trim() !== '').map(stepOf) },
      },
      { onSuccess: leave },
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ol className="tasks steps-form">
        {drafts.map((draft, at) => (
          <li key={draft.key}>
            <Fields draft={draft} number={at + 1} change={(more) => change(draft.key, more)} />
            <div className="row">
              <Button
                size="compact-sm"
                variant="default"
                disabled={at === 0}
                onClick={() => up(at)}
              >
                {words.up}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
              >
                {words.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p>
        <Button variant="default" onClick={() => setDrafts([...drafts, blank()])}>
          {words.add}
        </Button>
      </p>
      <Refusal error={step.error} />
      <div className="row">
        <Button type="submit" loading={step.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={leave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

function stepOf({ text, by, within, decides, stops }: Draft, at: number) {
  return {
    ...{ number: at + 1, text: text.trim() },
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    ...(within.trim() === '' ? {} : { within_hours: within.trim().replace(',', '.') }),
    ...{ asks_decision: decides, can_stop_production: stops },
  }
}

interface FieldsProps {
  readonly draft: Draft
  readonly number: number
  readonly change: (more: Partial<Draft>) => void
}

function Fields({ draft, number, change }: FieldsProps) {
  const words = usePlaybookWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: one step among many, told apart by its number
    <div role="group" aria-label={words.number(number)}>
      <Textarea
        autosize
        label={words.text}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className="row">
        <TextInput
          label={words.by}
          value={draft.by}
          onChange={(event) => change({ by: event.currentTarget.value })}
        />
        <TextInput
          label={words.within}
          inputMode="decimal"
          value={draft.within}
          onChange={(event) => change({ within: event.currentTarget.value })}
        />
        <Checkbox
          label={words.decides}
          checked={draft.decides}
          onChange={(event) => change({ decides: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.stops}
          checked={draft.stops}
          onChange={(event) => change({ stops: event.currentTarget.checked })}
        />
      </div>
    </div>
  )
}
