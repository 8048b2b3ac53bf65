// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { type Exercises, useExercises } from '../../data/crisis.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import '../crisis/crisis.css'
import { upper } from '../registers/page.tsx'
import { Duty } from './duty.tsx'
import { Scenarios } from './scenarios.tsx'
import { useExerciseWords } from './words.ts'

/** The yearly duty, what was exercised with whom, and scenarios of the factory's own. */
export function ExercisesPage({ session }: { readonly session: Session }) {
  const words = useExerciseWords()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useExercises()}>
        {({ exercises }) => (
          <>
            <p className="answer">
              <Duty duty={exercises.duty} />
            </p>
            <List exercises={exercises.exercises} />
            <Scenarios
              scenarios={exercises.scenarios}
              person={session.organisation?.person ?? ''}
            />
          </>
        )}
      </Ready>
    </>
  )
}

const done: readonly string[] = ['done', 'verified', 'cancelled']

function List({ exercises }: { readonly exercises: Exercises['exercises'] }) {
  const { language } = useLanguage()
  const words = useExerciseWords()
  const tongue = registerTongue(language)
  const { columns } = words
  return (
    <section aria-labelledby="list">
      <h2 id="list">{words.list}</h2>
      {exercises.length === 0 ? (
        <p className="prose">{words.none}</p>
      ) : (
        <Table
          label={words.list}
          rows={exercises}
          keyOf={({ id }) => id}
          minWidth="50rem"
          columns={[
            {
              title: columns.name,
              is: 'head',
              cell: ({ id, name }) => <Link to={`/exercises/${id}`}>{name}</Link>,
            },
            {
              title: columns.when,
              cell: ({ held_on: held, planned_on: planned }) =>
                held !== null
                  ? day(held, language)
                  : planned === null
                    ? words.noDay
                    : words.planned(day(planned, language)),
            },
            { title: columns.state, cell: ({ state }) => upper(tongue.code('exercise', state)) },
            {
              title: columns.board,
              cell: ({ board }) =>
                board === null ? (
                  <span className="quiet">{words.boardUnknown}</span>
                ) : (
                  words.ofBoard(board.present.length, board.present.length + board.absent.length)
                ),
            },
            {
              title: columns.result,
              cell: ({ result }) =>
                result === null ? '' : upper(tongue.code('exercise', result, 'result')),
            },
            {
              title: columns.work,
              cell: ({ actions }) =>
                words.work(
                  actions.filter(({ state }) => !done.includes(state)).length,
                  actions.length,
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
