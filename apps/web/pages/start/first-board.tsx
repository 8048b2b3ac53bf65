// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { directorTerm, jurisdictions } from '@schouw/core/law'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { useList } from '../../data/records.ts'
import { steppedUp } from '../../data/step-up.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { codeOf, useFirstWords } from './words.ts'

interface Seat {
  readonly name: string
  readonly role: string
  readonly from: string
  readonly email: string
}

interface Added extends Seat {
  readonly isMailed: boolean
}

interface Made extends Added {
  /** To pass on; null when it went by mail or nobody was invited. */
  readonly link: string | null
}

const empty: Seat = { name: '', role: 'executive_director', from: '', email: '' }

/** The members of the board, one line each: person, appointment and invitation in one go. */
export function FirstBoard() {
  const { board: words } = useFirstWords()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [seat, setSeat, forget] = useKept('draft/first-board', empty)
  // Still there for whoever leaves and returns; a link is shown once and not kept.
  const [added, setAdded] = useKept<readonly Added[]>('draft/first-board-added', [])
  const [links, setLinks] = useState<readonly Made[]>([])
  const save = useMutation({
    mutationFn: (one: Seat) => steppedUp(() => seated(one, language)),
    onSuccess: ({ link, ...one }) => {
      setAdded([one, ...added])
      setLinks([{ ...one, link }, ...links])
      forget()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
  const change = (part: Partial<Seat>) => setSeat({ ...seat, ...part })
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(seat)
        }}
      >
        <Stack maw="32rem">
          <Refusal error={save.error} />
          <TextInput
            label={words.name}
            value={seat.name}
            maxLength={200}
            required
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={words.role}
            data={words.roles.map(([value, label]) => ({ value, label }))}
            value={seat.role}
            onChange={(event) => change({ role: event.currentTarget.value })}
          />
          <DateField
            label={words.from}
            value={seat.from}
            required
            onChange={(day) => change({ from: day })}
          />
          <Term seat={seat} />
          <TextInput
            type="email"
            label={words.email}
            description={words.emailHelp}
            value={seat.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
          <Button type="submit" loading={save.isPending}>
            {words.add}
          </Button>
        </Stack>
      </form>
      {added.length > 0 && (
        <section aria-labelledby="added">
          <h2 id="added">{words.added}</h2>
          <ul className="plain">
            {added.map((one) => (
              <li key={`${one.name} ${one.from}`}>
                <strong>{one.name}</strong> <Term seat={one} />
                {one.isMailed && <p>{words.mailed}</p>}
                <LinkOf made={links.find(({ name }) => name === one.name)} />
              </li>
            ))}
          </ul>
          <p className="quiet">{words.waits}</p>
          <p>
            <Link to="/people/training">{words.toTraining}</Link> ·{' '}
            <Link to="/start">{words.toPath}</Link>
          </p>
        </section>
      )}
    </>
  )
}

function LinkOf({ made }: { readonly made: Made | undefined }) {
  const { board: words } = useFirstWords()
  if (made === undefined || made.link === null) return null
  return (
    <p>
      {words.link} <span className="mono">{made.link}</span>
    </p>
  )
}

/** Until when the training runs, from the date that was typed. */
function Term({ seat }: { readonly seat: Seat }) {
  const { board: words } = useFirstWords()
  const { language } = useLanguage()
  const own = useList('organisation', { limit: 1 })
  const found = own.data?.pages[0]?.items[0]?.values['jurisdiction']
  const jurisdiction = jurisdictions.find((one) => one === found)
  if (jurisdiction === undefined || seat.from === '') return <output />
  const isExecutive = seat.role === 'executive_director'
  const term = directorTerm({ isExecutive, appointedOn: seat.from }, jurisdiction)
  return (
    <output>
      {!term.hasDuty
        ? words.noDuty
        : term.dueOn === null
          ? words.noTerm
          : words.due(day(term.dueOn, language))}
    </output>
  )
}

async function seated(seat: Seat, language: 'nl' | 'en'): Promise<Made> {
  const { name, role, from, email } = seat
  const address = email.trim() === '' ? {} : { email: email.trim() }
  const id =
    (await known(name)) ??
    (await api.create('person', { code: codeOf(name), name, language, ...address })).id
  await api.create('appointment', { person: id, role, from })
  if (email.trim() === '') return { ...seat, link: null, isMailed: false }
  const body = {
    email: email.trim(),
    person: id,
    role: role === 'supervisory_director' ? role : 'director',
    language,
  } as const
  const made = await api.call('POST /api/v1/invitations', { body })
  return { ...seat, link: made.link, isMailed: made.link === null }
}

/** Whoever sets up is often on the board as well: one person, not two. */
async function known(name: string): Promise<string | undefined> {
  const { items } = await api.list('person', { q: name, limit: 50 })
  const plain = (text: string | undefined) => text?.trim().toLowerCase()
  return items.find(({ values }) => plain(values.name) === plain(name))?.id
}
