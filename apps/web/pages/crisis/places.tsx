// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import type { Crisis } from '../../data/crisis.ts'
import { useMay } from '../../data/may.ts'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useCrisisWords } from './words.ts'

type Place = Crisis['places'][number]
type Person = Place['person']

/** The call list: it prints as it stands here. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const { language } = useLanguage()
  const words = useCrisisWords()
  const allowed = useMay()
  const tongue = registerTongue(language)
  const { columns } = words
  const role = (place: Place) => (
    <Link to={`/registers/crisis-contacts/${place.id}`}>
      {upper(tongue.code('crisis-contact', place.function, 'function'))}
    </Link>
  )
  const team = places.filter(({ is_outside }) => !is_outside)
  const outside = places.filter(({ is_outside }) => is_outside)
  const channels = [...new Set(team.flatMap(({ channel }) => channel ?? []))]
  return (
    <>
      <section aria-labelledby="team">
        <h2 id="team">{words.team}</h2>
        {team.length === 0 && <p className="prose">{words.noTeam}</p>}
        {channels.map((one) => (
          <p key={one}>
            <strong>{words.channel}:</strong> {one}
          </p>
        ))}
        {team.length > 0 && (
          <Table
            label={words.team}
            rows={team}
            keyOf={({ id }) => id}
            minWidth="52rem"
            columns={[
              { title: columns.order, is: 'number', cell: ({ call_order }) => call_order ?? '' },
              { title: columns.function, is: 'head', cell: role },
              {
                title: columns.who,
                cell: ({ person }) => person?.name ?? <span className="ask">{words.nobody}</span>,
              },
              { title: columns.numbers, cell: (place) => <Numbers place={place} /> },
              {
                title: columns.deputy,
                cell: ({ deputy }) =>
                  deputy === null ? (
                    <span className="ask">{words.nobody}</span>
                  ) : (
                    <>
                      {deputy.name}
                      {ownNumbers(deputy).map((one) => (
                        <div key={one}>
                          <Phone number={one} />
                        </div>
                      ))}
                    </>
                  ),
              },
              {
                title: columns.called,
                cell: ({ last_called_on: on }) =>
                  on === null ? <span className="quiet">{words.never}</span> : day(on, language),
              },
            ]}
          />
        )}
        {allowed('create', 'crisis-contact') && (
          <p className="no-print">
            <Link to="/registers/crisis-contacts/new">{words.add}</Link>
          </p>
        )}
      </section>
      {outside.length > 0 && (
        <section aria-labelledby="outside">
          <h2 id="outside">{words.outside}</h2>
          <Table
            label={words.outside}
            rows={outside}
            keyOf={({ id }) => id}
            columns={[
              { title: columns.function, is: 'head', cell: role },
              { title: columns.party, cell: ({ name }) => name },
              { title: columns.numbers, cell: (place) => <Numbers place={place} /> },
              { title: columns.available, cell: ({ availability }) => availability ?? '' },
              { title: columns.reference, cell: ({ reference }) => reference ?? '' },
            ]}
          />
        </section>
      )}
    </>
  )
}

function ownNumbers(person: Person): readonly string[] {
  return [person?.emergency_phone, person?.phone].filter(
    (one): one is string => typeof one === 'string',
  )
}

/** How somebody is reached, own numbers first. */
export function Numbers({ place }: { readonly place: Place }) {
  const words = useCrisisWords()
  const numbers = [
    ...new Set(
      [...ownNumbers(place.person), place.phone, place.second_phone].filter(
        (one): one is string => one !== null,
      ),
    ),
  ]
  if (numbers.length === 0) return <span className="ask">{words.noNumber}</span>
  return (
    <>
      {numbers.map((one) => (
        <div key={one}>
          <Phone number={one} />
        </div>
      ))}
      {place.needs_network === true && <div className="ask">{words.onNetwork}</div>}
    </>
  )
}

function Phone({ number }: { readonly number: string }) {
  return (
    <a className="phone" href={`tel:${number}`}>
      {number}
    </a>
  )
}
