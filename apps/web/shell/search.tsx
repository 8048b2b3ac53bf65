// SPDX-License-Identifier: EUPL-1.2
import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type AnswerOf, plurals } from '@schouw/contract/client'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../data/api.ts'
import { foundTitle } from '../pages/registers/shown-title.ts'
import { Refusal } from '../parts/state.tsx'
import { useLanguage } from '../words/language.tsx'

type Found = AnswerOf<'GET /api/v1/search'>['items'][number]

interface SearchProps {
  readonly isOpen: boolean
  readonly close: () => void
}

/** Everything that has a name, by what is typed; results by register, all of it by keyboard. */
export function Search({ isOpen, close }: SearchProps) {
  const { words } = useLanguage()
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.search.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Searching close={close} />
    </Modal>
  )
}

function Searching({ close }: { readonly close: () => void }) {
  const { words } = useLanguage()
  const list = useId()
  const go = useNavigate()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const [at, setAt] = useState(0)
  const search = useQuery({
    queryKey: ['search', 'all', q],
    enabled: q !== '',
    queryFn: ({ signal }) =>
      api.call('GET /api/v1/search', { query: { q: q.slice(0, 200), limit: 50 }, signal }),
    placeholderData: keepPreviousData,
  })
  const groups = q === '' ? [] : grouped(search.data?.items ?? [])
  const items = groups.flatMap(([, some]) => some)
  const active = items[Math.min(at, items.length - 1)]
  const open = ({ kind, id }: Found) => {
    close()
    void go(`/registers/${plurals[kind]}/${id}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setAt((Math.min(at, items.length - 1) + step + items.length) % items.length)
    }
    if (event.key === 'Enter' && active !== undefined && q === typed.trim()) {
      event.preventDefault()
      open(active)
    }
  }
  const isNone = q !== '' && search.data !== undefined && !search.isFetching && items.length === 0
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${list}-${active.id}`}
        label={words.search.label}
        description={words.search.help}
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Refusal error={search.error} />
      <output className="quiet found-count">
        {isNone ? words.search.none(q) : items.length > 0 && words.search.count(items.length)}
      </output>
      {items.length > 0 && <Results id={list} groups={groups} active={active} open={open} />}
    </>
  )
}

interface ResultsProps {
  readonly id: string
  readonly groups: readonly (readonly [Found['kind'], readonly Found[]])[]
  readonly active: Found | undefined
  readonly open: (found: Found) => void
}

function Results({ id, groups, active, open }: ResultsProps) {
  const { words, language } = useLanguage()
  const tongue = registerTongue(language)
  const current = active?.id
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])
  return (
    // Chosen from the field above, which keeps the focus.
    <div id={id} role="listbox" aria-label={words.search.title} className="found">
      {groups.map(([kind, some]) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by a role
        <div key={kind} role="group" aria-label={tongue.kind(kind)[1]}>
          <p className="quiet" aria-hidden="true">
            {tongue.kind(kind)[1]}
          </p>
          {some.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which names the active option
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              aria-selected={one.id === current}
              onClick={() => open(one)}
            >
              {one.title === null
                ? words.search.untitled
                : foundTitle(one.title, { kind: kinds[kind], tongue, language })}
              {one.isRetired && <span className="quiet"> {words.search.retired}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Kinds in the order in which their best hit came. */
function grouped(items: readonly Found[]) {
  return [...Map.groupBy(items, ({ kind }) => kind)]
}
