// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { dikeShown } from '@schouw/report/board'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { useAsOf } from '../../data/as-of.ts'
import type { Session } from '../../data/session.ts'
import { useStanding } from '../../data/standing.ts'
import { BareDate } from '../../parts/bare-date.tsx'
import { Picture } from '../../parts/drawing.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { Strip } from '../start/strip.tsx'
import { Clocks, Decisions, Plan, Risks } from './blocks.tsx'
import { Deviations } from './deviations.tsx'
import './home.css'
import { Money } from './money.tsx'
import { OwnWork } from './own.tsx'
import { Start } from './start.tsx'
import { Waiting } from './waiting.tsx'

const workers: readonly string[] = ['ciso', 'it_manager', 'ot_engineer', 'process_owner']

/** Own work first for those who do it; whoever is answerable sees the page of the board at once. */
export function Home({ session }: { readonly session: Session }) {
  const { home } = useWords()
  const [asOf] = useAsOf()
  const roles = session.organisation?.roles ?? []
  // What somebody has to do is of today, and has no place beside another day.
  if (asOf !== '' || roles.includes('director') || !roles.some((role) => workers.includes(role))) {
    return (
      <>
        <Title name={home.title} />
        <Board session={session} />
      </>
    )
  }
  return (
    <Suspense fallback={null}>
      <OwnWork session={session}>
        <Board session={session} />
      </OwnWork>
    </Suspense>
  )
}

/** What is asked and known before anything is measured; nothing where that is nothing. */
function SoFar({ standing, person }: { readonly standing: Standing; readonly person: string }) {
  const { decisions, risks, training } = standing
  return (
    <div className="duo">
      <div>
        {decisions.length > 0 && <Decisions standing={standing} />}
        <Suspense fallback={null}>
          <Waiting />
        </Suspense>
        {training.length > 0 && <Clocks standing={standing} person={person} />}
      </div>
      {risks.count > 0 && <Risks standing={standing}>{null}</Risks>}
    </div>
  )
}

/** The page of whoever is answerable: are we in control, and what is asked of us today. */
function Board({ session }: { readonly session: Session }) {
  const { words, language } = useLanguage()
  const { home } = words
  const [asOf, setAsOf] = useAsOf()
  const query = useStanding(asOf)
  return (
    <Ready of={query}>
      {({ standing, today, hidden }) => {
        const { answer, measures, board_level } = standing
        if (answer.not_measured === measures.length && asOf === '') {
          return (
            <Start session={session} path={standing.path}>
              <SoFar standing={standing} person={session.organisation?.person ?? ''} />
            </Start>
          )
        }
        const boardLevel =
          board_level === null
            ? null
            : { level: board_level.level, decidedOn: null, decision: null }
        const leadsTo = (id: string) => `/measures/${id}`
        const { wide, narrow, notes } = dikeShown({ measures, boardLevel, leadsTo }, language)
        return (
          <>
            <div className="answer-row">
              <p className="answer">{home.answer(answer)}</p>
              {asOf === '' && standing.path.done < standing.path.steps.length && (
                <Suspense fallback={<p className="strip">&nbsp;</p>}>
                  <Strip path={standing.path} />
                </Suspense>
              )}
            </div>
            {hidden.length > 0 && <p className="quiet">{home.partly}</p>}
            <div className="board">
              <div>
                <Picture wide={wide} narrow={narrow} />
                <details className="sections">
                  <summary>{home.sections}</summary>
                  <ol className="notes">
                    {notes.map(({ id, title, sentences }) => (
                      <li key={id} id={`measure-${id}`}>
                        <h3>
                          <Link to={leadsTo(id)}>{title}</Link>
                        </h3>
                        <p>{sentences.join(' ')}</p>
                      </li>
                    ))}
                  </ol>
                </details>
              </div>
              <div className="beside">
                <Decisions standing={standing} />
                {asOf === '' && (
                  <Suspense fallback={null}>
                    <Waiting />
                  </Suspense>
                )}
                <Clocks standing={standing} person={session.organisation?.person ?? ''} />
                <Suspense fallback={null}>
                  <Deviations asOf={asOf} />
                </Suspense>
                <p className="quiet no-print as-of">
                  {home.asOf(day(today, language))}
                  <BareDate label={words.registers.asOf} value={asOf} onChange={setAsOf} />
                </p>
              </div>
              <div className="duo">
                <Risks standing={standing}>
                  <Suspense fallback={<p className="strip">&nbsp;</p>}>
                    <Money asOf={asOf} />
                  </Suspense>
                </Risks>
                <Plan standing={standing} />
              </div>
            </div>
          </>
        )
      }}
    </Ready>
  )
}
