// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { boardTongue, dikeShown, sectionShown } from '@schouw/report/board'
import { Link } from 'react-router'
import { useStanding } from '../../data/standing.ts'
import { Picture } from '../../parts/drawing.tsx'
import { Ready } from '../../parts/state.tsx'
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
        <Link to="/cycle">{words.beside.cycle}</Link>.
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
    <div className="scroll">
      <table className="table" style={{ minWidth: '52rem' }}>
        <thead>
          <tr>
            <th scope="col">{columns.duty}</th>
            <th scope="col" className="number">
              {columns.level}
            </th>
            <th scope="col" className="number">
              {columns.target}
            </th>
            <th scope="col">{columns.rests}</th>
            <th scope="col" className="number">
              {columns.measured}
            </th>
            <th scope="col">{columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((one) => {
            const { id, level, target, is_contradicted, measured, applicable, next_step } = one
            const isBelow = level !== null && target !== null && level < target
            return (
              <tr key={id}>
                <th scope="row" className="plain-head">
                  <Link to={`/measures/${id}`}>
                    {id} {say.word(id, 'measure')}
                  </Link>
                  {is_contradicted && <span className="broken"> ✕ {words.contradicted}</span>}
                </th>
                <td className="number">
                  {level === null ? words.notMeasured : say.fixed(level, 1)}
                  {isBelow && <span className="ask"> {words.below}</span>}
                </td>
                <td className="number">
                  {target === null ? words.noTarget : say.number(target, 1)}
                </td>
                <td>{sectionShown(one, language).restsOn}</td>
                <td className="number">{words.of(measured, applicable)}</td>
                <td>
                  {next_step !== null && (
                    <Link to={`/measures/${id}#${next_step.requirement}`}>
                      {words.raise(say.requirement.phrase(next_step.requirement))}
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
