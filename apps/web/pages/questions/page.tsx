// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import { Link } from 'react-router'
import { useFigures } from '../../data/figures.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { useStanding } from '../../data/standing.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Term } from '../../parts/term.tsx'
import { Title } from '../../parts/title.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { useFigureTelling } from '../kpis/say.ts'
import { Question } from './question.tsx'
import { Readiness } from './readiness.tsx'
import { Suppliers, useTopOfChain } from './suppliers.tsx'
import { useQuestionsWords } from './words.ts'

interface Asked {
  readonly standing: Standing
  readonly person: string
}

type Jewels = ReturnType<typeof useList<'crown-jewel'>>
type Exercises = ReturnType<typeof useList<'exercise'>>

/** The five questions of a supervisory board, each answered from the registers as they stand. */
export function Questions({ session }: { readonly session: Session }) {
  const { language } = useLanguage()
  const questions = useQuestionsWords()
  const query = useStanding('')
  // All asked at once, not one after the answer to another.
  const jewels = useList('crown-jewel', { limit: 100 })
  const figures = useFigures()
  const exercises = useList('exercise', { limit: 100 })
  const chain = useTopOfChain()
  const person = session.organisation?.person ?? ''
  return (
    <>
      <Title name={questions.title} />
      <Ready of={query}>
        {({ standing, today }) => (
          <>
            <p className="quiet">{questions.asOf(day(today, language))}</p>
            <RisksAndJewels {...{ standing, person, jewels }} />
            <Figures {...{ person, figures }} />
            <Response {...{ standing, person, exercises }} />
            <Suppliers {...{ person, chain }} />
            <Steps standing={standing} person={person} />
          </>
        )}
      </Ready>
    </>
  )
}

function RisksAndJewels({ standing, person, jewels }: Asked & { readonly jewels: Jewels }) {
  const questions = useQuestionsWords()
  const { count, without_euros: without } = standing.risks
  return (
    <Question at={0} person={person}>
      <Ready of={jewels}>
        {({ pages }) => {
          const named = pages.flatMap(({ items }) => items)
          return (
            <>
              <p className="prose">
                {questions.risksAnswer({ count, without, jewels: named.length })}
              </p>
              <Largest standing={standing} />
              {named.length > 0 && (
                <p>
                  <Term id="kroonjuweel">{questions.jewels}</Term>:{' '}
                  {named.map(({ id, values }, at) => (
                    <span key={id}>
                      {at > 0 && ', '}
                      <Link to={placeOf({ kind: 'crown-jewel', id })}>
                        {String(values.name ?? '')}
                      </Link>
                    </span>
                  ))}
                </p>
              )}
            </>
          )
        }}
      </Ready>
    </Question>
  )
}

function Largest({ standing }: Pick<Asked, 'standing'>) {
  const { words, language } = useLanguage()
  const questions = useQuestionsWords()
  const say = boardTongue(language)
  const { largest } = standing.risks
  return (
    <Table
      label={questions.asked[0] ?? ''}
      rows={largest}
      keyOf={({ id }) => id}
      columns={[
        {
          title: questions.risk,
          is: 'head',
          cell: (one) => <Link to={placeOf(one)}>{one.name}</Link>,
        },
        {
          title: questions.loss,
          is: 'number',
          cell: ({ loss_eur }) =>
            loss_eur === null
              ? words.unknown
              : say.euroRange({ low_eur: loss_eur.low, high_eur: loss_eur.high }),
        },
        {
          title: questions.down,
          is: 'number',
          cell: ({ outage_hours }) =>
            outage_hours === null ? words.unknown : say.hours(outage_hours.low, outage_hours.high),
        },
        {
          title: questions.treated,
          cell: ({ is_lapsed, accepted_until }) =>
            is_lapsed
              ? questions.lapsed
              : accepted_until === null
                ? questions.notAccepted
                : words.home.acceptedUntil(day(accepted_until, language)),
        },
      ]}
    />
  )
}

interface FiguresProps {
  readonly person: string
  readonly figures: ReturnType<typeof useFigures>
}

function Figures({ person, figures }: FiguresProps) {
  const { home } = useLanguage().words
  return (
    <Question at={1} person={person}>
      <Ready of={figures}>{({ figures: { lines } }) => <Lines all={lines} />}</Ready>
      <p>
        <Link to="/kpis">{home.allKpis}</Link>
      </p>
    </Question>
  )
}

type Line = NonNullable<FiguresProps['figures']['data']>['figures']['lines'][number]

