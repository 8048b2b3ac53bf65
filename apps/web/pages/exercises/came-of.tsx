// SPDX-License-Identifier: EUPL-1.2
import { Button, Select } from '@mantine/core'
import { cycle } from '@schouw/core/board'
import type { RecordKind } from '@schouw/core/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFigures } from '../../data/figures.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { asRecords } from '../../data/scope.ts'
import { useWhole } from '../../data/whole.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'
import { useFigureTelling } from '../kpis/say.ts'
import { useExerciseWords } from './words.ts'

interface CameOfProps {
  readonly kind: 'incident' | 'exercise'
  readonly record: Parameters<typeof asRecords>[0][number]
}

/** Where a lesson went beside the work: risks, measures, and the figures that it moves. */
export function CameOf({ kind, record }: CameOfProps) {
  const { cameOf: words } = useExerciseWords()
  const actions = useWhole('action').data ?? []
  const findings = useWhole('finding').data ?? []
  const risks = useWhole('risk').data ?? []
  const all = asRecords([record, ...actions, ...findings, ...risks])
  const lesson = cycle.lessonsOf(all).find(({ id }) => id === record.id)
  if (lesson === undefined) return null
  const named = lesson.risks.map(({ id }) => id)
  return (
    <>
      <h3>{words.risks}</h3>
      {named.length === 0 ? <p className="quiet">{words.noRisks}</p> : <Records ids={named} />}
      <ToRisk id={record.id} named={named} />
      <h3>{words.measures}</h3>
      {lesson.measures.length === 0 ? (
        <p className="quiet">{words.noMeasures}</p>
      ) : (
        <Records ids={lesson.measures} />
      )}
      <Moved kind={kind} id={record.id} />
    </>
  )
}

function Records({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul className="plain">
      {ids.map((id) => (
        <li key={id}>
          <RecordLink id={id} />
        </li>
      ))}
    </ul>
  )
}

const over: readonly string[] = ['closed', 'rejected']

/** A risk that names it shows it too: it is written once, in the risk. */
function ToRisk({ id, named }: { readonly id: string; readonly named: readonly string[] }) {
  const { cameOf: words } = useExerciseWords()
  const allowed = useMay()
  const step = useStep('risk')
  const [chosen, setChosen] = useState<string | null>(null)
  const open = (useWhole('risk').data ?? []).filter(
    (one) =>
      one.retired === null &&
      !over.includes(one.state) &&
      !named.includes(one.id) &&
      allowed('change', 'risk', one),
  )
  const risk = open.find((one) => one.id === chosen)
  const link = () => {
    if (risk === undefined) return
    const on = { kind: 'risk', id: risk.id, version: risk.version } as const
    const values = { incidents: [...(risk.values.incidents ?? []), id] }
    step.mutate({ do: 'change', on, values }, { onSuccess: () => setChosen(null) })
  }
  return (
    <div className="row no-print">
      {open.length > 0 && (
        <>
          <Select
            label={words.which}
            data={open.map((one) => ({ value: one.id, label: String(one.values.name ?? '') }))}
            value={chosen}
            onChange={setChosen}
            searchable
            clearable
          />
          <Button
            variant="default"
            disabled={risk === undefined}
            loading={step.isPending}
            onClick={link}
          >
            {words.link}
          </Button>
        </>
      )}
      {allowed('create', 'risk') && (
        <Link to={`/registers/risks/new?incidents=${id}`}>{words.newRisk}</Link>
      )}
      <Refusal error={step.error} />
    </div>
  )
}

/** Asked for when somebody wants to see it: counting goes through all registers. */
function Moved({ kind, id }: { readonly kind: CameOfProps['kind']; readonly id: string }) {
  const { cameOf: words } = useExerciseWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.figures}</summary>
      {isOpen && <Figures kind={kind} id={id} />}
    </details>
  )
}

function Figures({ kind, id }: { readonly kind: RecordKind['name']; readonly id: string }) {
  const { unknown } = useWords()
  const { cameOf: words } = useExerciseWords()
  const tell = useFigureTelling()
  return (
    <Ready of={useFigures()}>
      {({ figures: { lines } }) => (
        <>
          <ul className="plain">
            {lines
              .filter(({ rests }) => rests.some((one) => one === kind || one === 'action'))
              .map((line) => (
                <li key={line.id}>
                  {tell.name(line)}:{' '}
                  <strong>{line.value === null ? unknown : tell.amount(line, line.value)}</strong>
                  {line.off.some((one) => one.id === id) && (
                    <span className="ask"> · {words.off}</span>
                  )}
                </li>
              ))}
          </ul>
          <p>
            <Link to="/kpis">{words.toFigures}</Link>
          </p>
        </>
      )}
    </Ready>
  )
}
