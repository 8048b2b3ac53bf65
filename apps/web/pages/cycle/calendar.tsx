// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { day, locales } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import './cycle.css'
import type { Cycle } from './facts.ts'
import { useCycleWords } from './words.ts'

const months = 12

type Item = Cycle['calendar'][number]

/** Twelve months from this one; what is late stands before them, what is further off behind. */
export function Calendar({ cycle }: { readonly cycle: Cycle }) {
  const { language } = useLanguage()
  const { calendar: words } = useCycleWords()
  const late = cycle.calendar.filter((one) => one.is_late)
  const names = monthsFrom(cycle.today)
  const last = names.at(-1) ?? ''
  const later = cycle.calendar.filter((one) => one.on.slice(0, 7) > last)
  const format = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{words.title}</h2>
      {cycle.calendar.length === 0 && <p>{words.empty}</p>}
      {late.length > 0 && (
        <div className="late-items">
          <h3 className="broken">{words.lateTitle}</h3>
          <Items items={late} />
        </div>
      )}
      {cycle.calendar.length > 0 && (
        <div className="year">
          {names.map((month) => {
            const own = cycle.calendar.filter((one) => !one.is_late && one.on.startsWith(month))
            return (
              <div key={month} className={own.length === 0 ? 'month empty' : 'month'}>
                <h3>{format.format(new Date(`${month}-01T00:00:00Z`))}</h3>
                {own.length === 0 ? <p className="quiet">–</p> : <Items items={own} />}
              </div>
            )
          })}
        </div>
      )}
      {later.length > 0 && (
        <details>
          <summary>
            {words.later} ({later.length})
          </summary>
          <Items items={later} />
        </details>
      )}
      {cycle.undated > 0 && (
        <p className="quiet">
          <Link to="/policies">{words.undated(cycle.undated)}</Link>
        </p>
      )}
    </section>
  )
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const { language } = useLanguage()
  const { calendar: words } = useCycleWords()
  const tongue = registerTongue(language)
  return (
    <ul className="plain">
      {items.map((one) => (
        <li key={`${one.id} ${one.what}`}>
          <span className="nowrap">{day(one.on, language)}</span>{' '}
          <Link to={one.kind === 'policy' ? `/policies/${one.id}` : placeOf(one)}>
            {nameOf(one)}
          </Link>{' '}
          <span className="quiet">
            {tongue.kind(one.kind)[0]}
            {one.what !== 'planned' && `, ${words.what[one.what]}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The day stands before it already. */
function nameOf({ name, on }: Item): string {
  return name.replace(on.slice(0, 10), '').trim()
}

function monthsFrom(date: string): readonly string[] {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1
  return Array.from({ length: months }, (_, at) =>
    new Date(Date.UTC(year, month + at, 1)).toISOString().slice(0, 7),
  )
}
