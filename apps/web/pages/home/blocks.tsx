// SPDX-License-Identifier: EUPL-1.2

import type { Standing } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../data/session.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { day, dayAndTime, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from './place.ts'

interface BlockProps {
  readonly standing: Standing
}

function Block({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="block">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

const shownDecisions = 3

export function Decisions({ standing }: BlockProps) {
  const roles = useSession().data?.organisation?.roles ?? []
  const isDeciding = roles.includes('director')
  const { words, language } = useLanguage()
  const { home } = words
  const tabled = standing.decisions.filter(({ is_tabled }) => is_tabled)
  const shown = tabled.length > 0 ? tabled : standing.decisions
  return (
    <Block
      id="decide"
      title={isDeciding ? home.decide(shown.length) : home.boardDecides(shown.length)}
    >
      {shown.length === 0 && <p>{home.nothingToDecide}</p>}
      {shown.slice(0, shownDecisions).map((one) => (
        <article key={one.id} className="decision">
          <h3>
            <Link to={placeOf(one)}>{one.question === '' ? one.name : one.question}</Link>
          </h3>
          <p>
            {one.cost_eur !== null && <strong>{euro(one.cost_eur, language)}</strong>}{' '}
            {one.due_on !== null && (
              <span className={one.is_late ? 'broken' : 'quiet'}>
                {one.is_late
                  ? home.lateSince(day(one.due_on, language))
                  : home.before(day(one.due_on, language))}
              </span>
            )}{' '}
            {!one.is_tabled && <span className="quiet">{home.draft}</span>}
          </p>
          {(one.if_yes !== null || one.if_no !== null) && (
            <details>
              <summary>{home.consequences}</summary>
              <dl className="facts">
                {one.if_yes !== null && <Fact name={home.ifYes} text={one.if_yes} />}
                {one.if_no !== null && <Fact name={home.ifNo} text={one.if_no} />}
                {one.if_nothing !== null && <Fact name={home.ifNothing} text={one.if_nothing} />}
              </dl>
            </details>
          )}
        </article>
      ))}
      <p>
        <Link to="/meetings">{home.meetings}</Link>
      </p>
      {shown.length > shownDecisions && (
        <p>
          <Link to="/registers/decisions">{home.allDecisions(shown.length)}</Link>
        </p>
      )}
    </Block>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}

/** What runs out: reports of incidents, and the training terms, one's own first. */
export function Clocks({ standing, person }: BlockProps & { readonly person: string }) {
  const { words, language } = useLanguage()
  const { home } = words
  const { reports, training, open_incidents } = standing
  const waiting = training.filter(({ status }) => status === 'running' || status === 'overdue')
  const own = waiting.filter((one) => one.person === person)
  const others = waiting.filter((one) => one.person !== person)
  return (
    <Block id="clocks" title={home.clocks}>
      {open_incidents.map((one) => (
        <p key={one.id} className="broken">
          {home.incident} <Link to={placeOf(one)}>{one.name}</Link>
        </p>
      ))}
      {reports.length === 0 && open_incidents.length === 0 && <p>{home.noClocks}</p>}
      {reports.map((one) => (
        <p key={one.id} className={one.is_late ? 'broken' : undefined}>
          <Link to={placeOf(one)}>{home.stages[one.stage] ?? one.stage}</Link>{' '}
          {home.before(dayAndTime(one.due_at, language))}
        </p>
      ))}
      {[...own, ...others].slice(0, 4).map((one) => (
        <p key={one.id} className={one.status === 'overdue' ? 'broken' : undefined}>
          {one.person === person ? (
            <Link to="/people/training">{home.yourTraining}</Link>
          ) : (
            <>
              {home.trainingOf} <RecordLink id={one.person} />
            </>
          )}
          : {one.due_on !== null && home.before(day(one.due_on, language))}
        </p>
      ))}
    </Block>
  )
}

export function Risks({ standing, children }: BlockProps & { readonly children: ReactNode }) {
  const { words, language } = useLanguage()
  const { home } = words
  const say = boardTongue(language)
  const { largest, count, without_euros } = standing.risks
  return (
    <Block id="risks" title={home.risks}>
      {count === 0 ? <p>{home.noRisks}</p> : children}
      <ol className="plain">
        {largest.map((one) => (
          <li key={one.id}>
            <Link to={`/risks/${one.id}`} title={one.name}>
              {one.name}
            </Link>
            <br />
            <strong>
              {one.loss_eur === null
                ? home.noEuros
                : say.euroRange({ low_eur: one.loss_eur.low, high_eur: one.loss_eur.high })}
            </strong>
            {one.outage_hours !== null && (
              <span className="quiet">
                , {say.hours(one.outage_hours.low, one.outage_hours.high)}
              </span>
            )}
            {one.is_lapsed && <span className="broken"> {home.acceptanceLapsed}</span>}
            {one.accepted_until !== null && (
              <span className="quiet">
                {' '}
                {home.acceptedUntil(day(one.accepted_until, language))}
              </span>
            )}
          </li>
        ))}
      </ol>
      {count > largest.length && (
        <p>
          <Link to="/risks">{home.allRisks(count)}</Link>
        </p>
      )}
      {without_euros > 0 && <p className="quiet">{home.withoutEuros(without_euros, count)}</p>}
    </Block>
  )
}

export function Plan({ standing }: BlockProps) {
  const { words, language } = useLanguage()
  const { home } = words
  const { week, open, done, late, next } = standing.roadmap
  return (
    <Block id="plan" title={week === null ? home.plan : home.planWeek(week)}>
      <p>
        {home.planCounts(done, open)}{' '}
        {late > 0 && <span className="broken">{home.planLate(late)}</span>}
      </p>
      <ul className="plain">
        {next.slice(0, 4).map((one) => (
          <li key={one.id}>
            <Link to={`/risks/${one.id}`} title={one.name}>
              {one.name}
            </Link>
            <br />
            <span className={one.is_late ? 'broken' : 'quiet'}>
              {one.due_on !== null && day(one.due_on, language)}
            </span>{' '}
            {one.owner !== null && <RecordLink id={one.owner} />}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/roadmap">{home.allActions}</Link>
      </p>
    </Block>
  )
}
