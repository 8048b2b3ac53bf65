// SPDX-License-Identifier: EUPL-1.2
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Access, useAccess } from '../../data/access.ts'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Bring } from './bring.tsx'
import { Flagged } from './flagged.tsx'
import { StartReview } from './start-review.tsx'
import { useAccessWords } from './words.ts'

const usualDays = 90

/** Who can sign in where, what stands out, and who has looked at it. */
export function AccessPage() {
  const words = useAccessWords()
  const mayDo = useMay()
  const [days, setDays] = useState(usualDays)
  const found = useAccess(days)
  return (
    <>
      <Title name={words.title} />
      <p className="quiet">
        <Glossed text={words.intro} />
      </p>
      <Ready of={found}>
        {(access) => {
          const isEmpty = access.standing.systems.length === 0
          return (
            <>
              {isEmpty ? <p>{words.empty}</p> : <Coverage access={access} />}
              {mayDo('create', 'access-account') && <Bring isOpen={isEmpty} />}
              {!isEmpty && (
                <>
                  <section>
                    <h2>{words.flagged}</h2>
                    <NumberInput
                      className="no-print"
                      size="xs"
                      maw="12rem"
                      mb="sm"
                      label={words.staleDays}
                      min={1}
                      max={3650}
                      value={days}
                      onChange={(next) => {
                        const given = Number(next)
                        if (Number.isInteger(given) && given > 0 && given < 3651) setDays(given)
                      }}
                    />
                    <Flagged access={access} />
                  </section>
                  <Reviews access={access} />
                  {mayDo('create', 'access-review') && <StartReview access={access} />}
                </>
              )}
              <p>
                <Link to="/registers/access-accounts">{words.toRegister}</Link>
              </p>
            </>
          )
        }}
      </Ready>
    </>
  )
}

function Coverage({ access }: { readonly access: Access }) {
  const words = useAccessWords()
  const { language } = useLanguage()
  const { counts, systems } = access.standing
  return (
    <div className="duo">
      <section>
        <h2>{words.coverage}</h2>
        {counts.mfa_base === 0 ? (
          <p className="quiet">{words.noBase}</p>
        ) : (
          <>
            <p className="answer">
              {words.coverageText(counts.with_mfa, counts.mfa_base, counts.mfa_unknown)}
            </p>
            {counts.privileged > 0 && (
              <p>
                {words.privilegedText(
                  counts.privileged_with_mfa,
                  counts.privileged,
                  counts.privileged_mfa_unknown,
                )}
              </p>
            )}
          </>
        )}
        {counts.privileged_unknown > 0 && (
          <p className="quiet">{words.rightsUnknown(counts.privileged_unknown)}</p>
        )}
        {counts.never_seen_used > 0 && (
          <p className="quiet">{words.neverSeen(counts.never_seen_used)}</p>
        )}
      </section>
      <section>
        <h2>{words.systems}</h2>
        <div className="scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.seenOn}</th>
                <th scope="col" className="number">
                  {words.active}
                </th>
              </tr>
            </thead>
            <tbody>
              {systems.map(({ name, seen_on, active }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>
                    {seen_on === null ? (
                      <span className="quiet">{words.noList}</span>
                    ) : (
                      day(seen_on, language)
                    )}
                  </td>
                  <td className="number">{active}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}

function Reviews({ access }: { readonly access: Access }) {
  const words = useAccessWords()
  const { language } = useLanguage()
  const { reviews } = access.standing
  return (
    <section>
      <h2>{words.reviews}</h2>
      <p className="prose quiet">
        <Glossed text={words.reviewsText} />
      </p>
      {reviews.length === 0 ? (
        <p>{words.noReviews}</p>
      ) : (
        <ul className="plain">
          {reviews.map((review) => (
            <li key={review.id} className="difference">
              <h3>
                <Link to={`/access/reviews/${review.id}`}>{review.name}</Link>
              </h3>
              <p>
                {review.reviewer !== null && <RecordLink id={review.reviewer} />}
                {' · '}
                {words.decided(review.decided, review.accounts)}
                {' · '}
                {review.signed_on !== null && review.state === 'signed'
                  ? words.signedOn(day(review.signed_on, language))
                  : (words.state[review.state] ?? review.state)}
                {review.due_on !== null && review.state === 'open' && (
                  <>
                    {' · '}
                    {words.due} {day(review.due_on, language)}
                  </>
                )}
                {review.is_late && <strong className="broken"> {words.late}</strong>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
