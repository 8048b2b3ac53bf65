// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAddProvider, useAggregated } from '../../data/providers.ts'
import { Refusal } from '../../parts/state.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useProviderWords } from './provider-words.ts'
import { Refused } from './refused.tsx'

const most = 20

/** Publishers of an aggregator's list, to choose from. */
export function Aggregated({ there }: { readonly there: readonly string[] }) {
  const { aggregated: words, faults, refused } = useProviderWords()
  const { language } = useLanguage()
  const asked = useAggregated()
  const add = useAddProvider()
  const [url, setUrl] = useState('')
  const [sought, setSought] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    asked.mutate(url.trim())
  }
  const { items = [], fault = null } = asked.data ?? {}
  const fitting = items.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()))
  return (
    <details>
      <summary>{words.title}</summary>
      <form onSubmit={send} className="bulk-fields">
        <TextInput
          size="xs"
          miw="18rem"
          required
          label={words.url}
          description={words.urlHelp}
          value={url}
          maxLength={2_000}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button
          size="xs"
          type="submit"
          variant="default"
          loading={asked.isPending}
          style={{ alignSelf: 'end' }}
        >
          {words.ask}
        </Button>
      </form>
      <Refusal error={asked.error} />
      <div aria-live="polite">
        {fault !== null && <p>{faults[fault] ?? fault}</p>}
        {asked.data !== undefined && fault === null && items.length === 0 && <p>{words.empty}</p>}
      </div>
      {items.length > most && (
        <TextInput
          size="xs"
          label={words.filter}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul className="plain">
        {fitting.slice(0, most).map(({ name, url: own }) => (
          <li key={own} className="difference">
            <strong className="stranger">{name}</strong>{' '}
            <span className="quiet stranger">{own}</span>{' '}
            {there.includes(own) ? (
              words.there
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${words.add}: ${name}`}
                onClick={() =>
                  add.mutate({
                    sort: 'csaf',
                    name: name || own,
                    url: own,
                    licence: '',
                    is_on: false,
                  })
                }
              >
                {words.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {fitting.length > most && (
        <p className="quiet">
          {words.more.replace('{count}', number(fitting.length - most, language))}
        </p>
      )}
      <Refused error={add.error} words={refused} />
    </details>
  )
}
