// SPDX-License-Identifier: EUPL-1.2
import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Link } from 'react-router'
import { useLanguage, useWords } from '../../words/language.tsx'
import { listEn } from '../../words/pages/list-en.ts'
import { listNl } from '../../words/pages/list-nl.ts'
import type { Register } from './kind-of-page.ts'
import { upper } from './page.tsx'
import { addressOf, filterable, optionsOf, type View } from './view.ts'

interface FiltersProps {
  readonly register: Register
  readonly view: View
  readonly show: (view: Partial<View>) => void
}

export function useListWords() {
  return useLanguage().language === 'nl' ? listNl : listEn
}

/** By state and by every choice of the kind, and views kept under a name. */
export function Filters({ register, view, show }: FiltersProps) {
  const { kind, tongue } = register
  const { registers } = useWords()
  const words = useListWords()
  const count = Object.keys(view.chosen).length
  return (
    <details className="filters no-print" open={count > 0 || undefined}>
      <summary>{words.filter(count)}</summary>
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
      <Kept {...register} view={view} />
    </details>
  )
}

/** Kept in this browser; what a view shows stands in its address. */
function Kept({ plural, view }: Register & { readonly view: View }) {
  const words = useListWords()
  const [kept, setKept] = useLocalStorage<Readonly<Record<string, string>>>({
    key: `views/${plural}`,
    defaultValue: {},
  })
  const names = Object.entries(kept)
  return (
    <>
      <p className="quiet">{words.view}</p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          const name = new FormData(event.currentTarget).get('name')
          if (typeof name !== 'string' || name.trim() === '') return
          setKept({ ...kept, [name.trim()]: addressOf(view).toString() })
          event.currentTarget.reset()
        }}
      >
        <TextInput size="xs" name="name" label={words.keepName} maxLength={60} />
        <Button size="xs" variant="default" type="submit">
          {words.keep}
        </Button>
      </form>
      {names.length > 0 && (
        <p>
          {words.kept}{' '}
          {names.map(([name, address]) => (
            <span key={name} className="kept">
              <Link to={`/registers/${plural}?${address}`}>{name}</Link>{' '}
              <button
                type="button"
                className="sort"
                aria-label={words.forget(name)}
                onClick={() => {
                  const { [name]: _, ...rest } = kept
                  setKept(rest)
                }}
              >
                ×
              </button>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
