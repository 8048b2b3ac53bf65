// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useStep } from '../../data/records.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import type { Decision } from './decision.ts'
import { useDecideWords } from './words.ts'

const outcomes = ['approved', 'rejected', 'postponed', 'noted'] as const
type Outcome = (typeof outcomes)[number]

interface ActsProps {
  readonly decision: Decision
  /** Who looks. */
  readonly person: string
}

/** What can be done with the question from here, by whoever may. */
export function Acts({ decision, person }: ActsProps) {
  const words = useDecideWords()
  const allowed = useMay()
  const waiting = usePending('decision', decision.id).data?.items ?? []
  const { state, retired } = decision
  // What was settled already waits to be confirmed: once is enough.
  if (waiting.length > 0) return null
  const isOver = retired !== null || (state !== 'draft' && state !== 'tabled')
  if (isOver || !allowed('move', 'decision', decision)) return null
  return (
    <section className="block no-print" aria-labelledby="act">
      <h2 id="act">{words.act}</h2>
      {state === 'draft' ? (
        <Tabling decision={decision} person={person} />
      ) : (
        <Settling decision={decision} />
      )}
    </section>
  )
}

/** Who puts it on the table proposes it, unless somebody else was named. */
function Tabling({ decision, person }: ActsProps) {
  const words = useDecideWords()
  const change = useStep('decision')
  const move = useStep('decision')
  const { id, version, values } = decision
  const isReady = [values.if_yes, values.if_no].every(Boolean)
  const isMine = values.proposed_by === undefined
  const table = async () => {
    try {
      const on = { kind: 'decision', id, version } as const
      const next = isMine
        ? (await change.mutateAsync({ do: 'change', on, values: { proposed_by: person } })).version
        : version
      await move.mutateAsync({ do: 'move', on: { ...on, version: next }, to: 'tabled' })
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  return (
    <>
      <BodyRefusal error={change.error ?? move.error} />
      {!isReady && <p className="quiet">{words.tableNeeds}</p>}
      <Button
        loading={change.isPending || move.isPending}
        disabled={!isReady}
        onClick={() => void table()}
      >
        {isMine ? words.tableMine : words.table}
      </Button>
    </>
  )
}

/** The outcome is written down first, and then moved to decided: the second step asks a director. */
function Settling({ decision }: { readonly decision: Decision }) {
  const words = useDecideWords()
  const change = useStep('decision')
  const move = useStep('decision')
  const [reason, setReason, forget] = useKept(`draft/settle/${decision.id}`, '')
  const [isSettled, setIsSettled] = useState(false)
  const { id, version } = decision
  const why = reason.trim() === '' ? {} : { reason: reason.trim() }
  const isBusy = change.isPending || move.isPending
  const settle = async (outcome: Outcome) => {
    try {
      const decided = { outcome, decided_on: new Date().toISOString().slice(0, 10) }
      const on = { kind: 'decision', id, version } as const
      const done = await change.mutateAsync({ do: 'change', on, values: decided })
      const next = { ...on, version: done.version }
      const { pending } = await move.mutateAsync({ do: 'move', on: next, to: 'decided', ...why })
      forget()
      setIsSettled(pending !== null)
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  const back = (to: 'draft' | 'withdrawn') =>
    move.mutate(
      { do: 'move', on: { kind: 'decision', id, version }, to, ...why },
      { onSuccess: forget },
    )
  return (
    <>
      <p>{words.settle}</p>
      <BodyRefusal error={change.error ?? move.error} />
      {isSettled && <output>{words.settled}</output>}
      <Textarea
        label={words.reason}
        autosize
        minRows={2}
        maw="42rem"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs" mt="sm">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            variant={outcome === 'approved' ? 'filled' : 'default'}
            disabled={isBusy}
            onClick={() => void settle(outcome)}
          >
            {words.outcomes[outcome]}
          </Button>
        ))}
      </Group>
      <Group gap="xs" mt="xs">
        {(['draft', 'withdrawn'] as const).map((to) => (
          <Button
            key={to}
            size="xs"
            variant="subtle"
            disabled={isBusy || reason.trim() === ''}
            onClick={() => back(to)}
          >
            {to === 'draft' ? words.takeBack : words.withdraw}
          </Button>
        ))}
      </Group>
    </>
  )
}
