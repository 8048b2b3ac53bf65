// SPDX-License-Identifier: EUPL-1.2
import { answerWords, dutyName, summaryWords } from '@schouw/report/chain'
import type { ReactNode } from 'react'
import type { TrustShown } from '../../data/customers.ts'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'

/** What a customer sees, in the same words as the paper they may take along. */
export function Shown({ shown }: { readonly shown: TrustShown }) {
  const { language } = useLanguage()
  const say = summaryWords(language)
  const { board, incidents, supply_chain: supply, contact_mailbox: mailbox } = shown
  return (
    <>
      <p>{say.what}</p>
      <p>{say.until(day(shown.shared_until, language))}</p>
      {shown.statement !== null && <p>{shown.statement}</p>}
      <Duties shown={shown} />
      {board !== null && (
        <Part title={say.board.title}>
          <p>{say.board.text(board.trained, board.members)}</p>
        </Part>
      )}
      <Certificates shown={shown} />
      <Tests shown={shown} />
      {incidents !== null && (
        <Part title={say.incidents.title}>
          <p>{say.incidents.playbooks(incidents.playbooks)}</p>
          <p>
            {incidents.notice_hours === null
              ? say.incidents.noNotice
              : say.incidents.notice(incidents.notice_hours)}
          </p>
        </Part>
      )}
      {supply !== null && (
        <Part title={say.supply.title}>
          <p>{say.supply.text(supply)}</p>
        </Part>
      )}
      <Answers shown={shown} />
      {mailbox !== null && (
        <Part title={say.contact.title}>
          <p>{say.contact.text(mailbox)}</p>
        </Part>
      )}
      <p className="quiet">{say.foot}</p>
    </>
  )
}

interface ShownProps {
  readonly shown: TrustShown
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Duties({ shown: { duties } }: ShownProps) {
  const { language } = useLanguage()
  const { duties: own } = summaryWords(language)
  if (duties === null) return null
  const sum = (of: (one: NonNullable<TrustShown['duties']>[number]) => number) =>
    duties.reduce((total, one) => total + of(one), 0)
  const [duty, shown, said, of] = own.heads
  return (
    <Part title={own.title}>
      <p>
        {own.text(
          sum((one) => one.shown),
          sum((one) => one.of),
        )}
      </p>
      <Table
        label={own.title}
        rows={duties}
        keyOf={(one) => one.duty}
        columns={[
          { title: duty, is: 'head', cell: (one) => dutyName(one.duty, language) },
          { title: shown, is: 'number', cell: (one) => one.shown },
          { title: said, is: 'number', cell: (one) => one.said },
          { title: of, is: 'number', cell: (one) => one.of },
        ]}
      />
    </Part>
  )
}

function Certificates({ shown: { certificates } }: ShownProps) {
  const { language } = useLanguage()
  const { certificates: own } = summaryWords(language)
  if (certificates === null) return null
  const [name, dated, until, rests] = own.heads
  return (
    <Part title={own.title}>
      {certificates.length === 0 ? (
        <p>{own.none}</p>
      ) : (
        <Table
          label={own.title}
          rows={certificates}
          keyOf={(one) => `${one.name} ${one.dated}`}
          columns={[
            { title: name, is: 'head', cell: (one) => one.name },
            {
              title: dated,
              is: 'nowrap',
              cell: (one) => (one.dated === null ? '' : day(one.dated, language)),
            },
            {
              title: until,
              is: 'nowrap',
              tone: ({ is_stale }) => (is_stale ? 'broken' : undefined),
              cell: ({ valid_until: end, is_stale }) =>
                end === null
                  ? own.noEnd
                  : `${day(end, language)}${is_stale ? ` (${own.stale})` : ''}`,
            },
            { title: rests, cell: ({ rests_on }) => own.rests[rests_on] },
          ]}
        />
      )}
    </Part>
  )
}

function Tests({ shown: { tests } }: ShownProps) {
  const { language } = useLanguage()
  const { tests: own } = summaryWords(language)
  if (tests === null) return null
  const last = (on: string | null) => (on === null ? '' : own.last(day(on, language)))
  return (
    <Part title={own.title}>
      <p>
        {own.restores(tests.restores)} {last(tests.restores.last_on)}
      </p>
      <p>
        {own.exercises(tests.exercises)} {last(tests.exercises.last_on)}
      </p>
    </Part>
  )
}

function Answers({ shown: { answers } }: ShownProps) {
  const { language } = useLanguage()
  const { answers: own } = summaryWords(language)
  if (answers === null) return null
  const options: Readonly<Record<string, string>> = answerWords(language)
  return (
    <Part title={own.title}>
      {answers.length === 0 && <p>{own.none}</p>}
      <dl className="answers">
        {answers.map(({ question, answer, explanation }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>
              <strong>{options[answer ?? ''] ?? ''}</strong> {explanation}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
