// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { figures } from '@schouw/core/board'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { type Deviation, type FigureLine, useFigureTelling, useKpiWords } from './say.ts'

/** What is beyond its limit, and the work on it: one action at a time for each figure. */
export function Deviations({ lines, deviations }: figures.Figures) {
  const own = useKpiWords()
  if (deviations.length === 0) return null
  return (
    <section className="block" aria-labelledby="deviations">
      <h2 id="deviations">{own.deviations(deviations.length)}</h2>
      <ul className="plain">
        {deviations.map((one) => {
          const line = lines.find(({ id }) => id === one.figure)
          return line === undefined ? null : <One key={one.figure} deviation={one} line={line} />
        })}
      </ul>
    </section>
  )
}

interface OneProps {
  readonly deviation: Deviation
  readonly line: FigureLine
}

function One({ deviation, line }: OneProps) {
  const { words, language } = useLanguage()
  const own = useKpiWords()
  const tell = useFigureTelling()
  const { action, step, band } = deviation
  const tone = band === 'red' ? 'broken' : band === 'amber' ? 'ask' : ''
  const name = tell.name(line)
  const due = action?.due_on ?? null
  return (
    <li>
      <strong>{name}</strong>{' '}
      <span className={tone}>
        {words.home.bands[band]}
        {line.value !== null && `, ${tell.amount(line, line.value)}`}
      </span>{' '}
      {step === 'wait' && (due === null ? own.waitsUndated : own.waits(day(due, language)))}
      {step === 'close' && own.close}{' '}
      {action !== null && <Link to={placeOf(action)}>{own.action}</Link>}
      {step === 'open' && <Open deviation={deviation} line={line} name={name} />}
    </li>
  )
}

/** The code is the same for whoever asks: the register takes one of them. */
function Open({ deviation, line, name }: OneProps & { readonly name: string }) {
  const own = useKpiWords()
  const tell = useFigureTelling()
  const may = useMay()
  const step = useStep('action')
  const { proposal, kpi } = deviation
  if (proposal === null || !may('create', 'action')) return null
  const { green } = line.limits
  const values = {
    code: proposal.code,
    name: own.openName(name),
    description: own.openText({
      name,
      value: line.value === null ? '?' : tell.amount(line, line.value),
      limit: green === null ? '?' : tell.limit(line, green),
    }),
    origin: 'threshold',
    sources: [kpi],
    due_on: proposal.due_on,
    first_due_on: proposal.due_on,
    priority: proposal.priority,
    ...(proposal.owner === null ? {} : { owner: proposal.owner }),
  }
  return (
    <>
      <Refusal error={step.error} />
      <Button
        size="compact-xs"
        variant="default"
        className="no-print"
        loading={step.isPending}
        onClick={() => step.mutate({ do: 'create', values })}
      >
        {own.open}
        <span className="spoken">: {name}</span>
      </Button>
    </>
  )
}
