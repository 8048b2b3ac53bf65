// SPDX-License-Identifier: EUPL-1.2

import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useKept } from '../data/kept.ts'
import { useMay } from '../data/may.ts'
import { useComments, useMentionable, useSay } from '../data/notices.ts'
import { useStep } from '../data/records.ts'
import { useSession } from '../data/session.ts'
import { useNoticesWords } from '../pages/notices/words.ts'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { PersonName } from './record-link.tsx'
import { Refusal } from './state.tsx'

type Comment = NonNullable<ReturnType<typeof useComments>['data']>['items'][number]

/** What is said about a record. Nothing for who may not see the whole of it. */
export function Comments({ id }: { readonly id: string }) {
  const { comments: words } = useNoticesWords()
  const person = useSession().data?.organisation?.person
  const found = useComments(id)
  const allowed = useMay()
  if (found.data === undefined || person === undefined) return null
  const { items } = found.data
  const maySpeak = allowed('create', 'comment', { id: '', state: '', values: { author: person } })
  return (
    <section className="comments" aria-labelledby="comments">
      <h2 id="comments">{words.title}</h2>
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="plain">
        {items.map((one) => (
          <One key={one.id} comment={one} subject={id} isMine={one.author === person} />
        ))}
      </ul>
      {maySpeak && <Say id={id} />}
    </section>
  )
}

interface OneProps {
  readonly comment: Comment
  readonly subject: string
  readonly isMine: boolean
}

function One({ comment, subject, isMine }: OneProps) {
  const { language } = useLanguage()
  const { comments: words } = useNoticesWords()
  const step = useStep('comment')
  const again = useComments(subject)
  const { id, version, text, retracted } = comment
  const takeBack = () => {
    if (!window.confirm(words.sure)) return
    const on = { kind: 'comment', id, version } as const
    step.mutate({ do: 'move', on, to: 'retracted' }, { onSettled: () => void again.refetch() })
  }
  return (
    <li>
      <div>
        <strong>
          <PersonName id={comment.author} />
        </strong>{' '}
        <span className="quiet">{dayAndTime(comment.said_at, language)}</span>
      </div>
      {text === null ? (
        <p className="quiet">
          {words.gone(dayAndTime(retracted?.at ?? comment.said_at, language))}
        </p>
      ) : (
        <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
      )}
      <Refusal error={step.error} />
      {isMine && text !== null && (
        <Button size="compact-xs" variant="default" onClick={takeBack}>
          {words.takeBack}
        </Button>
      )}
    </li>
  )
}

/** What stands behind the last @ before the caret: the beginning of a name. */
const beginning = /(?:^|\s)@([\p{L}\p{M}'’. -]{0,40})$/u
const mostOffered = 6

function Say({ id }: { readonly id: string }) {
  const { comments: words } = useNoticesWords()
  const say = useSay(id)
  const [text, setText, forget] = useKept(`draft/comment/${id}`, '')
  const [asked, setAsked] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const people = useMentionable(text.includes('@')).data?.items ?? []
  const offered =
    asked === null
      ? []
      : people
          .filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()))
          .filter(({ name }) => name !== asked.trim())
          .slice(0, mostOffered)
  const look = (value: string, caret: number) =>
    setAsked(beginning.exec(value.slice(0, caret))?.[1] ?? null)
  const choose = (name: string) => {
    const caret = field.current?.selectionStart ?? text.length
    const from = text.slice(0, caret).lastIndexOf('@')
    setText(`${text.slice(0, from)}@${name} ${text.slice(caret)}`)
    setAsked(null)
    field.current?.focus()
  }
  const submit = () => {
    const mentions = people.filter(({ name }) => text.includes(`@${name}`))
    const body = { text: text.trim(), mentions: mentions.map(({ person }) => person) }
    say.mutate(body, { onSuccess: forget })
  }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Refusal error={say.error} />
      <Textarea
        ref={field}
        label={words.label}
        description={words.help}
        autosize
        minRows={2}
        maw="42rem"
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget
          setText(value)
          look(value, selectionStart)
        }}
      />
      {offered.length > 0 && (
        <ul className="plain offered" aria-label={words.people}>
          {offered.map(({ person, name }) => (
            <li key={person}>
              <Button size="compact-xs" variant="default" onClick={() => choose(name)}>
                @{name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" size="xs" mt="xs" loading={say.isPending} disabled={text.trim() === ''}>
        {words.say}
      </Button>
    </form>
  )
}
