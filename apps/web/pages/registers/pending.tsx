// SPDX-License-Identifier: EUPL-1.2

import { Alert, Button, Group, TextInput } from '@mantine/core'
import type { RecordKind } from '@schouw/core/registers'
import { useKept } from '../../data/kept.ts'
import { usePending, useStep } from '../../data/records.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { ForBoard } from '../decisions/for-board.tsx'

interface PendingProps {
  readonly kind: RecordKind
  /** Version 0: of a record that is still to come. */
  readonly record: { readonly id: string; readonly version: number }
}

/** Acts that wait until a second person has looked at them. */
export function Pending({ kind, record: { id, version } }: PendingProps) {
  const { words, language } = useLanguage()
  const { data } = usePending(kind.name, id)
  const step = useStep(kind.name)
  const [reason, setReason, forget] = useKept(`draft/decline/${id}`, '')
  const on = { kind: kind.name, id, version }
  return (data?.items ?? []).map(({ pending, asked, approvers }) => (
    <Alert key={pending} color="orange" variant="outline" my="md" title={words.registers.waiting}>
      <p>
        {words.registers.waitingText} <RecordLink id={asked.by} />, {dayAndTime(asked.at, language)}
        . {approvers.map((role) => words.roles[role] ?? role).join(', ')}
      </p>
      <ForBoard pending={pending} />
      <BodyRefusal error={step.error} />
      <Group align="end">
        <Button size="xs" onClick={() => step.mutate({ do: 'approve', on, pending })}>
          {words.registers.approve}
        </Button>
        <TextInput
          size="xs"
          label={words.registers.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() => step.mutate({ do: 'decline', on, pending, reason }, { onSuccess: forget })}
        >
          {words.registers.decline}
        </Button>
      </Group>
    </Alert>
  ))
}
