// SPDX-License-Identifier: EUPL-1.2
import type { scopesOf } from '@schouw/core/board'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Terms } from '../../parts/term.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { ScopeTelling } from './telling.ts'

export type EntityScope = ReturnType<typeof scopesOf>[number]
type Result = NonNullable<EntityScope['verdict']>

interface VerdictProps {
  readonly scope: EntityScope
  readonly tell: ScopeTelling
  readonly isTyping: boolean
}

export function Verdict({ scope, tell, isTyping }: VerdictProps) {
  const { verdict, concluded, state } = scope
  const { own } = tell
  const isOther = verdict !== null && concluded !== null && concluded !== verdict.entity_class
  return (
    <>
      <p className="answer" aria-live="polite">
        {verdict === null ? own.notYet : tell.verdict(verdict)}{' '}
        <span className="quiet">({own.states[state] ?? state})</span>
      </p>
      {isTyping && <p className="ask">{own.whatIf}</p>}
      {verdict !== null && (
        <p className="prose">
          <Terms text={tell.size(verdict)} />
        </p>
      )}
      {scope.is_to_recheck && !isTyping && (
        <p className="ask">
          {state === 'scope_lapsed' ? `${own.recheck} ` : ''}
          {isOther && own.other(tell.className(concluded), tell.className(verdict.entity_class))}
        </p>
      )}
      <Gaps scope={scope} tell={tell} />
      {verdict !== null && <Consequences verdict={verdict} tell={tell} />}
    </>
  )
}

function Gaps({ scope: { gaps, without_figures }, tell }: Omit<VerdictProps, 'isTyping'>) {
  const { own } = tell
  if (gaps.length === 0) return null
  return (
    <>
      <h3>{own.gapsTitle}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            {gap === 'relation_figures'
              ? own.gaps.relation_figures(without_figures.join(', '))
              : own.gaps[gap]}
          </li>
        ))}
      </ul>
    </>
  )
}

interface TableProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly intro?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** Folded where it is no first reading; a print shows all of it. */
function Part({ title, columns, intro, isOpen = false, children }: TableProps) {
  return (
    <details className="part" open={isOpen}>
      <summary>{title}</summary>
      {intro !== undefined && <p className="prose quiet">{intro}</p>}
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  )
}

interface ConsequencesProps {
  readonly verdict: Result
  readonly tell: ScopeTelling
}

function Consequences({ verdict, tell }: ConsequencesProps) {
  const { own } = tell
  const { open_questions, authorities, popular_rule } = verdict
  return (
    <>
      <h3>{own.popularTitle}</h3>
      <p className={popular_rule.differs ? 'prose ask-plain' : 'prose'}>{tell.popular(verdict)}</p>
      {open_questions.length > 0 && (
        <>
          <h3>{own.questionsTitle}</h3>
          <ul>
            {open_questions.map((one) => (
              <li key={one}>{tell.question(one)}</li>
            ))}
          </ul>
        </>
      )}
      <Grounds verdict={verdict} tell={tell} />
      <Duties verdict={verdict} tell={tell} />
      {authorities.length > 0 && (
        <Part title={own.authorities} columns={own.authorityColumns}>
          {authorities.map((one) => (
            <tr key={one.role + one.name}>
              <td>{own.roles[one.role]}</td>
              <td>{one.name}</td>
              <td className="quiet">{tell.confidence(one.confidence)}</td>
            </tr>
          ))}
        </Part>
      )}
      <Fines verdict={verdict} tell={tell} />
    </>
  )
}

function Grounds({ verdict, tell }: ConsequencesProps) {
  const { own } = tell
  return (
    <Part title={own.grounds} columns={own.groundColumns} isOpen>
      {verdict.grounds.map((ground, at) => (
        <tr key={`${at}-${ground.rule}`}>
          <td>{tell.rule(ground)}</td>
          <td>{tell.facts(ground)}</td>
          <td className="quiet">{tell.at(ground)}</td>
          <td className="quiet">{tell.confidence(ground.confidence)}</td>
        </tr>
      ))}
    </Part>
  )
}

function Duties({ verdict, tell }: ConsequencesProps) {
  const { language } = useLanguage()
  const { own } = tell
  return (
    <Part title={own.duties} columns={own.dutyColumns} isOpen>
      {verdict.duties.map((one) => (
        <tr key={one.id}>
          <td>{language === 'nl' ? one.title_nl : one.title_en}</td>
          <td>{one.from === null ? '' : day(one.from, language)}</td>
          <td>{one.due === null ? own.standing : day(one.due, language)}</td>
          <td className="quiet">
            {tell.article(one.article)}
            {one.confidence === 'uncertain' && ` (${tell.confidence(one.confidence)})`}
          </td>
        </tr>
      ))}
    </Part>
  )
}

function Fines({ verdict, tell }: ConsequencesProps) {
  const { words, language } = useLanguage()
  const { own, say } = tell
  if (verdict.fines.length === 0) return null
  return (
    <Part title={own.fines} columns={own.fineColumns} intro={own.finesIntro}>
      {verdict.fines.map((one) => (
        <tr key={one.id}>
          <td>{one.addressee === 'entity' ? own.entity : own.boardMember}</td>
          <td>{language === 'nl' ? one.breach_nl : one.breach_en}</td>
          <td>{one.max_eur === null ? words.unknown : say.euro(one.max_eur)}</td>
          <td className="quiet">{tell.article(one.source)}</td>
        </tr>
      ))}
    </Part>
  )
}

/** Not under the law is no dead end: the questions come by contract. */
export function Customers({ tell: { own } }: { readonly tell: ScopeTelling }) {
  return (
    <>
      <h3>{own.customersTitle}</h3>
      <p className="prose">{own.customersIntro}</p>
      <ul>
        {own.customers.map(([text, to]) => (
          <li key={to}>
            <Link to={to ?? '/'}>{text}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
