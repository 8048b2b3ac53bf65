// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useSession } from '../../data/session.ts'
import { useStanding } from '../../data/standing.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { Certificates } from './certificates.tsx'
import { useTrainingWords } from './words.ts'

/** Every seat on a board, until when whoever sits there must be trained, and what shows it. */
export function Training() {
  const words = useTrainingWords()
  const own = useSession().data?.organisation?.person
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useStanding('')}>
        {({ standing }) =>
          standing.training.length === 0 ? (
            <p>
              {words.none} <Link to="/registers/appointments">{words.noneLink}</Link>
            </p>
          ) : (
            // One's own file first.
            standing.training
              .toSorted((a, b) => Number(b.person === own) - Number(a.person === own))
              .map((term) => <Seat key={term.id} term={term} />)
          )
        }
      </Ready>
    </>
  )
}

function Seat({ term }: { readonly term: Standing['training'][number] }) {
  const { language } = useLanguage()
  const words = useTrainingWords()
  const tongue = registerTongue(language)
  const { person, role, from, due_on, days_left, status, rule } = term
  const isLate = status === 'overdue'
  const seat = upper(tongue.code('appointment', role, 'role'))
  const isCounting = days_left !== null && status !== 'fulfilled' && status !== 'no_duty'
  return (
    <section className="requirement" aria-labelledby={`seat-${term.id}`}>
      <h2 id={`seat-${term.id}`}>
        <RecordLink id={person} />
      </h2>
      <div>
        <p>{words.seat(seat, day(from, language))}</p>
        <p>
          <strong className={isLate ? 'broken' : undefined}>{words.status[status]}</strong>
          {isCounting && (
            <strong className={isLate ? 'broken' : undefined}>
              {', '}
              {days_left < 0 ? words.late(-days_left) : words.left(days_left)}
            </strong>
          )}
        </p>
        <p className="quiet">
          {due_on === null
            ? upper(words.rules[rule] ?? words.noTerm)
            : `${words.due(day(due_on, language))}, ${words.rules[rule] ?? ''}`}
        </p>
      </div>
      <Certificates person={person} />
    </section>
  )
}
