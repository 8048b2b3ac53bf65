// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import { onScreen, trend } from '@schouw/report/drawings'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useFigureHistory } from '../../data/figures.ts'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { type FigureLine, packed, useFigureTelling, useKpiWords } from './say.ts'

interface CellProps {
  readonly line: FigureLine
}

/** What it is, how it is counted, from what, and what makes it deviate. */
export function Name({ line }: CellProps) {
  const { language } = useLanguage()
  const own = useKpiWords()
  const tell = useFigureTelling()
  const tongue = registerTongue(language)
  const { id, kpi, rests, off, off_count, since } = line
  const source = packed(id)?.source
  return (
    <>
      {kpi === null ? (
        tell.name(line)
      ) : (
        <Link to={`/registers/kpis/${kpi}`}>{tell.name(line)}</Link>
      )}
      <details>
        <summary className="quiet">{own.defined}</summary>
        <p>{tell.definition(line)}</p>
        {line.uncounted !== null && <p>{own.notCounted[line.uncounted]}</p>}
        {rests.length > 0 && (
          <p>
            {own.from}{' '}
            {rests.map((kind, at) => (
              <span key={kind}>
                {at > 0 && ', '}
                <Link to={`/registers/${plurals[kind]}`}>{tongue.kind(kind)[1]}</Link>
              </span>
            ))}
            {since !== null && `; ${own.window(day(since, language))}`}.
          </p>
        )}
        {off.length > 0 && (
          <>
            <p>{own.off(off_count)}:</p>
            <ul className="plain">
              {off.map((one) => (
                <li key={one.id}>
                  <Link to={placeOf(one)}>{one.name}</Link>
                </li>
              ))}
            </ul>
            {off_count > off.length && <p className="quiet">{own.more(off_count - off.length)}</p>}
          </>
        )}
        {source !== undefined && <p className="quiet">{source}</p>}
      </details>
    </>
  )
}

export function Value({ line }: CellProps) {
  const { words, language } = useLanguage()
  const own = useKpiWords()
  const tell = useFigureTelling()
  const { value, of } = line
  return (
    <>
      {value === null ? (
        <span className="quiet nowrap">{words.unknown}</span>
      ) : (
        tell.amount(line, value)
      )}
      {of !== null && (
        <>
          <br />
          <span className="quiet nowrap">
            {own.of(number(of.part, language, 1), number(of.whole, language))}
          </span>
        </>
      )}
    </>
  )
}

export function Limits({ line }: CellProps) {
  const { language } = useLanguage()
  const own = useKpiWords()
  const tell = useFigureTelling()
  const { green, amber, set_by, decision, since, asked_in } = line.limits
  const star = set_by === 'default' ? ' *' : ''
  const side = line.limits.is_higher_better ? own.atLeast : own.atMost
  const told = since === null ? own.byBoardUndated : own.byBoard(day(since, language))
  return (
    <>
      {green !== null && (
        <span className="nowrap">
          {own.green(side, tell.amount(line, green))}
          {star}
        </span>
      )}
      {amber !== null && (
        <>
          <br />
          <span className="nowrap">
            {own.amber(side, tell.amount(line, amber))}
            {star}
          </span>
        </>
      )}
      {set_by === 'board' && (
        <>
          <br />
          {decision === null ? (
            <span className="quiet">{told}</span>
          ) : (
            <Link to={`/decisions/${decision}`}>{told}</Link>
          )}
        </>
      )}
      {asked_in !== null && (
        <>
          <br />
          <Link className="ask" to={`/decisions/${asked_in}`}>
            {own.asked}
          </Link>
        </>
      )}
    </>
  )
}

export function RestsOn({ line }: CellProps) {
  const { language } = useLanguage()
  const own = useKpiWords()
  const { counted_by, dated, evidence, uncounted } = line
  if (evidence === null || dated === null) {
    return (
      <span className="quiet">{uncounted === null ? own.noData : own.notCounted[uncounted]}</span>
    )
  }
  return (
    <>
      {counted_by === 'schouw' ? own.counted : own.said}, {own.evidence[evidence]}
      <br />
      <span className="quiet">{own.on(day(dated, language))}</span>
    </>
  )
}

const widthPx = 120
const shownPoints = 12

/** What people recorded and what the registers held at the ends of months, each day once. */
function usePoints(line: FigureLine): readonly (readonly [string, number | null])[] {
  const { data } = useFigureHistory()
  const isByQuarter = packed(line.id)?.frequency === 'quarter'
  const counted = (data?.points ?? [])
    .filter(({ on }) => !isByQuarter || Number(on.slice(5, 7)) % 3 === 0)
    .map(({ on, values }) => [on, values[line.id] ?? null] as const)
  const firstKnown = counted.findIndex(([, value]) => value !== null)
  const now = line.dated === null ? [] : [[line.dated, line.value] as const]
  const all = new Map([
    ...(firstKnown < 0 ? [] : counted.slice(firstKnown)),
    ...line.trend.map(({ on, value }) => [on, value] as const),
    ...now,
  ])
  return [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(-shownPoints)
}

/** Small, with its values in words beside it for who does not see it. */
export function Course({ line }: CellProps) {
  const { words, language } = useLanguage()
  const own = useKpiWords()
  const tell = useFigureTelling()
  const points = usePoints(line)
  if (points.length < 2) return <span className="quiet">{own.noTrend}</span>
  const said = (value: number | null) =>
    value === null ? words.unknown : number(value, language, 1)
  const name = tell.name(line)
  const say = {
    title: own.trendOf(name),
    description: own.trendText(points.map(([, value]) => said(value)).join(', ')),
    labels: points.map(([on]) => on),
    columns: [own.when, own.columns.value] as const,
    unknown: words.unknown,
  }
  const values = points.map(([, value]) => value)
  const { svg } = trend(values, line.limits.green, say, {
    palette: onScreen,
    prefix: `trend-${line.id}`,
    width: widthPx,
  })
  return (
    <>
      {/* Made by our own drawing code, which escapes every text. */}
      <span className="course" dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary className="quiet">{said(values.at(-1) ?? null)}</summary>
        <ul className="plain">
          {points.map(([on, value]) => (
            <li key={on}>
              {day(on, language)}: {said(value)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
