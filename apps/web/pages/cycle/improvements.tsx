// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { PersonName, RecordName } from '../../parts/record-link.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import type { Cycle } from './facts.ts'
import { useCycleWords } from './words.ts'

const shownFirst = 10

type Line = Cycle['improvements'][number]

/** What is not as it should be, and the work on it. */
export function Improvements({ cycle }: { readonly cycle: Cycle }) {
  const { improvements: words } = useCycleWords()
  const allowed = useMay()
  const open = cycle.improvements.filter((one) => one.is_open)
  const closed = cycle.improvements.filter((one) => !one.is_open)
  return (
    <section aria-labelledby="improvements">
      <h2 id="improvements">{words.title}</h2>
      {cycle.improvements.length === 0 && <p>{words.empty}</p>}
      {open.length > 0 && <Table lines={open.slice(0, shownFirst)} />}
      {open.length > shownFirst && (
        <details>
          <summary>{words.rest(open.length - shownFirst)}</summary>
          <Table lines={open.slice(shownFirst)} />
        </details>
      )}
      {closed.length > 0 && (
        <details>
          <summary>{words.closed(closed.length)}</summary>
          <Table lines={closed} />
        </details>
      )}
      {allowed('create', 'finding') && (
        <p className="no-print">
          <Link to="/registers/findings/new">{words.new}</Link>
        </p>
      )}
    </section>
  )
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const { columns } = useCycleWords().improvements
  const names = ['name', 'severity', 'state', 'owner', 'due', 'actions'] as const
  return (
    <div className="scroll">
      <table className="table" style={{ minWidth: '52rem' }}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line }: { readonly line: Line }) {
  const { language } = useLanguage()
  const all = useCycleWords()
  const tongue = registerTongue(language)
  return (
    <tr>
      <th scope="row" className="plain-head">
        <Link to={placeOf({ kind: 'finding', id: line.id })}>{line.name}</Link>
        {line.source !== null && (
          <div className="quiet">
            <RecordName id={line.source} />
          </div>
        )}
      </th>
      <td>
        {line.severity === null ? all.none : tongue.code('finding', line.severity, 'severity')}
      </td>
      <td>{tongue.code('finding', line.state)}</td>
      <td>
        {line.owner === null ? (
          <span className="quiet">{all.nobody}</span>
        ) : (
          <PersonName id={line.owner} />
        )}
      </td>
      <td className={line.is_late ? 'broken' : undefined}>
        {line.due_on === null ? (
          <span className="quiet">{all.noDay}</span>
        ) : (
          `${day(line.due_on, language)}${line.is_late ? `, ${all.lateWord}` : ''}`
        )}
      </td>
      <td>
        {line.actions.length === 0 ? (
          <span className="quiet">{all.improvements.noAction}</span>
        ) : (
          <ul className="plain">
            {line.actions.map((one) => (
              <li key={one.id}>
                <Link to={placeOf({ kind: 'action', id: one.id })}>{one.name}</Link>{' '}
                <span className={one.is_late ? 'broken' : 'quiet'}>
                  {tongue.code('action', one.state)}
                  {one.is_late && `, ${all.lateWord}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
