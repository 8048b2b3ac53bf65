// SPDX-License-Identifier: EUPL-1.2
import { cycle } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { asRecords } from '../../data/scope.ts'
import { useWhole } from '../../data/whole.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { useAwarenessWords } from './words.ts'

type Lesson = ReturnType<typeof cycle.lessonsOf>[number]

/** What incidents, exercises and campaigns taught, and what came of it. */
export function Lessons() {
  const { lessons: words } = useAwarenessWords()
  const incidents = useWhole('incident')
  const others = [
    ...(useWhole('exercise').data ?? []),
    ...(useWhole('awareness-campaign').data ?? []),
    ...(useWhole('finding').data ?? []),
    ...(useWhole('action').data ?? []),
    ...(useWhole('risk').data ?? []),
  ]
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">{words.title}</h2>
      <Ready of={incidents}>
        {(found) => <Learned lessons={cycle.lessonsOf(asRecords([...found, ...others]))} />}
      </Ready>
    </section>
  )
}

function Learned({ lessons }: { readonly lessons: readonly Lesson[] }) {
  const { language } = useLanguage()
  const { lessons: words, unknown } = useAwarenessWords()
  const tongue = registerTongue(language)
  if (lessons.length === 0) return <p className="prose">{words.none}</p>
  const without = lessons.filter(({ text }) => text === null).length
  return (
    <>
      {without > 0 && <p className="ask">{words.without(without)}</p>}
      <Table
        label={words.title}
        rows={lessons}
        keyOf={({ id }) => id}
        minWidth="52rem"
        columns={[
          {
            title: words.from,
            is: 'head',
            cell: (one) => (
              <>
                <Link to={placeOf(one)}>{one.name}</Link>
                <div className="quiet">
                  {tongue.kind(one.kind)[0]}, {one.on === null ? unknown : day(one.on, language)}
                </div>
              </>
            ),
          },
          {
            title: words.lesson,
            cell: ({ text }) => text ?? <span className="quiet">{words.notYet}</span>,
          },
          { title: words.work, cell: (one) => <Work lesson={one} /> },
          { title: words.about, cell: (one) => <About lesson={one} /> },
        ]}
      />
    </>
  )
}

function Work({ lesson: { actions } }: { readonly lesson: Lesson }) {
  const { lessons: words } = useAwarenessWords()
  if (actions.length === 0) return <span className="quiet">{words.noWork}</span>
  return (
    <ul className="plain">
      {actions.map((one) => (
        <li key={one.id}>
          <Link to={placeOf(one)}>{one.name}</Link>{' '}
          <span className={one.is_open ? 'ask' : 'quiet'}>
            {one.is_open ? words.open : words.done}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Risks and measures, and the requirements at their duty of care. */
function About({ lesson: { risks, measures, requirements } }: { readonly lesson: Lesson }) {
  return (
    <ul className="plain">
      {risks.map((one) => (
        <li key={one.id}>
          <Link to={placeOf(one)}>{one.name}</Link>
        </li>
      ))}
      {measures.map((id) => (
        <li key={id}>
          <RecordLink id={id} />
        </li>
      ))}
      {requirements.map((id) => (
        <li key={id}>
          <Link to={`/measures/${id.charAt(0).toLowerCase()}#${id}`}>{id}</Link>
        </li>
      ))}
    </ul>
  )
}
