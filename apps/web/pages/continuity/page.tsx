// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { type Continuity, useContinuity } from '../../data/continuity.ts'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Backups } from './backups.tsx'
import { Bring } from './bring.tsx'
import { Processes } from './processes.tsx'
import { useContinuityWords } from './words.ts'

/** What may stand still how long, against what was measured; and what it comes back from. */
export function ContinuityPage() {
  const words = useContinuityWords()
  const allowed = useMay()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useContinuity()}>
        {({ continuity }) => {
          const { processes, counts } = continuity
          const has = (...verdicts: readonly string[]) =>
            processes.filter(({ rto, rpo, mtd }) =>
              [rto, rpo, mtd].some((one) => verdicts.includes(one)),
            ).length
          const late = counts.overdue + counts.failed + continuity.missed.length
          return (
            <>
              {processes.length > 0 && (
                <p className="answer">
                  {words.answer({
                    missed: has('missed'),
                    unmeasured: has('unmeasured', 'partly'),
                    overdue: late,
                  })}
                </p>
              )}
              <Processes processes={processes} />
              <Missed continuity={continuity} />
              <Backups backups={continuity.backups} />
              {allowed('change', 'backup') && <Bring />}
              <Copies continuity={continuity} />
              <Order continuity={continuity} />
            </>
          )
        }}
      </Ready>
    </>
  )
}

interface Part {
  readonly continuity: Continuity
}

function Missed({ continuity: { missed } }: Part) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  if (missed.length === 0) return null
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{words.missed}</h2>
      <ul className="plain">
        {missed.map(({ id, system, planned_on }) => (
          <li key={id}>
            <Link to={`/registers/restore-tests/${id}`}>{system}</Link>{' '}
            <span className="broken">{words.missedOn(day(planned_on, language))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostNamed = 6

function Copies({ continuity: { copies } }: Part) {
  const words = useContinuityWords()
  const { copyColumns: columns } = words
  const rows = copies.filter(({ devices }) => devices > 0)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{words.copies}</h2>
      <p className="prose quiet">
        <Glossed text={words.copiesHelp} />
      </p>
      <Table
        label={words.copies}
        rows={rows}
        keyOf={({ what }) => what}
        columns={[
          { title: columns.what, is: 'head', cell: ({ what }) => words.what[what] },
          { title: columns.devices, is: 'number', cell: ({ devices }) => devices },
          {
            title: columns.copied,
            is: 'number',
            cell: ({ copied }) => copied,
            tone: ({ copied, devices }) => (copied < devices ? 'ask' : undefined),
          },
          { title: columns.apart, is: 'number', cell: ({ apart }) => apart },
          { title: columns.tested, is: 'number', cell: ({ tested }) => tested },
          {
            title: columns.missing,
            cell: ({ missing }) =>
              missing.length === 0 ? (
                <span className="quiet">{words.nothing}</span>
              ) : (
                <>
                  {missing.slice(0, mostNamed).map((id, at) => (
                    <span key={id}>
                      {at > 0 && ', '}
                      <RecordLink id={id} />
                    </span>
                  ))}
                  {missing.length > mostNamed && ` +${missing.length - mostNamed}`}
                </>
              ),
          },
        ]}
      />
    </section>
  )
}

function Order({ continuity: { order, processes } }: Part) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  const { orderColumns: columns } = words
  if (order.length === 0) return null
  const known = new Map(processes.map((one) => [one.id, one]))
  return (
    <section aria-labelledby="order">
      <h2 id="order">{words.order}</h2>
      <p className="prose quiet">
        <Glossed text={words.orderHelp} />
      </p>
      <Table
        label={words.order}
        rows={order}
        keyOf={({ process }) => process}
        columns={[
          { title: columns.wave, is: 'number', cell: ({ wave }) => wave },
          {
            title: columns.process,
            is: 'head',
            cell: ({ process, name, is_circle }) => (
              <>
                <Link to={`/registers/processes/${process}`}>{name}</Link>
                {is_circle && <div className="ask">{words.circle}</div>}
              </>
            ),
          },
          {
            title: columns.waits,
            cell: ({ waits_for }) =>
              waits_for.length === 0 ? (
                <span className="quiet">{words.nothing}</span>
              ) : (
                waits_for.map((id) => known.get(id)?.name ?? '').join(', ')
              ),
          },
          {
            title: columns.mtd,
            is: 'number',
            cell: ({ process }) => {
              const hours = known.get(process)?.mtd_hours ?? null
              return hours === null ? (
                <span className="quiet">{words.noTarget}</span>
              ) : (
                words.hours(number(hours, language, 1))
              )
            },
          },
        ]}
      />
    </section>
  )
}
