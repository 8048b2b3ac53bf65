// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import type { Continuity } from '../../data/continuity.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Table } from '../../parts/table.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useContinuityWords } from './words.ts'

type Line = Continuity['processes'][number]
type Verdict = Line['rto']

const tones: Readonly<Partial<Record<Verdict, string>>> = {
  missed: 'broken',
  partly: 'ask',
  unmeasured: 'ask',
}

/** Business impact, line by line: wanted beside measured, and what the verdict rests on. */
export function Processes({ processes }: { readonly processes: readonly Line[] }) {
  const words = useContinuityWords()
  const { columns } = words
  return (
    <section aria-labelledby="impact">
      <h2 id="impact">{words.impact}</h2>
      {processes.length === 0 ? (
        <p className="prose">
          {words.noProcesses} <Link to="/registers/processes">→</Link>
        </p>
      ) : (
        <>
          <p className="prose quiet">
            <Glossed text={words.impactHelp} />
          </p>
          <Table
            label={words.impact}
            rows={processes}
            keyOf={({ id }) => id}
            minWidth="58rem"
            columns={[
              {
                title: columns.process,
                is: 'head',
                cell: ({ id, name }) => <Link to={`/registers/processes/${id}`}>{name}</Link>,
              },
              {
                title: columns.rto,
                cell: (one) => (
                  <Held wanted={one.rto_hours} measured={one.restored_in_hours} as={one.rto} />
                ),
              },
              {
                title: columns.rpo,
                cell: (one) => (
                  <Held wanted={one.rpo_hours} measured={one.lost_hours} as={one.rpo} />
                ),
              },
              {
                title: columns.mtd,
                cell: (one) => (
                  <Held
                    wanted={one.mtd_hours}
                    measured={one.restored_in_hours}
                    happened={one.happened?.hours ?? null}
                    as={one.mtd}
                  />
                ),
              },
              {
                title: columns.tested,
                cell: ({ tests }) =>
                  tests.length === 0 ? (
                    <span className="quiet">{words.noTests}</span>
                  ) : (
                    words.tests(tests.length)
                  ),
              },
              { title: columns.gaps, cell: (one) => <Gaps line={one} /> },
            ]}
          />
        </>
      )}
    </section>
  )
}

interface HeldProps {
  readonly wanted: number | null
  readonly measured: number | null
  readonly happened?: number | null
  readonly as: Verdict
}

function Held({ wanted, measured, happened = null, as }: HeldProps) {
  const { language } = useLanguage()
  const words = useContinuityWords()
  const said = (hours: number) => number(hours, language, 1)
  if (wanted === null) return <span className="quiet">{words.noTarget}</span>
  return (
    <>
      {words.wanted(said(wanted))}
      <div className="quiet">
        {happened !== null
          ? words.happenedHours(said(happened))
          : measured === null
            ? words.unmeasured
            : words.measured(said(measured))}
      </div>
      {(measured !== null || happened !== null || as === 'missed') && (
        <div className={tones[as] ?? 'done'}>{words.verdicts[as]}</div>
      )}
    </>
  )
}

function Gaps({ line }: { readonly line: Line }) {
  const words = useContinuityWords()
  const gaps = [
    line.failed.length === 0 ? null : ([words.failed(line.failed.length), 'broken'] as const),
    line.without_backup.length === 0
      ? null
      : ([words.withoutBackup(line.without_backup.length), 'ask'] as const),
    line.untested.length === 0 ? null : ([words.untested(line.untested.length), 'ask'] as const),
  ].filter((one) => one !== null)
  if (gaps.length === 0) return <span className="quiet">{words.nothing}</span>
  return gaps.map(([text, tone]) => (
    <div key={text} className={tone}>
      {text}
    </div>
  ))
}
