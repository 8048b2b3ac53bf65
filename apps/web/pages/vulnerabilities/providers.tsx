// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMay } from '../../data/may.ts'
import {
  type Provider,
  useAddProvider,
  useChangeProvider,
  useFetchProvider,
  useProviders,
  useRemoveProvider,
} from '../../data/providers.ts'
import { useCancelJob } from '../../data/vulnerabilities.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { ProviderWords } from '../../words/pages/providers-nl.ts'
import { Aggregated } from './aggregated.tsx'
import { Keys } from './keys.tsx'
import { useProviderWords } from './provider-words.ts'
import { Refused } from './refused.tsx'

const sorts = ['csaf', 'kev', 'epss'] as const

/** Addresses at which the server asks for advisories, and what came of it. */
export function Providers() {
  const words = useProviderWords()
  const mayDo = useMay()
  const found = useProviders()
  const isKeeper = mayDo('change', 'organisation')
  return (
    <details className="filters no-print">
      <summary>{words.title}</summary>
      <p className="prose">
        <Glossed text={words.text} />
      </p>
      <Ready of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{words.empty}</p>
          ) : (
            <ul className="plain" aria-live="polite">
              {items.map((one) => (
                <One key={one.id} one={one} isKeeper={isKeeper} />
              ))}
            </ul>
          )
        }
      </Ready>
      {isKeeper && <Add />}
      {isKeeper && <Aggregated there={found.data?.items.map(({ url }) => url) ?? []} />}
      <Keys isKeeper={isKeeper} />
    </details>
  )
}

function One({ one, isKeeper }: { readonly one: Provider; readonly isKeeper: boolean }) {
  const words = useProviderWords()
  const { language } = useLanguage()
  const change = useChangeProvider(one.id)
  const remove = useRemoveProvider(one.id)
  const fetch = useFetchProvider(one.id)
  const cancel = useCancelJob()
  const { last_at, last_outcome: told, job } = one
  return (
    <li className="difference">
      <strong className="stranger">{one.name}</strong>{' '}
      <span className="quiet">
        {words.sorts[one.sort]}, {one.url}
      </span>
      <p>
        {last_at === null || told === null
          ? words.never
          : `${dayAndTime(last_at, language)}: ${[words.states[told.state], ...counted(told, words, language)].join(' · ')}`}
        {told?.is_more === true && ` ${words.more}`}
      </p>
      {told !== null && told.problems.length > 0 && (
        <ul>
          {told.problems.slice(0, 10).map(({ path, found }, at) => (
            <li key={at} className="stranger">
              {path}: {words.faults[found] ?? found}
            </li>
          ))}
        </ul>
      )}
      {isKeeper && (
        <div className="pager">
          <Checkbox
            label={words.daily}
            checked={one.is_on}
            onChange={(event) => change.mutate({ is_on: event.currentTarget.checked })}
          />
          <Button
            size="compact-xs"
            variant="default"
            loading={fetch.isPending}
            onClick={() => fetch.mutate()}
          >
            {words.now}
          </Button>
          {job !== null && (
            <Button size="compact-xs" variant="default" onClick={() => cancel.mutate(job)}>
              {words.cancel}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </div>
      )}
      <Refusal error={fetch.error ?? change.error ?? remove.error} />
    </li>
  )
}

function counted(
  told: NonNullable<Provider['last_outcome']>,
  words: ProviderWords,
  language: 'nl' | 'en',
): readonly string[] {
  return Object.entries(words.counts).flatMap(([name, text]) => {
    const value = (told as unknown as Readonly<Record<string, unknown>>)[name]
    return typeof value === 'number' && value > 0 ? [`${number(value, language)} ${text}`] : []
  })
}

function Add() {
  const words = useProviderWords()
  const add = useAddProvider()
  const [sort, setSort] = useState<(typeof sorts)[number]>('csaf')
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [licence, setLicence] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { sort, name: name.trim() || words.sorts[sort], url: url.trim(), licence, is_on: false },
      { onSuccess: () => setUrl('') },
    )
  }
  return (
    <form onSubmit={send} className="bulk-fields">
      <NativeSelect
        size="xs"
        label={words.sort}
        value={sort}
        onChange={(event) =>
          setSort(sorts.find((one) => one === event.currentTarget.value) ?? 'csaf')
        }
        data={sorts.map((value) => ({ value, label: words.sorts[value] }))}
      />
      <TextInput
        size="xs"
        label={words.name}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        miw="18rem"
        required
        label={words.url}
        description={words.urlHelp[sort]}
        value={url}
        maxLength={2_000}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={words.licence}
        description={words.licenceHelp}
        value={licence}
        maxLength={500}
        onChange={(event) => setLicence(event.currentTarget.value)}
      />
      <Button
        size="xs"
        type="submit"
        variant="default"
        loading={add.isPending}
        style={{ alignSelf: 'end' }}
      >
        {words.add}
      </Button>
      <Refused error={add.error} words={words.refused} />
    </form>
  )
}
