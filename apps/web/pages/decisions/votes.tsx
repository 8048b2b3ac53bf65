// SPDX-License-Identifier: EUPL-1.2
import { objectionHours, votesOn } from '@schouw/core/registers/bodies'
import { registerTongue } from '@schouw/report/registers'
import { useList } from '../../data/records.ts'
import { type Stands, useTable } from '../../data/signing.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Casting, type Vote } from './casting.tsx'
import type { Decision } from './decision.ts'
import { Objecting } from './objecting.tsx'
import { Standing, useSignWords } from './signing.tsx'
import { useDecideWords } from './words.ts'

const termMs = objectionHours * 3_600_000

interface VotesProps {
  readonly decision: Decision
  readonly person: string
}

/** What each member said, those against first of all, and one's own vote. */
export function Votes({ decision, person }: VotesProps) {
  const words = useDecideWords()
  const filter = [`decision:eq:${decision.id}`]
  const list = useList('vote', { limit: 200, filter })
  const objections = useList('objection', { limit: 200, filter }).data
  const table = useTable(decision.id).data
  if (list.data === undefined) return null
  const records = list.data.pages.flatMap(({ items }) => items)
  const { votes, tally } = votesOn(
    decision.id,
    records,
    objections?.pages.flatMap(({ items }) => items),
  )
  const against = votes.filter(({ choice }) => choice === 'reject')
  const { dissent } = decision.values
  return (
    <section className="block" aria-labelledby="votes">
      <h2 id="votes">{words.votes}</h2>
      {decision.state === 'decided' && votes.some(({ objected }) => objected !== null) && (
        <p className="ask">{words.contested}</p>
      )}
      <p>{votes.length === 0 ? words.noVotes : words.tally(tally)}</p>
      {(votes.length > 0 || typeof dissent === 'string') && (
        <>
          <h3>{words.dissent}</h3>
          {against.length === 0 && typeof dissent !== 'string' && <p>{words.noDissent}</p>}
          {typeof dissent === 'string' && <p style={{ whiteSpace: 'pre-line' }}>{dissent}</p>}
        </>
      )}
      <ul className="plain">
        {[...against, ...votes.filter((one) => !against.includes(one))].map((one) => (
          <Said
            key={one.id}
            vote={one}
            decision={decision.id}
            isOwn={one.person === person}
            stands={table?.said.find(({ vote }) => vote === one.id)}
          />
        ))}
      </ul>
      {decision.state === 'tabled' && (
        <Casting
          key={votes.map(({ id }) => id).join()}
          decision={decision}
          person={person}
          votes={votes}
        />
      )}
    </section>
  )
}

interface SaidProps {
  readonly vote: Vote
  readonly decision: string
  readonly isOwn: boolean
  readonly stands: Stands | undefined
}

function Said({ vote, decision, isOwn, stands }: SaidProps) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const sign = useSignWords()
  const tongue = registerTongue(language)
  const { objected } = vote
  return (
    <li>
      <RecordLink id={vote.person} />
      {vote.speaks_for !== vote.person && (
        <>
          {' '}
          {sign.inNameOf} <RecordLink id={vote.speaks_for} />
        </>
      )}
      :{' '}
      <strong className={vote.choice === 'reject' ? 'ask' : undefined}>
        {tongue.code('vote', vote.choice, 'choice')}
      </strong>
      {vote.reason !== null && `, ${vote.reason}`}{' '}
      <span className="quiet">
        {dayAndTime(vote.cast_at, language)}
        {vote.has_conflict && ` · ${words.conflict}`}
      </span>
      {stands !== undefined && (
        <div>
          <Standing of={stands} />
        </div>
      )}
      {objected !== null && (
        <p className="ask">
          {sign.takenBack(
            dayAndTime(objected.at, language),
            tongue.code('objection', objected.ground, 'ground'),
          )}
        </p>
      )}
      {isOwn && objected === null && Date.parse(vote.cast_at) + termMs > Date.now() && (
        <Objecting vote={vote.id} castAt={vote.cast_at} decision={decision} person={vote.person} />
      )}
    </li>
  )
}
