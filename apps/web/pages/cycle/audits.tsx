// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import type { Cycle } from './facts.ts'
import { useCycleWords } from './words.ts'

type Audit = Cycle['audits'][number]

/** What is looked at by somebody who did not do the work, and what that gave. */
export function Audits({ cycle }: { readonly cycle: Cycle }) {
  const all = useCycleWords()
  const { audits: words } = all
  const allowed = useMay()
  const { columns } = words
  const sorted = cycle.audits.toSorted((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
  return (
    <section aria-labelledby="audits">
      <h2 id="audits">{words.title}</h2>
      {sorted.length === 0 ? (
        <p className="prose">{words.empty}</p>
      ) : (
        <div className="scroll">
          <table className="table" style={{ minWidth: '44rem' }}>
            <thead>
              <tr>
                {(['name', 'type', 'state', 'on', 'findings'] as const).map((name) => (
                  <th key={name} scope="col">
                    {columns[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((one) => (
                <Row key={one.id} audit={one} cycle={cycle} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {allowed('create', 'audit') && (
        <p className="no-print">
          <Link to="/registers/audits/new">{words.new}</Link>
        </p>
      )}
    </section>
  )
}

function Row({ audit, cycle }: { readonly audit: Audit; readonly cycle: Cycle }) {
  const { language } = useLanguage()
  const all = useCycleWords()
  const { audits: words } = all
  const allowed = useMay()
  const tongue = registerTongue(language)
  const on = dayOf(audit)
  const isLate = audit.state === 'planned' && on !== undefined && on < cycle.today
  const found = cycle.improvements.filter(({ source }) => source === audit.id)
  const open = found.filter((one) => one.is_open).length
  const next = text(audit, 'next_on')
  return (
    <tr>
      <th scope="row" className="plain-head">
        <Link to={placeOf(audit)}>{text(audit, 'name')}</Link>
      </th>
      <td>{tongue.code('audit', text(audit, 'type') ?? '', 'type')}</td>
      <td>{tongue.code('audit', audit.state)}</td>
      <td className={isLate ? 'broken' : undefined}>
        {on === undefined ? (
          <span className="quiet">{all.noDay}</span>
        ) : (
          `${day(on, language)}${isLate ? `, ${all.lateWord}` : ''}`
        )}
        {next !== undefined && <div className="quiet">{words.next(day(next, language))}</div>}
      </td>
      <td>
        {words.findings(open, found.length)}
        {allowed('create', 'finding') && (
          <div className="no-print">
            <Link
              to={`/registers/findings/new?${new URLSearchParams({ source: audit.id, origin: 'audit' })}`}
            >
              {all.improvements.new}
            </Link>
          </div>
        )}
      </td>
    </tr>
  )
}

function dayOf(audit: Audit): string | undefined {
  const fields = ['reported_on', 'ended_on', 'started_on', 'planned_on']
  return fields.map((field) => text(audit, field)).find((value) => value !== undefined)
}

function text({ values }: Audit, field: string): string | undefined {
  const value = values[field]
  return typeof value === 'string' ? value : undefined
}
