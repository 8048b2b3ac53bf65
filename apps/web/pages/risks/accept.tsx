// SPDX-License-Identifier: EUPL-1.2

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isKept, useKept } from '../../data/kept.ts'
import { useRecord, useStep } from '../../data/records.ts'
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

const unasked = { reason: '', until: '', condition: '' }

function Form({ risk }: { readonly risk: string }) {
  const { accept: words } = useRiskWords()
  const record = useRecord('risk', risk)
  const step = useStep('acceptance')
  const [asked, setAsked, forget] = useKept(`draft/accept/${risk}`, unasked)
  const { reason, until, condition } = asked
  const version = record.data?.version
  if (step.isSuccess) return <p>{words.asked}</p>
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (version === undefined) return
    const values = {
      code: `A-${risk.slice(-8)}-${version}`,
      subject: risk,
      subject_version: version,
      reason,
      valid_until: until,
      ...(condition.trim() === '' ? {} : { conditions: condition }),
    }
    step.mutate({ do: 'create', values }, { onSuccess: forget })
  }
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
        <TextInput
          size="xs"
          required
          type="date"
          label={words.until}
          value={until}
          onChange={(event) => setAsked({ ...asked, until: event.currentTarget.value })}
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
          loading={step.isPending}
          disabled={version === undefined || reason.trim() === '' || until === ''}
        >
          {words.ask}
        </Button>
      </div>
      {step.isError && <p className="broken">{words.failed}</p>}
    </form>
  )
}
