// SPDX-License-Identifier: EUPL-1.2

import { Button, Checkbox, NumberInput } from '@mantine/core'
import { addDays } from '@schouw/core/kernel'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { adopted, type FigureLine, useFigureTelling, useKpiWords } from './say.ts'

interface Asked {
  readonly isIn: boolean
  readonly green: number | string
  readonly amber: number | string
}

interface ProposeProps {
  readonly lines: readonly FigureLine[]
  readonly session: Session
}

const usualDays = 30

/** The board is asked; its decision is what the figures are held against from then on. */
export function Propose({ lines, session }: ProposeProps) {
  const own = useKpiWords()
  const tell = useFigureTelling()
  const [asked, setAsked, forget] = useKept<Readonly<Record<string, Asked>>>('draft/limits', {})
  const today = new Date().toISOString().slice(0, 10)
  const [due, setDue, forgetDue] = useKept('draft/limits-due', addDays(today, usualDays))
  const { ask, error, done, isBusy, decision } = useProposing(session, () => {
    forget()
    forgetDue()
  })
  const of = (line: FigureLine): Asked =>
    asked[line.id] ?? {
      isIn: line.limits.set_by === 'default',
      green: line.limits.green ?? '',
      amber: line.limits.amber ?? '',
    }
  const set = (line: FigureLine, change: Partial<Asked>) =>
    setAsked({ ...asked, [line.id]: { ...of(line), ...change } })
  const chosen = lines.filter((line) => of(line).isIn)
  const areRight = chosen.every((line) => isRight(line, of(line)))
  if (decision !== null) {
    return (
      <output>
        {own.waitsForBoard} <Link to={`/decisions/${decision}`}>{own.decisionName}</Link>
      </output>
    )
  }
  const limit = (which: 'green' | 'amber', title: string): Column<FigureLine> => ({
    title,
    cell: (line) => (
      <NumberInput
        size="xs"
        w="7rem"
        hideControls
        aria-label={own.limitOf(title, tell.name(line))}
        value={of(line)[which]}
        disabled={!of(line).isIn}
        onChange={(value) => set(line, { [which]: value })}
      />
    ),
  })
  return (
    <>
      <p>
        <Glossed text={own.proposeHelp} />
      </p>
      <Table
        label={own.propose}
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          {
            title: own.columns.figure,
            is: 'head',
            cell: (line) => (
              <Checkbox
                label={tell.name(line)}
                aria-label={own.include(tell.name(line))}
                checked={of(line).isIn}
                onChange={(event) => set(line, { isIn: event.currentTarget.checked })}
              />
            ),
          },
          limit('green', own.greenLimit),
          limit('amber', own.amberLimit),
          { title: own.columns.unit, cell: ({ unit }) => own.units[unit] ?? unit },
        ]}
      />
      <DateField
        maw="14rem"
        my="sm"
        label={own.decideBy}
        value={due}
        min={today}
        onChange={setDue}
      />
      {!areRight && <p className="ask">{own.wrongLimits}</p>}
      <Refusal error={error} />
      <Button
        loading={isBusy}
        disabled={chosen.length === 0 || !areRight}
        onClick={() =>
          void ask(
            chosen.map((line) => ({ line, ...of(line) })),
            due,
          )
        }
      >
        {own.table(chosen.length)}
      </Button>{' '}
      {isBusy && <output className="quiet">{own.busy(done, chosen.length)}</output>}
    </>
  )
}

function isRight({ limits }: FigureLine, { green, amber }: Asked): boolean {
  if (typeof green !== 'number' || typeof amber !== 'number') return false
  return limits.is_higher_better ? amber <= green : amber >= green
}

/** Figures that are in no register yet come there first: the decision refers to them. */
function useProposing(session: Session, onAsked: () => void) {
  const own = useKpiWords()
  const tell = useFigureTelling()
  const kpis = useStep('kpi')
  const decisions = useStep('decision')
  const [done, setDone] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const [decision, setDecision] = useState<string | null>(null)
  const ask = async (rows: readonly (Asked & { readonly line: FigureLine })[], due: string) => {
    setIsBusy(true)
    try {
      const limits = []
      for (const [at, { line, green, amber }] of rows.entries()) {
        setDone(at + 1)
        const values = adopted(line, tell.name(line), tell.definition(line))
        const kpi = line.kpi ?? (await kpis.mutateAsync({ do: 'create', values })).id
        limits.push({ kpi, green_limit: String(green), amber_limit: String(amber) })
      }
      const asked = await decisions.mutateAsync({
        do: 'create',
        values: {
          code: `KPI-${new Date().toISOString().slice(0, 16).replaceAll(/[-:T]/g, '')}`,
          name: own.decisionName,
          question: own.question(rows.length),
          body: 'board',
          subject: 'set_limits',
          if_yes: own.ifYes,
          if_no: own.ifNo,
          if_nothing: own.ifNothing,
          about: limits.map(({ kpi }) => kpi),
          limits,
          due_on: due,
          ...(session.organisation == null ? {} : { proposed_by: session.organisation.person }),
        },
      })
      onAsked()
      setDecision(asked.id)
    } catch {
      // Shown: each step keeps what was refused.
    } finally {
      setIsBusy(false)
    }
  }
  return { ask, done, isBusy, decision, error: kpis.error ?? decisions.error }
}
