// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from 'react'
import { useFigures } from '../../data/figures.ts'
import { useMay } from '../../data/may.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Adopt } from './adopt.tsx'
import { Course, Limits, Name, RestsOn, Value } from './cells.tsx'
import { Deviations } from './deviations.tsx'
import { type FigureLine, useKpiWords } from './say.ts'

const Propose = lazy(async () => ({ default: (await import('./propose.tsx')).Propose }))

/** What the board steers by: value, limits, where it stands and how it came there. */
export function Kpis({ session }: { readonly session: Session }) {
  const { words: all } = useLanguage()
  const words = useKpiWords()
  const { columns } = words
  const may = useMay()
  const shown: readonly Column<FigureLine>[] = [
    { title: columns.figure, is: 'head', cell: (line) => <Name line={line} /> },
    { title: columns.value, is: 'number', cell: (line) => <Value line={line} /> },
    {
      title: columns.standing,
      is: 'nowrap',
      tone: ({ band }) => (band === 'red' ? 'broken' : band === 'amber' ? 'ask' : undefined),
      cell: ({ band, missing }) => (
        <>
          <span aria-hidden="true">{words.marks[band]} </span>
          {all.home.bands[band]}
          {missing > 0 && (
            <>
              <br />
              <span className="quiet">{words.missing(missing)}</span>
            </>
          )}
        </>
      ),
    },
    { title: columns.limits, cell: (line) => <Limits line={line} /> },
    { title: columns.trend, cell: (line) => <Course line={line} /> },
    { title: columns.source, cell: (line) => <RestsOn line={line} /> },
    { title: columns.work, cell: (line) => <Adopt line={line} /> },
  ]
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useFigures()}>
        {({ figures }) => {
          const lines = figures.lines.toSorted((a, b) => rank[a.band] - rank[b.band])
          const off = lines.filter(({ band }) => band === 'red' || band === 'amber').length
          const unknown = lines.filter(({ band }) => band === 'unknown').length
          return (
            <>
              <p className="answer">{words.summary({ off, unknown, all: lines.length })}</p>
              <Deviations {...figures} />
              <Table
                label={words.title}
                columns={shown}
                rows={lines}
                keyOf={({ id }) => id}
                minWidth="64rem"
              />
              <p className="quiet">{words.defaults}</p>
              {may('create', 'decision') && (
                <details className="no-print">
                  <summary>{words.propose}</summary>
                  <Suspense fallback={null}>
                    <Propose lines={figures.lines} session={session} />
                  </Suspense>
                </details>
              )}
            </>
          )
        }}
      </Ready>
    </>
  )
}

const rank: Readonly<Record<FigureLine['band'], number>> = {
  red: 0,
  amber: 1,
  green: 2,
  no_limit: 3,
  unknown: 4,
}
