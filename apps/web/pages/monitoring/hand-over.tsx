// SPDX-License-Identifier: EUPL-1.2
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Alert } from '../../data/monitoring.ts'
import { useStep } from '../../data/records.ts'
import { useWhole } from '../../data/whole.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useMonitoringWords } from './words.ts'

/** To whoever watches for us: from that moment it is theirs to look at, and it stays here to be seen. */
export function HandOver({ alert }: { readonly alert: Alert }) {
  const words = useMonitoringWords()
  const step = useStep('alert')
  const suppliers = (useWhole('supplier').data ?? []).filter(({ retired }) => retired === null)
  const [to, setTo] = useState<string | null>(null)
  if (alert.handed_over_to !== null) {
    return (
      <p>
        {words.handedOver} <RecordLink id={alert.handed_over_to} />
      </p>
    )
  }
  const hand = () =>
    step.mutate({
      do: 'change',
      on: { kind: 'alert', id: alert.id, version: alert.version },
      values: { handed_over_to: to, handed_over_at: new Date().toISOString() },
    })
  return (
    <div className="row no-print">
      <Select
        label={words.handTo}
        data={suppliers.map(({ id, values }) => ({
          value: id,
          label: String(values['name'] ?? id),
        }))}
        value={to}
        onChange={setTo}
        searchable
        clearable
      />
      <Button
        size="xs"
        variant="default"
        disabled={to === null}
        loading={step.isPending}
        onClick={hand}
      >
        {words.handOver}
      </Button>
      <Refusal error={step.error} />
    </div>
  )
}
