// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'
import type { Standing } from '@schouw/core/board'
import { boardTongue, sectionShown } from '@schouw/report/board'
import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useList } from '../../data/records.ts'
import { useStanding } from '../../data/standing.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { PlanOfDuty } from './plan.tsx'
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
            <PlanOfDuty duty={duty} requirements={measure.requirements.map(({ id }) => id)} />
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
      <Refusal error={answers.error} />
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
