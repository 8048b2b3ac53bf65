// SPDX-License-Identifier: EUPL-1.2
import { Button, MultiSelect } from '@mantine/core'
import { useWords } from '../../words/language.tsx'
import { KeptViews } from './kept-views.tsx'
import type { Register } from './kind-of-page.ts'
import { useListWords, useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'
import { choosable, filterable, optionsOf, type View } from './view.ts'

export interface FiltersProps {
  readonly register: Register
  readonly view: View
  readonly show: (view: Partial<View>) => void
}

/** Every choice with its values, the columns, and views kept under a name. */
export function FilterFields({ register, view, show }: FiltersProps) {
  const { kind, tongue } = register
  const { registers } = useWords()
  const words = useListWords()
  const looking = useLookingWords()
  const count = Object.keys(view.chosen).length
  return (
    <>
      <div className="filter-fields">
        {filterable(kind).map((name) => {
          const chosen = view.chosen[name] ?? []
          const path = name === 'state' ? undefined : name
          return (
            <MultiSelect
              key={name}
              size="xs"
              label={path === undefined ? registers.state : upper(tongue.field(kind.name, name)[0])}
              {...(chosen.length === 0 ? { placeholder: words.any } : {})}
              data={optionsOf(kind, name).map((value) => ({
                value,
                label: upper(tongue.code(kind.name, value, path)),
              }))}
              value={[...chosen]}
              onChange={(next) => {
                const { [name]: _, ...rest } = view.chosen
                show({ chosen: next.length === 0 ? rest : { ...rest, [name]: next } })
              }}
              clearable
            />
          )
        })}
      </div>
      {count > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => show({ chosen: {} })}>
          {words.clear}
        </Button>
      )}
      <MultiSelect
        size="xs"
        mt="xs"
        label={looking.columns}
        {...(view.columns.length === 0 ? { placeholder: looking.usualColumns } : {})}
        data={choosable(kind).map((value) => ({
          value,
          label: upper(tongue.field(kind.name, value)[0]),
        }))}
        value={[...view.columns]}
        onChange={(columns) => show({ columns })}
        clearable
        searchable
      />
      <KeptViews register={register} view={view} />
    </>
  )
}
