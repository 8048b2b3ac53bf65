// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isKept, useKept } from '../../data/kept.ts'
import { useList, useRecord } from '../../data/records.ts'
import { useAskAcceptance, useRiskCurve } from '../../data/risk.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useRiskWords } from './words.ts'

/** Asks that the risk, as it stands now, is lived with until a day. A later version was never accepted. */
export function Accept({ risk }: { readonly risk: string }) {
  const { accept: words } = useRiskWords()
  const [isOpen, setOpen] = useState(() => isKept(`draft/accept/${risk}`))
  if (isOpen) return <Form risk={risk} />
  return (
    <Button size="xs" variant="default" my="xs" display="block" onClick={() => setOpen(true)}>
      {words.ask}…
    </Button>
  )
}

const unasked = { reason: '', until: '', condition: '', by: '' }

function Form({ risk }: { readonly risk: string }) {
  const { accept: words } = useRiskWords()
  const record = useRecord('risk', risk)
  const people = useList('person', { limit: 200 })
  const curve = useRiskCurve({ treatments: 'off' })
  const ask = useAskAcceptance()
  const [asked, setAsked, forget] = useKept(`draft/accept/${risk}`, unasked)
  const { reason, until, condition, by } = asked
  const version = record.data?.version
  if (ask.isSuccess) return <p>{words.asked}</p>
  const estimate = curve.data?.book.risks.find(({ id }) => id === risk)
  const names = (people.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, values }) => ({ value: id, label: String(values.name) }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (version === undefined || curve.data === undefined) return
    ask.mutate(
      {
        ...asked,
        risk,
        version,
        on: curve.data.today,
        processes: estimate?.outage.processes ?? [],
        loss_eur: estimate?.loss_eur?.high ?? null,
      },
      { onSuccess: forget },
    )
  }
  const isReady = version !== undefined && curve.data !== undefined
  return (
    <form onSubmit={send}>
      <p className="quiet">{words.help(version ?? 0)}</p>
      <div className="row">
        <TextInput
          size="xs"
          required
          label={words.reason}
          value={reason}
          onChange={(event) => setAsked({ ...asked, reason: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          required
          label={words.by}
          value={by}
          data={[{ value: '', label: '' }, ...names]}
          onChange={(event) => setAsked({ ...asked, by: event.currentTarget.value })}
        />
        <DateField
          size="xs"
          required
          label={words.until}
          value={until}
          onChange={(day) => setAsked({ ...asked, until: day })}
        />
        <TextInput
          size="xs"
          label={words.condition}
          value={condition}
          onChange={(event) => setAsked({ ...asked, condition: event.currentTarget.value })}
        />
        <Button
          size="xs"
          type="submit"
          loading={ask.isPending}
          disabled={!isReady || reason.trim() === '' || until === '' || by === ''}
        >
          {words.ask}
        </Button>
      </div>
      <Refusal error={ask.error} />
    </form>
  )
}
