// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { boardTongue, dikeShown, sectionShown } from '@schouw/report/board'
import { Link } from 'react-router'
import { useStanding } from '../../data/standing.ts'
import { Picture } from '../../parts/drawing.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useMeasureWords } from './words.ts'

/** The ten duties of care beside each other. */
export function Measures() {
  const { language } = useLanguage()
  const words = useMeasureWords()
  return (
    <>
      <Title name={words.title} />
      <p>
        {words.intro} {words.beside.label}: <Link to="/policies">{words.beside.policies}</Link>,{' '}
        <Link to="/cycle">{words.beside.cycle}</Link>,{' '}
        <Link to="/measures/applicability">{words.beside.applicability}</Link>,{' '}
        <Link to="/measures/applicability?view=tree">{words.beside.tree}</Link>.
      </p>
      <Ready of={useStanding('')}>
        {({ standing }) => {
          const { measures, board_level } = standing
          const level = board_level?.level
          const boardLevel = level === undefined ? null : { level, decidedOn: null, decision: null }
          const leadsTo = (id: string) => `/measures/${id}`
          return (
            <>
              <Picture {...dikeShown({ measures, boardLevel, leadsTo }, language)} />
              <Ten measures={measures} />
            </>
          )
        }}
      </Ready>
    </>
  )
}

function Ten({ measures }: Pick<Standing, 'measures'>) {
  const { language } = useLanguage()
  const words = useMeasureWords()
  const { columns } = words
  const say = boardTongue(language)
  return (
    <Table
      label={words.title}
      rows={measures}
      keyOf={({ id }) => id}
      minWidth="60rem"
      columns={[
        {
          title: columns.duty,
          is: 'head',
          cell: ({ id, is_contradicted }) => (
            <>
              <Link to={`/measures/${id}`}>
                {id} {say.word(id, 'measure')}
              </Link>
              {is_contradicted && <span className="broken"> ✕ {words.contradicted}</span>}
            </>
          ),
        },
        {
          title: columns.level,
          is: 'number',
          cell: ({ level, target }) => (
            <>
              {level === null ? words.notMeasured : say.fixed(level, 1)}
              {level !== null && target !== null && level < target && (
                <span className="ask nowrap"> {words.below}</span>
              )}
            </>
          ),
        },
        {
          title: columns.target,
          is: 'number',
          cell: ({ target }) => (target === null ? words.noTarget : say.number(target, 1)),
        },
        { title: columns.rests, cell: (one) => sectionShown(one, language).restsOn },
        {
          title: columns.measured,
          is: 'number',
          cell: ({ measured, applicable }) => words.of(measured, applicable),
        },
        {
          title: columns.next,
          cell: ({ id, next_step }) =>
            next_step !== null && (
              <Link to={`/measures/${id}#${next_step.requirement}`}>
                {words.raise(say.requirement.phrase(next_step.requirement))}
              </Link>
            ),
        },
      ]}
    />
  )
}
