// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { figuresPack } from '@schouw/core/assurance'
import type { Standing } from '@schouw/core/board'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { kpisEn } from '../../words/pages/kpis-en.ts'
import { kpisNl } from '../../words/pages/kpis-nl.ts'

interface AdoptProps {
  readonly line: Standing['figures'][number]
  readonly name: string
  readonly definition: string | undefined
}

/** Puts a figure of the pack in the register, with limits that say they are defaults. */
export function Adopt({ line, name, definition }: AdoptProps) {
  const { language } = useLanguage()
  const words = language === 'nl' ? kpisNl : kpisEn
  const allowed = useMay()
  const step = useStep('kpi')
  const figure = figuresPack.figures.find(({ id }) => id === line.id)
  if (line.kpi !== null) {
    return line.counted_by === 'schouw' || !allowed('create', 'kpi-value') ? null : (
      <Link to="/registers/kpi-values/new">{words.record}</Link>
    )
  }
  if (figure === undefined || !allowed('create', 'kpi')) return null
  const values = {
    code: figure.id,
    name,
    definition: definition ?? name,
    unit: figure.unit,
    direction: figure.direction,
    green_limit: String(figure.green),
    amber_limit: String(figure.amber),
    limits_set_by: 'default',
    frequency: figure.frequency,
    counted_by: line.counted_by ?? 'person',
    source: figure.source,
    duties: figure.duties,
  }
  return (
    <>
      <Refusal error={step.error} />
      <Button
        size="compact-xs"
        variant="default"
        title={words.adoptHelp}
        loading={step.isPending}
        onClick={() => step.mutate({ do: 'create', values })}
      >
        {words.adopt}
        <span className="spoken"> {name}</span>
      </Button>
    </>
  )
}
