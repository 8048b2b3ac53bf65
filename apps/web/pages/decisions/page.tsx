// SPDX-License-Identifier: EUPL-1.2
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useRecord } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { Comments } from '../../parts/comments.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime, euro } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { Pending } from '../registers/pending.tsx'
import { Acts } from './acts.tsx'
import { Annexes } from './annexes.tsx'
import type { Decision } from './decision.ts'
import { Delegation } from './delegation.tsx'
import { Documents } from './documents.tsx'
import { Limits } from './limits.tsx'
import { Votes } from './votes.tsx'
import { useDecideWords } from './words.ts'

/** A question to a body on one sheet: what is asked, what follows, what it costs, who disagrees. */
export function DecisionSheet({ session }: { readonly session: Session }) {
  const { id = '' } = useParams()
  const words = useDecideWords()
  const record = useRecord('decision', id)
  return (
    <>
      <p className="quiet">
        <Link to="/registers/decisions">{words.all}</Link> ·{' '}
        <Link to="/meetings">{words.meetings}</Link>
      </p>
      <Ready of={record}>
        {(found) => <Sheet decision={found as Decision} session={session} />}
      </Ready>
    </>
  )
}

interface SheetProps {
  readonly decision: Decision
  readonly session: Session
}

function Sheet({ decision, session }: SheetProps) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const { values } = decision
  const person = session.organisation?.person ?? ''
  return (
    <>
      <Title name={values.question ?? values.name ?? words.all} />
      <Standing decision={decision} />
      <div className="outcomes">
        <Outcome title={words.yes} text={values.if_yes} />
        <Outcome title={words.no} text={values.if_no} />
        <Outcome title={words.nothing} text={values.if_nothing} />
      </div>
      <Limits decision={decision} />
      <Pending kind={kinds.decision} record={decision} />
      <div className="sheet">
        <div>
          <Votes decision={decision} person={person} />
          <Acts decision={decision} person={person} />
        </div>
        <div>
          <Block title={words.money}>
            {values.cost_eur === undefined && values.avoided_loss_eur === undefined && (
              <p className="quiet">{words.noMoney}</p>
            )}
            {typeof values.cost_eur === 'number' && (
              <p>
                {words.cost} <strong>{euro(values.cost_eur, language)}</strong>
              </p>
            )}
            {typeof values.avoided_loss_eur === 'number' && (
              <p>
                {words.avoided} <strong>{euro(values.avoided_loss_eur, language)}</strong>
              </p>
            )}
          </Block>
          <Block title={words.proposedBy}>
            <p>
              {typeof values.proposed_by === 'string' ? (
                <RecordLink id={values.proposed_by} />
              ) : (
                <span className="quiet">{words.nobody}</span>
              )}
            </p>
          </Block>
          <Long title={words.proposal} text={values.proposal} />
          <Long title={words.advice} text={values.advice} />
          <Links title={words.about} ids={values.about} />
          <Links title={words.conflicted} ids={values.conflicted} />
          <Documents digests={values.documents ?? []} />
          <Delegation decision={decision} />
          <Annexes decision={decision} />
          <p>
            <Link to={`/registers/decisions/${decision.id}`}>{words.register}</Link>
          </p>
        </div>
      </div>
      <Comments id={decision.id} />
    </>
  )
}

/** For whom and by when; once decided, what and confirmed by whom. */
function Standing({ decision }: { readonly decision: Decision }) {
  const { words, language } = useLanguage()
  const own = useDecideWords()
  const tongue = registerTongue(language)
  const { values, state, changed, approval } = decision
  const { outcome, due_on, decided_on, conditions, evaluate_on } = values
  const isOpen = state === 'draft' || state === 'tabled'
  const today = new Date().toISOString().slice(0, 10)
  const isLate = isOpen && typeof due_on === 'string' && due_on < today
  const dueDay = typeof due_on === 'string' ? day(due_on, language) : null
  return (
    <>
      <p>
        <strong>{upper(tongue.code('decision', state))}</strong> · {own.body}:{' '}
        {tongue.code('decision', values.body ?? '', 'body')} ·{' '}
        <span className={isLate ? 'broken' : 'quiet'}>
          {dueDay === null ? own.noDay : isLate ? own.late(dueDay) : own.dueOn(dueDay)}
        </span>{' '}
        <span className="quiet">
          · {words.registers.seal}, {dayAndTime(changed.at, language)}
        </span>
      </p>
      {state === 'decided' && typeof outcome === 'string' && typeof decided_on === 'string' && (
        <p className="answer">
          {own.decided(tongue.code('decision', outcome, 'outcome'), day(decided_on, language))}
          {approval !== null && (
            <>
              , {own.confirmed(day(approval.at, language))} <RecordLink id={approval.by} />
            </>
          )}
        </p>
      )}
      {state === 'tabled' && typeof outcome === 'string' && (
        <p className="ask">{own.unconfirmed(tongue.code('decision', outcome, 'outcome'))}</p>
      )}
      {typeof conditions === 'string' && (
        <p>
          {own.conditions}: {conditions}
        </p>
      )}
      {typeof evaluate_on === 'string' && (
        <p className="quiet">{own.evaluateOn(day(evaluate_on, language))}</p>
      )}
    </>
  )
}

function Outcome({ title, text }: { readonly title: string; readonly text: unknown }) {
  const words = useDecideWords()
  return (
    <section>
      <h2>{title}</h2>
      {typeof text === 'string' ? (
        <p>
          <Glossed text={text} />
        </p>
      ) : (
        <p className="quiet">{words.unknown}</p>
      )}
    </section>
  )
}

export function Block({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="block">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Long({ title, text }: { readonly title: string; readonly text: unknown }) {
  return typeof text !== 'string' ? null : (
    <Block title={title}>
      <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
    </Block>
  )
}

function Links({
  title,
  ids = [],
}: {
  readonly title: string
  readonly ids: readonly string[] | undefined
}) {
  const { unknown } = useWords()
  return ids.length === 0 ? null : (
    <Block title={title}>
      <ul className="plain" aria-label={title === '' ? unknown : title}>
        {ids.map((id) => (
          <li key={id}>
            <RecordLink id={id} />
          </li>
        ))}
      </ul>
    </Block>
  )
}
