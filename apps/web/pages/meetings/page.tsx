// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, Select } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Listed } from '../../parts/listed.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useMeetWords } from './words.ts'

/** Meetings, the newest first, and the dossier that comes of them. */
export function Meetings({ session }: { readonly session: Session }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const allowed = useMay()
  const tongue = registerTongue(language)
  const list = useList('meeting', { limit: 100 })
  return (
    <>
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <Listed
        of={list}
        none={words.none}
        order={(a, b) => whenOf(b.values).localeCompare(whenOf(a.values))}
      >
        {({ id, state, values }) => (
          <li key={id}>
            <Link to={`/meetings/${id}`}>{values.name}</Link>{' '}
            <span className="quiet">
              {tongue.code('meeting', values.body ?? '', 'body')} · {tongue.code('meeting', state)}
              {whenOf(values) !== '' && ` · ${dayAndTime(whenOf(values), language)}`}
            </span>
          </li>
        )}
      </Listed>
      {allowed('create', 'meeting') && (
        <p className="no-print">
          <Link to="/registers/meetings/new">{words.new}</Link>
        </p>
      )}
      <p>
        <a href={`/api/v1/board-pack?language=${language}`} download>
          {words.pack}
        </a>{' '}
        · <Link to="/papers">{words.papers}</Link>
      </p>
      <DossierForm session={session} />
    </>
  )
}

function whenOf({
  held_at,
  planned_at,
}: {
  readonly held_at?: string
  readonly planned_at?: string
}) {
  return held_at ?? planned_at ?? ''
}

function DossierForm({ session }: { readonly session: Session }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const roles = session.organisation?.roles ?? []
  const today = new Date().toISOString().slice(0, 10)
  const [scope, setScope] = useState(roles.includes('director') ? 'director' : 'regulator')
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`)
  const [until, setUntil] = useState(today)
  const [hasNames, setHasNames] = useState(false)
  if (!roles.includes('director') && !roles.includes('ciso')) return null
  const scopes = Object.entries(words.scopes)
    .filter(([value]) => value !== 'director' || roles.includes('director'))
    .map(([value, label]) => ({ value, label }))
  const query = new URLSearchParams({
    scope,
    language,
    from,
    until,
    ...(hasNames ? { names: '1' } : {}),
  })
  return (
    <section className="block no-print" aria-labelledby="dossier">
      <h2 id="dossier">{words.dossier}</h2>
      <p className="prose">
        <Glossed text={words.dossierWhy} />
      </p>
      <Group align="end">
        <Select
          label={words.scope}
          data={scopes}
          value={scope}
          allowDeselect={false}
          onChange={(next) => setScope(next ?? 'regulator')}
        />
        <DateField label={words.from} value={from} onChange={setFrom} />
        <DateField label={words.until} value={until} onChange={setUntil} />
        <Checkbox
          label={words.names}
          checked={hasNames}
          onChange={(event) => setHasNames(event.currentTarget.checked)}
        />
        <Button component="a" variant="default" href={`/api/v1/dossier?${query}`} download>
          {words.get}
        </Button>
      </Group>
    </section>
  )
}
