// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import type { Session } from '../../data/session.ts'
import { useSession } from '../../data/session.ts'
import { number, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { Bring } from './bring.tsx'
import { type Campaign, whenOf } from './campaign.ts'
import { useAwarenessWords } from './words.ts'

/** Phishing tests with what people did, and bringing in the results. */
export function Drills({ drills }: { readonly drills: readonly Campaign[] }) {
  const { drills: words } = useAwarenessWords()
  const { columns } = words
  const names = ['name', 'when', 'delivered', 'opened', 'clicked', 'reported'] as const
  const mayBring = isHolder(useSession().data)
  const allowed = useMay()
  const [chosen, setChosen] = useState<string | null>(null)
  const one = drills.find(({ id }) => id === chosen)
  return (
    <section aria-labelledby="drills">
      <h2 id="drills">{words.title}</h2>
      {drills.length === 0 ? (
        <p className="prose">{words.empty}</p>
      ) : (
        <>
          <div className="scroll">
            <table className="table" style={{ minWidth: '46rem' }}>
              <thead>
                <tr>
                  {names.map((name, at) => (
                    <th key={name} scope="col" className={at > 1 ? 'number' : undefined}>
                      {columns[name]}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {drills.map((drill) => (
                  <Row
                    key={drill.id}
                    drill={drill}
                    bring={
                      mayBring && allowed('change', 'awareness-campaign', drill)
                        ? () => setChosen(drill.id)
                        : undefined
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
          {one !== undefined && <Bring key={one.id} campaign={one} done={() => setChosen(null)} />}
          <p className="quiet">
            {words.base} {words.private}
          </p>
        </>
      )}
    </section>
  )
}

function isHolder(session: Session | null | undefined): boolean {
  const roles = session?.organisation?.roles ?? []
  return roles.includes('ciso') || roles.includes('it_manager')
}

interface RowProps {
  readonly drill: Campaign
  readonly bring: (() => void) | undefined
}

function Row({ drill, bring }: RowProps) {
  const { language } = useLanguage()
  const all = useAwarenessWords()
  const { drills: words } = all
  const { values } = drill
  const delivered = values.delivered_count
  const share = (part: number | undefined) => {
    if (part === undefined || delivered === undefined) return all.unknown
    if (delivered === 0) return number(part, language)
    return words.share(part, percent((100 * part) / delivered, language))
  }
  return (
    <tr>
      <th scope="row" className="plain-head">
        <Link to={placeOf(drill)}>{values.name}</Link>
        {values.lessons !== undefined && <div className="quiet">{values.lessons}</div>}
      </th>
      <td>{whenOf(drill, language) ?? <span className="quiet">{all.unknown}</span>}</td>
      <td className="number">{delivered ?? <span className="quiet">{all.unknown}</span>}</td>
      <td className="number">{share(values.opened_count)}</td>
      <td className="number">{share(values.clicked_count)}</td>
      <td className="number">
        <strong>{share(values.reported_count)}</strong>
      </td>
      <td>
        {bring !== undefined && drill.state !== 'evaluated' && drill.state !== 'cancelled' && (
          <Button size="compact-xs" variant="default" onClick={bring}>
            {delivered === undefined ? words.bring : words.again}
            <span className="spoken"> {values.name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}
