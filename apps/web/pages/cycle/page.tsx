// SPDX-License-Identifier: EUPL-1.2
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { Audits } from './audits.tsx'
import { Calendar } from './calendar.tsx'
import { useCycle } from './facts.ts'
import { Improvements } from './improvements.tsx'
import { ReviewByManagement } from './review.tsx'
import { useCycleWords } from './words.ts'

/** The round of the year: what comes when, what audits found, what the board looks at itself. */
export function YearlyRound() {
  const words = useCycleWords()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={useCycle()}>
        {(cycle) => {
          const open = cycle.improvements.filter((one) => one.is_open)
          const late =
            open.filter((one) => one.is_late).length +
            cycle.calendar.filter((one) => one.is_late).length
          return (
            <>
              <p className="answer">
                {words.late(late)} {words.openFindings(open.length)}
              </p>
              <Calendar cycle={cycle} />
              <Audits cycle={cycle} />
              <Improvements cycle={cycle} />
              <ReviewByManagement cycle={cycle} />
            </>
          )
        }}
      </Ready>
    </>
  )
}
