// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useFigures } from '../../data/figures.ts'
import { Ready } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useFigureTelling, useKpiWords } from '../kpis/say.ts'
import { placeOf } from './place.ts'

const shown = 5

/** What is beyond a limit that the board has set; the rest is told, not weighed. */
export function Deviations({ asOf }: { readonly asOf: string }) {
  const { words, language } = useLanguage()
  const { home } = words
  const own = useKpiWords()
  const tell = useFigureTelling()
  return (
    <Ready of={useFigures(asOf)}>
      {({ figures: { lines, deviations } }) => {
        const isOff = ({ band }: (typeof lines)[number]) => band === 'red' || band === 'amber'
        const set = lines.filter(({ limits }) => limits.set_by === 'board')
        const off = set.filter(isOff).toSorted((a, b) => (a.band < b.band ? 1 : -1))
        const proposed = lines.filter(({ limits }) => limits.set_by === 'default').filter(isOff)
        const unknown = set.filter(({ band }) => band === 'unknown').length
        return (
          <section aria-labelledby="deviations" className="block">
            <h2 id="deviations">{home.deviations(off.length)}</h2>
            {set.length > 0 && off.length === 0 && <p>{home.noDeviations}</p>}
            <ul className="plain">
              {off.slice(0, shown).map((line) => {
                const work = deviations.find(({ figure }) => figure === line.id)?.action
                return (
                  <li key={line.id}>
                    <Link to="/kpis">{tell.name(line)}</Link>
                    <br />
                    <span className={line.band === 'red' ? 'broken' : 'ask'}>
                      {home.bands[line.band]}
                      {line.value !== null && `: ${tell.amount(line, line.value)}`}
                    </span>{' '}
                    <span className="quiet">
                      {line.limits.green !== null &&
                        home.limit(tell.limit(line, line.limits.green))}{' '}
                      {line.dated !== null && day(line.dated, language)}
                    </span>{' '}
                    {work != null && <Link to={placeOf(work)}>{own.action}</Link>}
                  </li>
                )
              })}
            </ul>
            {proposed.length > 0 && <p className="quiet">{own.homeDefaults(proposed.length)}</p>}
            {unknown > 0 && <p className="quiet">{home.unknownKpis(unknown)}</p>}
            <p>
              <Link to="/kpis">{home.allKpis}</Link>
            </p>
          </section>
        )
      }}
    </Ready>
  )
}
