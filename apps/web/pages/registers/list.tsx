// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { RecordKind } from '@schouw/core/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useList } from '../../data/records.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useWords } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { columnsOf, type Register as Named, useRegister } from './kind-of-page.ts'
import { upper } from './page.tsx'
import { Value } from './value.tsx'

/** The records of one register. */
export function Register() {
  const register = useRegister()
  // Another register is another page: nothing typed for one stays for the next.
  return register === undefined ? <Missing /> : <Listed key={register.plural} {...register} />
}

function Listed({ kind, plural, tongue, one, many, help }: Named) {
  const { registers: words, more } = useWords()
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState('')
  const [sort, setSort] = useState('title')
  const [search] = useDebouncedValue(text.trim(), 200)
  const asked = {
    limit: 100,
    sort,
    ...(search === '' ? {} : { q: search }),
    ...(asOf === '' ? {} : { as_of: asOf }),
  }
  const list = useList(kind.name, asked)
  return (
    <>
      <Title name={upper(many)} />
      <p className="quiet">{help}</p>
      <Group align="end" my="md">
        <TextInput
          type="search"
          label={words.searchIn(many)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.asOf}
          value={asOf}
          onChange={(event) => setAsOf(event.currentTarget.value)}
        />
        <Button component={Link} to={`/registers/${plural}/new`}>
          {words.make(one)}
        </Button>
      </Group>
      <Ready of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          const columns = columnsOf(kind, items)
          if (items.length === 0) return <p>{search === '' ? words.none : words.noneFound}</p>
          return (
            <div className="scroll">
              <table className="table" aria-busy={list.isFetching}>
                <thead>
                  <tr>
                    {columns.map((name) => (
                      <Heading
                        key={name}
                        name={name}
                        kind={kind}
                        label={tongue.field(kind.name, name)[0]}
                        sort={sort}
                        setSort={setSort}
                      />
                    ))}
                    <th scope="col">{words.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((record) => (
                    <tr key={record.id}>
                      {columns.map((name, at) => {
                        const values: Readonly<Record<string, unknown>> = record.values
                        const field = kind.fields[name]
                        if (field === undefined) return null
                        const value = (
                          <Value
                            kind={kind.name}
                            path={name}
                            field={field}
                            value={values[name]}
                            tongue={tongue}
                          />
                        )
                        return (
                          <td key={name} className={isNumber(kind, name) ? 'number' : undefined}>
                            {at === 0 ? (
                              <Link to={`/registers/${plural}/${record.id}`}>{value}</Link>
                            ) : values[name] === undefined ? null : (
                              value
                            )}
                          </td>
                        )
                      })}
                      <td>{tongue.code(kind.name, record.state)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Ready>
      {list.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {more}
        </Button>
      )}
    </>
  )
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

function isNumber(kind: RecordKind, name: string): boolean {
  const type = kind.fields[name]?.type ?? 'text'
  return ['whole', 'euro', 'decimal', 'percent', 'hours'].includes(type)
}
