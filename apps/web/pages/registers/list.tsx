// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { RecordBody } from '@schouw/contract/client'
import type { RecordKind } from '@schouw/core/registers'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { Filters } from './filters.tsx'
import { columnsOf, isNumber, type Register as Named, useRegister } from './kind-of-page.ts'
import { useListWords, useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'
import type { Picked } from './row.tsx'
import { Rows } from './rows.tsx'
import { Tables } from './tables.tsx'
import { askedOf, useView, type View } from './view.ts'

const Bulk = lazy(async () => ({ default: (await import('./bulk.tsx')).Bulk }))

/** The records of one register. */
export function Register() {
  const register = useRegister()
  // Another register is another page: nothing typed for one stays for the next.
  return register === undefined ? <Missing /> : <Listed key={register.plural} {...register} />
}

function Listed(register: Named) {
  const { kind, plural, one, many, help } = register
  const { registers: words } = useWords()
  const looking = useLookingWords()
  const [view, show] = useView(kind)
  const search = useDebouncedCallback((text: string) => show({ q: text.trim() }), 200)
  return (
    <>
      <Title name={upper(many)} />
      <p className="quiet">{help}</p>
      <Group align="end" my="md" className="no-print">
        <TextInput
          type="search"
          label={words.searchIn(many)}
          defaultValue={view.q}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <DateField label={words.asOf} value={view.asOf} onChange={(day) => show({ asOf: day })} />
        <Button component={Link} to={`/registers/${plural}/new`}>
          {words.make(one)}
        </Button>
      </Group>
      <Filters register={register} view={view} show={show} />
      <p className="no-print">
        <Link to={`/registers/${plural}/differences`}>{looking.compare}</Link>
      </p>
      <Tables plural={plural} asked={askedOf(view)} />
      <Found register={register} view={view} show={show} />
    </>
  )
}

interface FoundProps {
  readonly register: Named
  readonly view: View
  readonly show: (view: Partial<View>) => void
}

function Found({ register, view, show }: FoundProps) {
  const { kind, tongue } = register
  const { registers: words } = useWords()
  const { noneSo } = useListWords()
  const list = useList(kind.name, askedOf(view))
  const { data, fetchNextPage, isFetching, isFetchingNextPage, hasNextPage } = list
  const items = useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data])
  // By the first page alone: columns that come and go while scrolling are not read.
  const [first] = data?.pages ?? []
  const chosen = view.columns.join(',')
  const columns = useMemo(
    () => (chosen === '' ? columnsOf(kind, first?.items ?? []) : chosen.split(',')),
    [kind, first, chosen],
  )
  const { picked, setPicked } = usePicked(items)
  const mayDo = useMay()
  const isEditable = view.asOf === '' && (mayDo('change', kind.name) || mayDo('move', kind.name))
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage()
  }, [isFetching, fetchNextPage])
  const isFiltered = Object.keys(view.chosen).length > 0
  const sort = (next: string) => show({ sort: next })
  return (
    <Ready of={list}>
      {() => (
        <>
          {picked.size > 0 && (
            <Suspense fallback={null}>
              <Bulk
                register={register}
                picked={[...picked.values()]}
                drop={() => setPicked(new Map())}
              />
            </Suspense>
          )}
          {items.length === 0 ? (
            <p>{isFiltered ? noneSo : view.q === '' ? words.none : words.noneFound}</p>
          ) : (
            <Rows
              register={register}
              {...(isEditable ? { pick: { picked, set: setPicked } } : {})}
              columns={columns}
              items={items}
              isWhole={!hasNextPage}
              isBusy={isFetchingNextPage}
              more={more}
              heading={(name) => (
                <Heading
                  name={name}
                  kind={kind}
                  label={tongue.field(kind.name, name)[0]}
                  sort={view.sort}
                  setSort={sort}
                />
              )}
            />
          )}
        </>
      )}
    </Ready>
  )
}

/** Rows stay picked when the search, the filter or the order hides them, as they were last seen. */
function usePicked(items: readonly RecordBody[]) {
  const [chosen, setPicked] = useState<Picked>(new Map())
  const picked = useMemo(() => {
    if (chosen.size === 0) return chosen
    const now = new Map(chosen)
    for (const item of items) if (now.has(item.id)) now.set(item.id, item)
    return now
  }, [chosen, items])
  return { picked, setPicked }
}

interface HeadingProps {
  readonly name: string
  readonly kind: RecordKind
  readonly label: string
  readonly sort: string
  readonly setSort: (sort: string) => void
}

function Heading({ name, kind, label, sort, setSort }: HeadingProps) {
  const isUp = sort === name
  const isDown = sort === `-${name}`
  const order = isUp ? 'ascending' : isDown ? 'descending' : 'none'
  return (
    <th scope="col" aria-sort={order} className={isNumber(kind, name) ? 'number' : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() => setSort(isUp ? `-${name}` : isDown ? 'title' : name)}
      >
        {upper(label)}
        <span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
      </button>
    </th>
  )
}
