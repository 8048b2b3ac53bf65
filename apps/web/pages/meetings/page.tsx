// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Listed } from '../../parts/listed.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { DossierForm } from '../proof/dossier-form.tsx'
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
      <p>
        <Link to="/proof">{words.proof}</Link>
      </p>
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
