// SPDX-License-Identifier: EUPL-1.2
import type { scopesOf } from '@schouw/core/board'
import type { ReactNode } from 'react'
import { Table } from '../../parts/table.tsx'
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

interface PartProps {
  readonly title: string
  readonly intro?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** Folded where it is no first reading; a print shows all of it. */
function Part({ title, intro, isOpen = false, children }: PartProps) {
  return (
    <details className="part" open={isOpen}>
      <summary>{title}</summary>
      {intro !== undefined && <p className="prose quiet">{intro}</p>}
      {children}
    </details>
  )
}

const quiet = () => 'quiet'

interface ConsequencesProps {
  readonly verdict: Result
  readonly tell: ScopeTelling
}

function Consequences({ verdict, tell }: ConsequencesProps) {
  const { own } = tell
  const { open_questions, popular_rule } = verdict
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
      <Authorities verdict={verdict} tell={tell} />
      <Fines verdict={verdict} tell={tell} />
    </>
  )
}

function Grounds({ verdict, tell }: ConsequencesProps) {
  const { own } = tell
  const [rule, facts, article, confidence] = own.groundColumns
  return (
    <Part title={own.grounds} isOpen>
      <Table
        label={own.grounds}
        rows={verdict.grounds}
        keyOf={({ rule, article }) => `${rule} ${article}`}
        columns={[
          { title: rule, cell: (one) => tell.rule(one) },
          { title: facts, cell: (one) => tell.facts(one) },
          { title: article, cell: (one) => tell.at(one), tone: quiet },
          { title: confidence, cell: (one) => tell.confidence(one.confidence), tone: quiet },
        ]}
      />
    </Part>
  )
}

function Duties({ verdict, tell }: ConsequencesProps) {
  const { language } = useLanguage()
  const { own } = tell
  const [duty, from, due, article] = own.dutyColumns
  return (
    <Part title={own.duties} isOpen>
      <Table
        label={own.duties}
        rows={verdict.duties}
        keyOf={({ id }) => id}
        columns={[
          { title: duty, cell: (one) => ({ nl: one.title_nl, en: one.title_en })[language] },
          {
            title: from,
            is: 'nowrap',
            cell: (one) => (one.from === null ? null : day(one.from, language)),
          },
          {
            title: due,
            is: 'nowrap',
            cell: (one) => (one.due === null ? own.standing : day(one.due, language)),
          },
          {
            title: article,
            tone: quiet,
            cell: (one) =>
              `${tell.article(one.article)}${
                one.confidence === 'uncertain' ? ` (${tell.confidence(one.confidence)})` : ''
              }`,
          },
        ]}
      />
    </Part>
  )
}

function Authorities({ verdict: { authorities }, tell }: ConsequencesProps) {
  const { own } = tell
  const [role, name, confidence] = own.authorityColumns
  if (authorities.length === 0) return null
  return (
    <Part title={own.authorities}>
      <Table
        label={own.authorities}
        rows={authorities}
        keyOf={(one) => one.role + one.name}
        columns={[
          { title: role, cell: (one) => own.roles[one.role] },
          { title: name, cell: (one) => one.name },
          { title: confidence, cell: (one) => tell.confidence(one.confidence), tone: quiet },
        ]}
      />
    </Part>
  )
}

function Fines({ verdict: { fines }, tell }: ConsequencesProps) {
  const { words, language } = useLanguage()
  const { own, say } = tell
  const [who, breach, most, article] = own.fineColumns
  if (fines.length === 0) return null
  return (
    <Part title={own.fines} intro={own.finesIntro}>
      <Table
        label={own.fines}
        rows={fines}
        keyOf={({ id }) => id}
        columns={[
          {
            title: who,
            cell: (one) => (one.addressee === 'entity' ? own.entity : own.boardMember),
          },
          { title: breach, cell: (one) => ({ nl: one.breach_nl, en: one.breach_en })[language] },
          {
            title: most,
            cell: (one) => (one.max_eur === null ? words.unknown : say.euro(one.max_eur)),
          },
          { title: article, cell: (one) => tell.article(one.source), tone: quiet },
        ]}
      />
    </Part>
  )
}
