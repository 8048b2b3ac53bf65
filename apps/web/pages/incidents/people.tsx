// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { type Crisis, useCrisis } from '../../data/crisis.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useLanguage } from '../../words/language.tsx'
import { PackLink } from '../crisis/pack-link.tsx'
import { Numbers } from '../crisis/places.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

interface PeopleProps {
  readonly lead: string | undefined
  readonly team: readonly string[]
}

/** Who leads, who helps, and who is called in which order, with deputies: also when printed. */
export function People({ lead, team }: PeopleProps) {
  const words = useIncidentWords()
  return (
    <section aria-labelledby="people" className="block">
      <h2 id="people">{words.people}</h2>
      <p>
        {words.lead}:{' '}
        {lead === undefined ? (
          <span className="quiet">{words.nobody}</span>
        ) : (
          <RecordLink id={lead} />
        )}
      </p>
      {team.length > 0 && (
        <p>
          {words.team}:{' '}
          {team.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <RecordLink id={id} />
            </span>
          ))}
        </p>
      )}
      <h3>{words.callList}</h3>
      <CallList />
      <PackLink />
    </section>
  )
}

/** Everybody who is called, in that order, with numbers and deputies. */
export function CallList() {
  const words = useIncidentWords()
  const places = useCrisis().data?.crisis.places ?? []
  if (places.length === 0) {
    return (
      <p className="quiet">
        {words.noCallList} <Link to="/crisis">{words.toCrisis}</Link>
      </p>
    )
  }
  return (
    <ol className="plain calls">
      {places.map((place) => (
        <Place key={place.id} place={place} />
      ))}
    </ol>
  )
}

function Place({ place }: { readonly place: Crisis['places'][number] }) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const { person, deputy } = place
  return (
    <li>
      <strong>
        {upper(registerTongue(language).code('crisis-contact', place.function, 'function'))}
      </strong>
      : {person?.name ?? place.name}
      <div className="small">
        <Numbers place={place} />
        {deputy !== null && (
          <div className="quiet">
            {words.deputy}: {deputy.name}{' '}
            {deputy.emergency_phone ?? deputy.phone ?? (
              <span className="ask">{words.noNumber}</span>
            )}
          </div>
        )}
        <div className="quiet">{place.availability ?? words.whenUnknown}</div>
        {place.channel !== null && <div className="quiet">{place.channel}</div>}
      </div>
    </li>
  )
}
