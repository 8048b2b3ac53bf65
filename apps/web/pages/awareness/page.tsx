// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useWhole } from '../../data/whole.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { type Campaign, whenOf } from './campaign.ts'
import { Drills } from './drills.tsx'
import { Lessons } from './lessons.tsx'
import { Reports } from './reports.tsx'
import { useAwarenessWords } from './words.ts'

/** What is done so that people notice and report, and whether it works. */
export function Awareness() {
  const words = useAwarenessWords()
  const allowed = useMay()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Reports />
      <Ready of={useWhole('awareness-campaign')}>
        {(campaigns) => {
          const sorted = campaigns
            .filter(({ retired }) => retired === null)
            .toSorted((a, b) => (b.values.starts_on ?? '').localeCompare(a.values.starts_on ?? ''))
          const isDrill = (one: Campaign) => one.values.type === 'phishing_simulation'
          return (
            <>
              <h2>{words.campaigns}</h2>
              <Campaigns campaigns={sorted.filter((one) => !isDrill(one))} />
              {allowed('create', 'awareness-campaign') && (
                <p className="no-print">
                  <Link to="/registers/awareness-campaigns/new">{words.new}</Link>
                </p>
              )}
              <Drills drills={sorted.filter(isDrill)} />
            </>
          )
        }}
      </Ready>
      <Lessons />
    </>
  )
}

function Campaigns({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const words = useAwarenessWords()
  const { columns } = words
  if (campaigns.length === 0) return <p className="prose">{words.empty}</p>
  return (
    <div className="scroll">
      <table className="table" style={{ minWidth: '52rem' }}>
        <thead>
          <tr>
            {(['name', 'when', 'who', 'how', 'reached', 'lessons'] as const).map((name) => (
              <th key={name} scope="col">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {campaigns.map((one) => (
            <Row key={one.id} campaign={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ campaign }: { readonly campaign: Campaign }) {
  const { language } = useLanguage()
  const words = useAwarenessWords()
  const tongue = registerTongue(language)
  const { values, state } = campaign
  const said = (field: 'audience' | 'reached_by' | 'subjects') =>
    (values[field] ?? []).map((one) => tongue.code('awareness-campaign', one, field)).join(', ')
  const { reached_count: reached, invited_count: invited } = values
  return (
    <tr>
      <th scope="row" className="plain-head">
        <Link to={placeOf(campaign)}>{values.name}</Link>
        <div className="quiet">{said('subjects')}</div>
      </th>
      <td>
        {whenOf(campaign, language) ?? <span className="quiet">{words.unknown}</span>}
        <div className="quiet">{tongue.code('awareness-campaign', state)}</div>
      </td>
      <td>{said('audience') || words.none}</td>
      <td>{said('reached_by') || words.none}</td>
      <td>
        {typeof reached === 'number' && typeof invited === 'number' ? (
          words.reached(reached, invited)
        ) : (
          <span className="quiet">{words.unknown}</span>
        )}
      </td>
      <td>{values.lessons ?? <span className="quiet">{words.noLessons}</span>}</td>
    </tr>
  )
}