function Lines({ all }: { readonly all: readonly Line[] }) {
  const { words, language } = useLanguage()
  const { home } = words
  const questions = useQuestionsWords()
  const tell = useFigureTelling()
  const lines = all
    .filter(({ kpi }) => kpi !== null)
    .toSorted((a, b) => worst.indexOf(a.band) - worst.indexOf(b.band))
  const of = (band: string) => lines.filter((one) => one.band === band).length
  const counts = { all: lines.length, red: of('red'), amber: of('amber'), unknown: of('unknown') }
  return (
    <>
      <p className="prose">{questions.figuresAnswer(counts)}</p>
      {lines.length > 0 && (
        <Table
          label={questions.asked[1] ?? ''}
          rows={lines}
          keyOf={({ id }) => id}
          columns={[
            {
              title: questions.figure,
              is: 'head',
              cell: (line) => <Link to={`/registers/kpis/${line.kpi}`}>{tell.name(line)}</Link>,
            },
            {
              title: questions.value,
              is: 'number',
              cell: (line) => (line.value === null ? words.unknown : tell.amount(line, line.value)),
            },
            {
              title: questions.limit,
              is: 'number',
              cell: (line) =>
                line.limits.green === null
                  ? ''
                  : `${tell.limit(line, line.limits.green)}${isProposed(line) ? ' *' : ''}`,
            },
            {
              title: questions.standing,
              tone: ({ band }) =>
                band === 'red' ? 'broken' : band === 'amber' ? 'ask' : undefined,
              cell: ({ band }) => home.bands[band],
            },
            {
              title: questions.trend,
              cell: ({ trend }) =>
                trend
                  .map(({ value }) => (value === null ? '?' : number(value, language, 1)))
                  .join(' → '),
            },
          ]}
        />
      )}
      {lines.some(isProposed) && <p className="quiet">{questions.proposedLimits}</p>}
    </>
  )
}

function isProposed({ limits }: Line): boolean {
  return limits.green !== null && limits.set_by === 'default'
}

const worst: readonly string[] = ['red', 'amber', 'unknown', 'no_limit', 'green']

function Response({ standing, person, exercises }: Asked & { readonly exercises: Exercises }) {
  return (
    <Question at={2} person={person}>
      <Ready of={exercises}>{({ pages }) => <Responded standing={standing} pages={pages} />}</Ready>
    </Question>
  )
}

interface RespondedProps {
  readonly standing: Standing
  readonly pages: NonNullable<Exercises['data']>['pages']
}

function Responded({ standing, pages }: RespondedProps) {
  const { language } = useLanguage()
  const questions = useQuestionsWords()
  const held = pages
    .flatMap(({ items }) => items)
    .filter(({ values }) => values.held_on !== undefined)
    .toSorted((a, b) => (String(a.values.held_on) < String(b.values.held_on) ? 1 : -1))
  const [last] = held
  const answer = questions.responseAnswer({
    open: standing.open_incidents.length,
    late: standing.reports.filter(({ is_late }) => is_late).length,
    exercised: last === undefined ? null : day(String(last.values.held_on), language),
  })
  return (
    <>
      <p className="prose">{answer}</p>
      <Readiness />
      <ul className="plain">
        {standing.open_incidents.map((one) => (
          <li key={one.id}>
            <Link to={placeOf(one)}>{one.name}</Link>
          </li>
        ))}
        {last !== undefined && (
          <li>
            <Link to={placeOf({ kind: 'exercise', id: last.id })}>
              {String(last.values.name ?? '')}
            </Link>
          </li>
        )}
      </ul>
    </>
  )
}

function Steps({ standing, person }: Asked) {
  const { words, language } = useLanguage()
  const questions = useQuestionsWords()
  const { open, done, late, week, next } = standing.roadmap
  return (
    <Question at={4} person={person}>
      <p className="prose">{questions.stepsAnswer({ open, done, late, week })}</p>
      <Table
        label={questions.asked[4] ?? ''}
        rows={next}
        keyOf={({ id }) => id}
        columns={[
          {
            title: questions.step,
            is: 'head',
            cell: (one) => <Link to={placeOf(one)}>{one.name}</Link>,
          },
          {
            title: questions.due,
            is: 'nowrap',
            tone: ({ is_late }) => (is_late ? 'broken' : undefined),
            cell: ({ due_on }) => (due_on === null ? words.unknown : day(due_on, language)),
          },
        ]}
      />
      <p>
        <Link to="/roadmap">{words.home.allActions}</Link>
      </p>
    </Question>
  )
}
