// SPDX-License-Identifier: EUPL-1.2
import { figuresPack } from '@schouw/core/assurance'
import type { Standing } from '@schouw/core/board'
import { onScreen, trend } from '@schouw/report/drawings'
import { Link } from 'react-router'
import { useStanding } from '../../data/standing.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { kpisEn } from '../../words/pages/kpis-en.ts'
import { kpisNl } from '../../words/pages/kpis-nl.ts'
import { Adopt } from './adopt.tsx'

type FigureLine = Standing['figures'][number]

/** What the board steers by: value, limits, where it stands and how it came there. */
export function Kpis() {
  const words = useLanguage().language === 'nl' ? kpisNl : kpisEn
  const { columns } = words
  return (
    <>
      <Title name={words.title} />
      <p>{words.intro}</p>
      <Ready of={useStanding('')}>
        {({ standing }) => {
          const lines = standing.figures.toSorted((a, b) => rank[a.band] - rank[b.band])
          const off = lines.filter(({ band }) => band === 'red' || band === 'amber').length
          const unknown = lines.filter(({ band }) => band === 'unknown').length
          return (
            <>
              <p className="answer">{words.summary({ off, unknown, all: lines.length })}</p>
              <div className="scroll">
                <table className="table" style={{ minWidth: '60rem' }}>
                  <thead>
                    <tr>
                      <th scope="col">{columns.figure}</th>
                      <th scope="col" className="number">
                        {columns.value}
                      </th>
                      <th scope="col">{columns.standing}</th>
                      <th scope="col" className="number">
                        {columns.green}
                      </th>
                      <th scope="col" className="number">
                        {columns.amber}
                      </th>
                      <th scope="col">{columns.trend}</th>
                      <th scope="col">{columns.source}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => (
                      <Row key={line.id} line={line} />
                    ))}
                  </tbody>
                </table>
              </div>
              <p className="quiet">{words.defaults}</p>
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

function Row({ line }: { readonly line: FigureLine }) {
  const { words, language } = useLanguage()
  const own = language === 'nl' ? kpisNl : kpisEn
  const { id, value, band, green, amber, missing, kpi, counted_by, dated, is_default } = line
  const figure = figuresPack.figures.find((one) => one.id === id)
  const isDutch = language === 'nl'
  const name = line.name ?? (isDutch ? figure?.name_nl : figure?.name_en) ?? id
  const unit = own.units[line.unit] ?? line.unit
  const measured = (amount: number) => `${number(amount, language, 1)} ${unit}`.trim()
  const side = line.is_higher_better ? own.atLeast : own.atMost
  const star = is_default ? ' *' : ''
  const tone = band === 'red' ? 'broken' : band === 'amber' ? 'ask' : undefined
  return (
    <tr>
      <th scope="row" className="plain-head">
        {kpi === null ? name : <Link to={`/registers/kpis/${kpi}`}>{name}</Link>}
        {figure !== undefined && (
          <details>
            <summary className="quiet">{own.defined}</summary>
            <p>{isDutch ? figure.definition_nl : figure.definition_en}</p>
            <p className="quiet">{figure.source}</p>
          </details>
        )}
      </th>
      <td className="number nowrap">
        {value === null ? <span className="quiet">{words.unknown}</span> : measured(value)}
        {line.of !== null && (
          <>
            <br />
            <span className="quiet">{own.of(line.of.part, line.of.whole)}</span>
          </>
        )}
      </td>
      <td className={`nowrap ${tone ?? ''}`}>
        <span aria-hidden="true">{own.marks[band]} </span>
        {words.home.bands[band]}
        {missing > 0 && <span className="quiet">, {own.missing(missing)}</span>}
      </td>
      <td className="number nowrap">{green === null ? '' : `${side} ${measured(green)}${star}`}</td>
      <td className="number nowrap">{amber === null ? '' : `${side} ${measured(amber)}${star}`}</td>
      <td>
        <Course line={line} name={name} />
      </td>
      <td>
        {counted_by === 'schouw'
          ? own.counted
          : counted_by === 'person'
            ? own.said
            : own.notCounted}
        {dated !== null && <span className="quiet">, {day(dated, language)}</span>}{' '}
        <Adopt
          line={line}
          name={name}
          definition={isDutch ? figure?.definition_nl : figure?.definition_en}
        />
      </td>
    </tr>
  )
}

const widthPx = 120

/** Small, with its values in words beside it for who does not see it. */
function Course({ line, name }: { readonly line: FigureLine; readonly name: string }) {
  const { words, language } = useLanguage()
  const own = language === 'nl' ? kpisNl : kpisEn
  const { trend: values, green, id } = line
  if (values.length < 2) return <span className="quiet">{own.noTrend}</span>
  const told = values
    .map((value) => (value === null ? words.unknown : number(value, language, 1)))
    .join(', ')
  const say = {
    title: own.trendOf(name),
    description: own.trendText(told),
    labels: values.map((_, at) => String(at + 1)),
    columns: [own.when, own.columns.value] as const,
    unknown: words.unknown,
  }
  const { svg } = trend(values, green, say, {
    palette: onScreen,
    prefix: `trend-${id}`,
    width: widthPx,
  })
  return (
    <>
      {/* Made by our own drawing code, which escapes every text. */}
      <span className="course" dangerouslySetInnerHTML={{ __html: svg }} />
      <br />
      <span className="quiet">{told}</span>
    </>
  )
}
