// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { adopted, type FigureLine, useFigureTelling, useKpiWords } from './say.ts'

const Enter = lazy(async () => ({ default: (await import('./enter.tsx')).Enter }))

/** Puts a figure of the pack in the register, or records a value that the registers cannot tell. */
export function Adopt({ line }: { readonly line: FigureLine }) {
  const words = useKpiWords()
  const tell = useFigureTelling()
  const allowed = useMay()
  const step = useStep('kpi')
  const [isEntering, setIsEntering] = useState(false)
  const name = tell.name(line)
  const { kpi } = line
  if (kpi !== null) {
    const isCounted = line.counted_by === 'schouw'
    if (isCounted || !allowed('create', 'kpi-value')) return null
    return isEntering ? (
      <Suspense fallback={null}>
        <Enter line={line} kpi={kpi} name={name} done={() => setIsEntering(false)} />
      </Suspense>
    ) : (
      <Button size="compact-xs" variant="default" onClick={() => setIsEntering(true)}>
        {words.record}
        <span className="spoken"> {name}</span>
      </Button>
    )
  }
  const values = adopted(line, name, tell.definition(line))
  if (values === undefined || !allowed('create', 'kpi')) return null
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
