// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useClocks } from '../../data/incidents.ts'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { useTimes } from '../../parts/times.ts'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { ReportPoints } from '../report-point/points.tsx'
import { OpenRoom } from './open-room.tsx'
import { Playbooks } from './playbooks.tsx'
import { useServerNow } from './ticking.ts'
import { span, useIncidentWords } from './words.ts'
import { Year } from './year.tsx'

/** All rooms, and the button that opens one. */
export function Incidents({ session }: { readonly session: Session }) {
  const words = useIncidentWords()
  const allowed = useMay()
  const person = session.organisation?.person ?? ''
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Prepared />
      {allowed('create', 'incident') && allowed('create', 'awareness') && (
        <OpenRoom person={person} />
      )}
      <Rooms />
      <Year />
      <Playbooks />
      {session.organisation?.roles.includes('ciso') === true && <ReportPoints />}
    </>
  )
}

/** What lies ready for it, and is practised before it. */
function Prepared() {
  const { prepared } = useIncidentWords()
  return (
    <nav aria-label={prepared.label} className="row no-print">
      <Link to="/exercises">{prepared.exercises}</Link>
      <Link to="/crisis">{prepared.crisis}</Link>
      <Link to="/monitoring">{prepared.monitoring}</Link>
      <Link to="/continuity">{prepared.continuity}</Link>
    </nav>
  )
}

function Rooms() {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const tongue = registerTongue(language)
  const rooms = useList('incident', { limit: 100, sort: '-changed' })
  const clocks = useClocks().data
  const now = useServerNow(clocks?.now)
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{words.list}</h2>
      <Ready of={rooms}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items)
          if (items.length === 0) return <p>{words.none}</p>
          return (
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th>{words.columns.name}</th>
                    <th>{words.columns.state}</th>
                    <th>{words.columns.next}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ id, state, values }) => {
                    const next = clocks?.clocks.find(({ incident }) => incident === id)
                    return (
                      <tr key={id}>
                        <td>
                          <Link to={`/incidents/${id}`}>{values.name ?? id}</Link>
                          {values.is_exercise === true && (
                            <span className="quiet"> · {words.drillMark}</span>
                          )}
                        </td>
                        <td>{upper(tongue.code('incident', state))}</td>
                        <td>
                          {next === undefined ? (
                            <span className="quiet">–</span>
                          ) : (
                            <>
                              {{ nl: next.title_nl, en: next.title_en }[language]}
                              {next.due_at !== null && (
                                <span className={next.status === 'overdue' ? 'broken' : 'quiet'}>
                                  {' '}
                                  {next.status === 'overdue'
                                    ? words.past(span(now - Date.parse(next.due_at), words))
                                    : words.at(times.at(next.due_at))}
                                </span>
                              )}
                            </>
                          )}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          )
        }}
      </Ready>
    </section>
  )
}
