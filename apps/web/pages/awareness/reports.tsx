// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useWhole } from '../../data/whole.ts'
import { Ready } from '../../parts/state.tsx'
import { locales, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { today } from '../policies/lines.ts'
import { useAwarenessWords } from './words.ts'
import './awareness.css'

const months = 12

/** Reports of something odd, month by month; those of exercises left out. */
export function Reports() {
  const { reports: words } = useAwarenessWords()
  const allowed = useMay()
  const maySee = allowed('read', 'incident') && allowed('read', 'person')
  const incidents = useWhole('incident', maySee)
  const people = useWhole('person', maySee)
  if (!maySee) return null
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{words.title}</h2>
      <Ready of={incidents}>
        {(all) => {
          const names = monthsTo(today())
          // Told is told, whatever it turned out to be: as the figure of the board counts.
          const told = all.flatMap(({ values, retired }) =>
            retired === null && values.is_exercise !== true ? (values.noticed_at ?? []) : [],
          )
          const inMonth = (month: string) => told.filter((at) => at.startsWith(month)).length
          const counts = names.map((month) => [month, inMonth(month)] as const)
          const sum = counts.reduce((total, [, count]) => total + count, 0)
          const staff = (people.data ?? []).filter(
            ({ retired, values }) =>
              retired === null &&
              (values.left_on ?? '9999') >= today() &&
              values.employer === undefined,
          ).length
          return (
            <>
              <p className="answer">{words.year(sum, staff)}</p>
              {sum > 0 && <Months counts={counts} />}
              <p className="quiet">
                {words.help} <Link to="/registers/incidents">{words.link}</Link> ·{' '}
                <Link to="/kpis">{words.figure}</Link>
              </p>
            </>
          )
        }}
      </Ready>
    </section>
  )
}

/** A bar for each month, with its number beside it: a table that can be seen at once. */
function Months({ counts }: { readonly counts: readonly (readonly [string, number])[] }) {
  const { language } = useLanguage()
  const { reports: words } = useAwarenessWords()
  const most = Math.max(1, ...counts.map(([, count]) => count))
  const format = new Intl.DateTimeFormat(locales[language], {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  return (
    <table className="months">
      <caption className="spoken">{words.table}</caption>
      <thead className="spoken">
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(([month, count]) => (
          <tr key={month}>
            <th scope="row">{format.format(new Date(`${month}-01T00:00:00Z`))}</th>
            <td>
              <svg width="100%" height="12" aria-hidden="true">
                <rect width={`${(100 * count) / most}%`} height="12" />
              </svg>
            </td>
            <td className="number">{number(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function monthsTo(date: string): readonly string[] {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1
  return Array.from({ length: months }, (_, at) =>
    new Date(Date.UTC(year, month - months + 1 + at, 1)).toISOString().slice(0, 7),
  )
}
