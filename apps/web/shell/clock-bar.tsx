// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react'
import { Link } from 'react-router'
import { useClocks } from '../data/incidents.ts'
import { useServerNow } from '../pages/incidents/ticking.ts'
import { span, useIncidentWords } from '../pages/incidents/words.ts'
import { useLanguage } from '../words/language.tsx'
import '../pages/incidents/incidents.css'

const mostShown = 3

/** While a report is due, every page says until when. Nothing stands here when none is. */
export function ClockBar() {
  const { data } = useClocks()
  const now = useServerNow(data?.now)
  // "Without delay" names no moment to count down to: it stands in the room.
  const timed = (data?.clocks ?? []).filter(
    ({ due_at, status }) => due_at !== null && status !== 'without_delay',
  )
  const unaware = data?.unaware ?? []
  if (timed.length === 0 && unaware.length === 0) return null
  return (
    // Its words are on their way with every page, and read only when there is something to say.
    <Suspense fallback={null}>
      <Due timed={timed} unaware={unaware} now={now} />
    </Suspense>
  )
}

type Clocks = NonNullable<ReturnType<typeof useClocks>['data']>

interface DueProps {
  readonly timed: Clocks['clocks']
  readonly unaware: Clocks['unaware']
  /** Epoch milliseconds. */
  readonly now: number
}

function Due({ timed, unaware, now }: DueProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  return (
    <aside className="clock-bar" aria-label={words.bar}>
      {timed.slice(0, mostShown).map((clock) => {
        const left = Date.parse(clock.due_at ?? '') - now
        const title = { nl: clock.title_nl, en: clock.title_en }[language]
        return (
          <span key={`${clock.incident} ${clock.regime} ${clock.stage}`}>
            {clock.is_exercise && <span className="drill">{words.drillMark}: </span>}
            <Link to={`/incidents/${clock.incident}`}>{title}</Link>{' '}
            <strong className={left < 0 ? 'broken' : ''}>
              {left < 0 ? words.past(span(left, words)) : words.left(span(left, words))}
            </strong>
          </span>
        )
      })}
      {unaware.slice(0, mostShown).map(({ incident, name }) => (
        <span key={incident}>
          <Link to={`/incidents/${incident}`}>{words.unawareBar(name)}</Link>
        </span>
      ))}
    </aside>
  )
}
