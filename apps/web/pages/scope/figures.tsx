// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'
import {
  type Entity,
  type FiguresTyped,
  valuesTyped,
  withYear,
  type YearTyped,
  yearsOf,
} from './draft.ts'
import type { ScopeTelling } from './telling.ts'

interface FiguresProps {
  readonly entity: Entity | undefined
  readonly typed: FiguresTyped
  readonly setTyped: (typed: FiguresTyped) => void
  readonly tell: ScopeTelling
  readonly isTyping: boolean
  readonly isOpen: boolean
}

/** What the verdict is reckoned from; anybody may try, the CISO saves. */
export function Figures({ entity, typed, setTyped, tell, isTyping, isOpen }: FiguresProps) {
  const { own } = tell
  const may = useMay()
  const step = useStep('legal-entity')
  const [opened] = useState(isOpen)
  const set = (more: Partial<FiguresTyped>) => setTyped({ ...typed, ...more })
  const isSaving = may(entity === undefined ? 'create' : 'change', 'legal-entity')
  const isWhole = yearsOf(typed) !== null
  const save = () => {
    const values = valuesTyped(typed)
    if (entity !== undefined) {
      const on = { kind: 'legal-entity', id: entity.id, version: entity.version } as const
      return step.mutate({ do: 'change', on, values })
    }
    const known = Object.entries(values).filter(([, value]) => value !== null)
    const code = values.name.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 20)
    step.mutate({ do: 'create', values: { code, ...Object.fromEntries(known) } })
  }
  return (
    <details className="part no-print" open={opened}>
      <summary>{own.figures}</summary>
      <p className="quiet prose">
        <Glossed text={own.figuresHelp} />
      </p>
      <Activity {...{ typed, set, own }} isNew={entity === undefined} />
      <Years {...{ typed, setTyped, own }} />
      {!isWhole && <p className="ask">{own.badYear}</p>}
      <Refusal error={step.error} />
      {step.isSuccess && !isTyping && <output>{own.saved}</output>}
      <Group gap="xs" my="xs">
        {isSaving && (
          <Button
            size="sm"
            disabled={!isTyping || !isWhole}
            loading={step.isPending}
            onClick={save}
          >
            {own.save}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => setTyped(withYear(typed))}>
          {own.addYear}
        </Button>
      </Group>
      <p className="quiet">
        {own.group} <Link to="/registers/groups">{own.groupLink}</Link>.
      </p>
    </details>
  )
}

interface ActivityProps {
  readonly typed: FiguresTyped
  readonly set: (more: Partial<FiguresTyped>) => void
  readonly own: ScopeTelling['own']
  readonly isNew: boolean
}

function Activity({ typed, set, own, isNew }: ActivityProps) {
  const words = useWords()
  const options = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }))
  const yesNo = { '': words.unknown, yes: words.yes, no: words.no }
  return (
    <div className="filter-fields">
      {isNew && (
        <TextInput
          label={own.name}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={own.nace}
        description={own.naceHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed.nace}
        onChange={(event) => set({ nace: event.currentTarget.value })}
      />
      <NativeSelect
        label={own.annex}
        data={options(own.annexes)}
        value={typed.annex}
        onChange={(event) => set({ annex: event.currentTarget.value })}
      />
      <NativeSelect
        label={own.prior}
        data={options(own.sizes)}
        value={typed.prior}
        onChange={(event) => set({ prior: event.currentTarget.value })}
      />
      <NativeSelect
        label={own.digital}
        data={options(yesNo)}
        value={typed.digital}
        onChange={(event) => set({ digital: event.currentTarget.value })}
      />
    </div>
  )
}

interface YearsProps {
  readonly typed: FiguresTyped
  readonly setTyped: (typed: FiguresTyped) => void
  readonly own: ScopeTelling['own']
}

function Years({ typed, setTyped, own }: YearsProps) {
  const columns = ['year', 'staff', 'turnover', 'balance'] as const
  const change = (at: number, more: Partial<YearTyped>) =>
    setTyped({
      ...typed,
      years: typed.years.map((one, place) => (place === at ? { ...one, ...more } : one)),
    })
  return typed.years.map((one, at) => (
    <fieldset key={`${at}-${typed.years.length}`} className="year">
      <legend className="spoken">
        {own.year} {one.year}
      </legend>
      {columns.map((column) => (
        <TextInput
          key={column}
          label={own[column]}
          inputMode="decimal"
          value={one[column]}
          onChange={(event) => change(at, { [column]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  ))
}
