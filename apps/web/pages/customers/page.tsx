// SPDX-License-Identifier: EUPL-1.2
import { dutyName } from '@schouw/report/chain'
import { Link } from 'react-router'
import { type CustomersAnswer, useCustomers } from '../../data/customers.ts'
import { useMay } from '../../data/may.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Tabs } from '../suppliers/tabs.tsx'
import { Bring } from './bring.tsx'
import { useCustomersWords } from './words.ts'

/** The other way round: what those you deliver to ask, may see and were promised. */
export function CustomersPage() {
  const words = useCustomersWords()
  const allowed = useMay()
  return (
    <>
      <Title name={words.title} />
      <Tabs />
      <p>{words.intro}</p>
      <Ready of={useCustomers()}>
        {(found) => (
          <>
            <Answer {...found} />
            <Questionnaires {...found} />
            {allowed('create', 'customer-questionnaire') && <Bring />}
            <Showing {...found} />
            <Shares {...found} mayAdd={allowed('create', 'trust-share')} />
            <Promises
              {...found}
              mayAdd={allowed('create', 'contract')}
              mayAudit={allowed('create', 'audit')}
            />
          </>
        )}
      </Ready>
    </>
  )
}

function Answer({ showing, questionnaires }: CustomersAnswer) {
  const words = useCustomersWords()
  const shown = showing.reduce((sum, one) => sum + one.shown, 0)
  const of = showing.reduce((sum, one) => sum + one.of, 0)
  const open = questionnaires.filter(({ state }) => state === 'open').length
  return <p className="answer">{words.answer({ shown, of, open })}</p>
}

function Questionnaires({ questionnaires }: CustomersAnswer) {
  const { language } = useLanguage()
  const words = useCustomersWords()
  const { columns } = words
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{words.questionnaires}</h2>
      {questionnaires.length === 0 ? (
        <p>{words.noQuestionnaires}</p>
      ) : (
        <Table
          label={words.questionnaires}
          rows={questionnaires}
          keyOf={({ id }) => id}
          columns={[
            {
              title: columns.party,
              is: 'head',
              cell: ({ id, party_name, name }) => (
                <>
                  <Link to={`/customers/questionnaires/${id}`}>{party_name}</Link>
                  <div className="quiet">{name}</div>
                </>
              ),
            },
            {
              title: columns.progress,
              tone: ({ approved, asked }) => (approved === asked ? 'done' : undefined),
              cell: ({ approved, asked }) => words.progress(approved, asked),
            },
            {
              title: columns.due,
              is: 'nowrap',
              tone: ({ is_late }) => (is_late ? 'broken' : undefined),
              cell: ({ due_on: due, is_late }) => (
                <>
                  {due !== null && day(due, language)}
                  {is_late && <div>{words.late}</div>}
                </>
              ),
            },
            { title: columns.state, cell: ({ state }) => words.states[state] ?? state },
          ]}
        />
      )}
    </section>
  )
}

const mostMissing = 3

function Showing({ showing }: CustomersAnswer) {
  const { language } = useLanguage()
  const words = useCustomersWords()
  const { showingColumns: columns } = words
  return (
    <section aria-labelledby="showing">
      <h2 id="showing">{words.showing}</h2>
      <p className="quiet">{words.showingHelp}</p>
      <Table
        label={words.showing}
        rows={showing.toSorted((a, b) => b.asked - a.asked)}
        keyOf={({ duty }) => duty}
        columns={[
          {
            title: columns.duty,
            is: 'head',
            cell: ({ duty }) => <Link to={`/measures/${duty}`}>{dutyName(duty, language)}</Link>,
          },
          { title: columns.asked, is: 'number', cell: ({ asked }) => asked },
          { title: columns.shown, is: 'number', cell: ({ shown }) => shown },
          { title: columns.said, is: 'number', cell: ({ said }) => said },
          { title: columns.of, is: 'number', cell: ({ of }) => of },
          {
            title: columns.missing,
            tone: ({ missing }) => (missing.length === 0 ? 'done' : 'ask'),
            cell: ({ missing }) =>
              missing.length === 0
                ? words.nothingMissing
                : [
                    missing.slice(0, mostMissing).join(', '),
                    ...(missing.length > mostMissing
                      ? [words.andMore(missing.length - mostMissing)]
                      : []),
                  ].join(' '),
          },
        ]}
      />
    </section>
  )
}

function Shares({ shares, mayAdd }: CustomersAnswer & { readonly mayAdd: boolean }) {
  const { language } = useLanguage()
  const words = useCustomersWords()
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{words.shares}</h2>
      <p className="quiet">{words.sharesHelp}</p>
      {shares.length === 0 && <p>{words.noShares}</p>}
      <ul className="plain">
        {shares.map(({ id, party_name, state, shared_until: until, has_link, views }) => (
          <li key={id}>
            <Link to={`/customers/shares/${id}`}>{party_name}</Link>{' '}
            <span className="quiet">
              {[
                words.states[state] ?? state,
                words.until(day(until, language)),
                has_link ? words.views(views) : words.noLink,
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p className="no-print">
          <Link to="/registers/trust-shares/new">{words.addShare}</Link>
        </p>
      )}
    </section>
  )
}

interface PromisesProps extends CustomersAnswer {
  readonly mayAdd: boolean
  readonly mayAudit: boolean
}

function Promises({ promises, mayAdd, mayAudit }: PromisesProps) {
  const { language } = useLanguage()
  const words = useCustomersWords()
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{words.promises}</h2>
      <p className="quiet">{words.promisesHelp}</p>
      {promises.length === 0 && <p>{words.noPromises}</p>}
      <ul className="plain">
        {promises.map((one) => (
          <li key={one.contract}>
            <Link to={`/registers/contracts/${one.contract}`}>{one.party_name || one.name}</Link>{' '}
            <span className="quiet">
              {[
                words.promise(one.notice_hours),
                ...(one.has_audit_right
                  ? [
                      words.audit(
                        one.audit_clause,
                        one.audit_year_ends_on === null
                          ? null
                          : day(one.audit_year_ends_on, language),
                      ),
                    ]
                  : []),
                ...(one.audit_held_on === null
                  ? []
                  : [words.audited(day(one.audit_held_on, language))]),
              ].join(' · ')}
            </span>{' '}
            {mayAudit && one.has_audit_right && one.audit_held_on === null && (
              <Link
                className="no-print"
                to={`/registers/audits/new?type=customer&contract=${one.contract}`}
              >
                {words.recordAudit}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p className="no-print">
          <Link to="/registers/contracts/new">{words.addContract}</Link>
        </p>
      )}
    </section>
  )
}
