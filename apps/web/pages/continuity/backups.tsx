// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import type { Continuity } from '../../data/continuity.ts'
import { useMay } from '../../data/may.ts'
import { Table } from '../../parts/table.tsx'
import { day, dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useContinuityWords } from './words.ts'

type Line = Continuity['backups'][number]

/** The register of copies: whether they run, stand apart, and something came back from them. */
export function Backups({ backups }: { readonly backups: readonly Line[] }) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  const allowed = useMay()
  const { backupColumns: columns } = words
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{words.backups}</h2>
      {backups.length === 0 ? (
        <p className="prose">{words.noBackups}</p>
      ) : (
        <Table
          label={words.backups}
          rows={backups}
          keyOf={({ id }) => id}
          minWidth="52rem"
          columns={[
            {
              title: columns.name,
              is: 'head',
              cell: ({ id, name }) => <Link to={`/registers/backups/${id}`}>{name}</Link>,
            },
            { title: columns.run, cell: (one) => <Run line={one} /> },
            { title: columns.apart, cell: (one) => <Apart line={one} /> },
            { title: columns.test, cell: (one) => <Test line={one} /> },
            {
              title: columns.due,
              tone: ({ test }) => (test === 'overdue' ? 'broken' : undefined),
              cell: ({ test_due_on, has_own_term }) => (
                <>
                  {day(test_due_on, language)}
                  {!has_own_term && <div className="quiet">{words.noTerm}</div>}
                </>
              ),
            },
          ]}
        />
      )}
      <p className="row no-print">
        {allowed('create', 'backup') && <Link to="/registers/backups/new">{words.newBackup}</Link>}
        {allowed('create', 'restore-test') && (
          <Link to="/registers/restore-tests/new">{words.newTest}</Link>
        )}
      </p>
    </section>
  )
}

function Run({ line: { run, last_success_at: at } }: { readonly line: Line }) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  return (
    <>
      {at === null ? <span className="quiet">{words.runUnknown}</span> : dayAndTime(at, language)}
      {run !== null && <div className={run === 'fresh' ? 'done' : 'broken'}>{words.run[run]}</div>}
    </>
  )
}

function Apart({ line: { apart, is_unchangeable } }: { readonly line: Line }) {
  const words = useContinuityWords()
  return (
    <>
      {apart === null ? (
        <span className="ask">{words.apartUnknown}</span>
      ) : (
        <span className={apart === 'apart' ? 'done' : 'ask'}>{words.apart[apart]}</span>
      )}
      {is_unchangeable === true && <div className="quiet">{words.unchangeable}</div>}
    </>
  )
}

const tones = { current: 'done', overdue: 'broken', failed: 'broken', never: 'ask' } as const

function Test({ line: { test, last_test: last } }: { readonly line: Line }) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  const took = last?.restored_in_hours ?? null
  return (
    <>
      <span className={tones[test]}>{words.test[test]}</span>
      {last !== null && (
        <div className="quiet">
          <Link to={`/registers/restore-tests/${last.id}`}>
            {took === null
              ? day(last.on, language)
              : words.testTook(number(took, language, 1), day(last.on, language))}
          </Link>
        </div>
      )}
    </>
  )
}
