// SPDX-License-Identifier: EUPL-1.2
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { usePeople } from '../../data/plan.ts'
import {
  type PublisherKey,
  useAcceptKey,
  useAddKeys,
  usePublisherKeys,
  useRemoveKey,
} from '../../data/providers.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useProviderWords } from './provider-words.ts'
import { Refused } from './refused.tsx'

/** Keys that signatures of advisories are held against, and on whose word each counts. */
export function Keys({ isKeeper }: { readonly isKeeper: boolean }) {
  const { keys: words } = useProviderWords()
  const found = usePublisherKeys()
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="prose">{words.text}</p>
      <Ready of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{words.empty}</p>
          ) : (
            <ul className="plain" aria-live="polite">
              {items.map((key) => (
                <One key={key.id} one={key} isKeeper={isKeeper} />
              ))}
            </ul>
          )
        }
      </Ready>
      {isKeeper && <Bring />}
    </section>
  )
}

function One({ one, isKeeper }: { readonly one: PublisherKey; readonly isKeeper: boolean }) {
  const { keys: words } = useProviderWords()
  const { language } = useLanguage()
  const people = usePeople()
  const accept = useAcceptKey(one.id)
  const remove = useRemoveKey(one.id)
  const { basis, accepted_at: at, accepted_by: by } = one
  const standing = words.basis[basis ?? 'waits']
    .replace('{day}', at === null ? '' : dayAndTime(at, language))
    .replace('{who}', people.get(by ?? '') ?? '?')
  return (
    <li className="difference">
      <strong className="stranger">{one.owner}</strong> <span className="quiet">{standing}</span>
      <p className="mono stranger">{one.fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      <p className="quiet">
        {one.url === '' ? words.everywhere : words.onlyThere}{' '}
        {one.url !== '' && <span className="stranger">{one.url}</span>}
      </p>
      {isKeeper && (
        <div className="pager">
          {basis === null && (
            <Button
              size="compact-xs"
              variant="default"
              loading={accept.isPending}
              onClick={() => accept.mutate()}
            >
              {words.accept}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {words.remove}
          </Button>
        </div>
      )}
      <Refusal error={accept.error ?? remove.error} />
    </li>
  )
}

function Bring() {
  const { keys: words, refused } = useProviderWords()
  const add = useAddKeys()
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(text, { onSuccess: () => setText('') })
  }
  return (
    <form onSubmit={send}>
      <Textarea
        size="xs"
        required
        label={words.bring}
        description={words.bringHelp}
        value={text}
        maxLength={500_000}
        minRows={3}
        maxRows={8}
        autosize
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="xs" mt="xs" type="submit" variant="default" loading={add.isPending}>
        {words.add}
      </Button>
      <Refused error={add.error} words={refused} />
    </form>
  )
}
