// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'
import type { Standing } from '@schouw/core/board'
import { boardTongue, sectionShown } from '@schouw/report/board'
import { registerTongue } from '@schouw/report/registers'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useList } from '../../data/records.ts'
import { useStanding } from '../../data/standing.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { Missing } from '../missing.tsx'
import { Requirement } from './requirement.tsx'
import { lawsOf, useMeasureWords } from './words.ts'

/** One duty of care: where it stands, and its eight requirements. */
export function OneMeasure() {
  const { duty = '' } = useParams()
  const { language } = useLanguage()
  const words = useMeasureWords()
  const query = useStanding('')
  const own = useList('organisation', { limit: 1 })
  const measure = requirementsPack.measures.find(({ id }) => id === duty)
  if (measure === undefined) return <Missing />
  const jurisdiction = String(own.data?.pages[0]?.items[0]?.values.jurisdiction ?? 'NL')
  const title = { nl: measure.title_nl, en: measure.title_en }[language]
  return (
    <>
      <p className="quiet">
        <Link to="/measures">{words.all}</Link>
      </p>
      <Title name={`${duty} ${title}`} />
      <Ready of={query}>
        {({ standing, hidden }) => (
          <>
            <Stand standing={standing} duty={duty} law={lawsOf(measure.legal_refs, jurisdiction)} />
            {hidden.includes('requirement-answer') && <p className="quiet">{words.hidden}</p>}
            <div className="duo">
              <Serving duty={duty} />
              <Planned ids={measure.requirements.map(({ id }) => id)} />
            </div>
            <Eight standing={standing} duty={duty} />
          </>
        )}
      </Ready>
      <Neighbours duty={duty} />
    </>
  )
}

interface DutyProps {
  readonly standing: Standing
  readonly duty: string
}

function Stand({ standing, duty, law }: DutyProps & { readonly law: string }) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const found = standing.measures.find(({ id }) => id === duty)
  if (found === undefined) return null
  const { mark, restsOn, sentences } = sectionShown(found, language)
  return (
    <div className="duty-facts">
      {/* Made by our own drawing code, which escapes every text. */}
      <div dangerouslySetInnerHTML={{ __html: mark }} />
      <div className="prose">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="quiet">
          {words.columns.rests}: {restsOn === '' ? words.notMeasured : restsOn} ·{' '}
          {words.columns.measured.toLowerCase()} {words.of(found.measured, found.applicable)}
          {found.is_contradicted && <span className="broken"> · ✕ {words.contradicted}</span>}
        </p>
        <p className="quiet">
          {words.law}: {law}
        </p>
      </div>
    </div>
  )
}

function Eight({ standing, duty }: DutyProps) {
  const words = useMeasureWords()
  const found = standing.measures.find(({ id }) => id === duty)
  const ids = found?.requirements.map(({ id }) => id) ?? []
  const answers = useList('requirement-answer', {
    limit: 200,
    filter: [`requirement:in:${ids.join(',')}`],
  })
  const items = answers.data?.pages.flatMap((page) => page.items) ?? []
  const { hash } = useLocation()
  const isHere = found !== undefined
  useEffect(() => {
    if (isHere && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash, isHere])
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements">{words.requirements}</h2>
      {found?.requirements.map((result) => (
        <Requirement
          key={result.id}
          result={result}
          answers={items.filter(({ values }) => values.requirement === result.id)}
          isReady={answers.data !== undefined}
        />
      ))}
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="block">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Serving({ duty }: { readonly duty: string }) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const tongue = registerTongue(language)
  const list = useList('measure', { limit: 100, filter: [`duties:eq:${duty}`] })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Part title={words.measures}>
      {list.data !== undefined && items.length === 0 && <p>{words.noMeasures}</p>}
      <ul className="plain">
        {items.map(({ id, state, values }) => (
          <li key={id}>
            <Link to={placeOf({ kind: 'measure', id })}>{values.name}</Link>{' '}
            <span className="quiet">
              {tongue.code('measure', state)}
              {typeof values.effectiveness === 'string' &&
                `, ${tongue.code('measure', values.effectiveness, 'effectiveness')}`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Planned({ ids }: { readonly ids: readonly string[] }) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const list = useList('action', {
    limit: 100,
    sort: 'due_on',
    filter: [`requirements:in:${ids.join(',')}`, 'state:in:open,in_progress'],
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Part title={words.actions}>
      {list.data !== undefined && items.length === 0 && <p>{words.noActions}</p>}
      <ul className="plain">
        {items.slice(0, 6).map(({ id, values }) => (
          <li key={id}>
            <Link to={placeOf({ kind: 'action', id })}>{values.name}</Link>{' '}
            <span className="quiet">
              {typeof values.due_on === 'string' && words.before(day(values.due_on, language))}
              {typeof values.cost_eur === 'number' && ` · ${euro(values.cost_eur, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Neighbours({ duty }: { readonly duty: string }) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const say = boardTongue(language)
  const ids = requirementsPack.measures.map(({ id }) => id)
  const at = ids.indexOf(duty)
  const [before, after] = [ids[at - 1], ids[at + 1]]
  return (
    <nav className="row" aria-label={words.all}>
      {before !== undefined && (
        <Link to={`/measures/${before}`}>
          ← {words.previous}: {say.word(before, 'measure')}
        </Link>
      )}
      {after !== undefined && (
        <Link to={`/measures/${after}`}>
          {words.following}: {say.word(after, 'measure')} →
        </Link>
      )}
    </nav>
  )
}
