// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, NativeSelect } from '@mantine/core'
import type { plan } from '@schouw/core/board'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { placeOf } from '../home/place.ts'
import { useRoadmapWords } from './words.ts'

interface EditProps {
  readonly line: plan.PlanLine
  readonly people: ReadonlyMap<string, string>
}

/**
 * Day and owner of one action. The version that was looked at goes with it: what somebody else has
 * changed meanwhile is not overwritten. The day that was promised first stays with the action.
 */
export function EditLine({ line, people }: EditProps) {
  const words = useRoadmapWords()
  const step = useStep('action')
  const key = `draft/plan/${line.id}/${line.version}`
  const [due, setDue] = useKept(`${key}/due`, line.due_on ?? '')
  const [owner, setOwner] = useKept(`${key}/owner`, line.owner ?? '')
  const isChanged = due !== (line.due_on ?? '') || owner !== (line.owner ?? '')
  const { id, version, name } = line
  const save = () => {
    const isMoved = due !== (line.due_on ?? '')
    const promised = isMoved && line.promised_on === null ? line.due_on : null
    // What is pushed back was promised earlier; what is brought forward breaks no promise.
    const isLater = promised !== null && due > promised
    const change = {
      do: 'change' as const,
      on: { kind: 'action' as const, id, version },
      values: {
        ...(isMoved ? { due_on: due === '' ? null : due } : {}),
        ...(isMoved && !isLater && line.promised_on === null && due !== ''
          ? { first_due_on: due }
          : {}),
        ...(isLater ? { first_due_on: promised } : {}),
        ...(owner === (line.owner ?? '') ? {} : { owner: owner === '' ? null : owner }),
      },
    }
    const onSuccess = () => {
      localStorage.removeItem(`${key}/due`)
      localStorage.removeItem(`${key}/owner`)
    }
    step.mutate(change, { onSuccess })
  }
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Link to={placeOf(line)}>{name}</Link>
        <Group gap="xs" align="end">
          <DateField size="xs" aria-label={words.dueOf(name)} value={due} onChange={setDue} />
          <NativeSelect
            size="xs"
            aria-label={words.ownerOf(name)}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
            data={[
              { value: '', label: words.nobody },
              ...[...people].map(([value, label]) => ({ value, label })),
            ]}
          />
          <Button
            type="submit"
            size="xs"
            loading={step.isPending}
            disabled={!isChanged}
            aria-label={words.keepOf(name)}
          >
            {words.keep}
          </Button>
        </Group>
        <Refusal error={step.error} />
      </form>
    </li>
  )
}
