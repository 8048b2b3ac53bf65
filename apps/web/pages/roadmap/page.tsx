// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import { planShown } from '@schouw/report/board'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { usePeople, usePlan } from '../../data/plan.ts'
import { Picture } from '../../parts/drawing.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Calendar } from './calendar.tsx'
import { Actions } from './list.tsx'
import { Money, NotDone } from './money.tsx'
import { useRoadmapWords } from './words.ts'

/** The work: when, by whom, for how much, and what was asked before and did not come. */
export function RoadmapPage() {
  const { language } = useLanguage()
  const words = useRoadmapWords()
  const people = usePeople()
  const may = useMay()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={usePlan()}>
        {({ plan, today }) => {
          const { lines, from, to, money } = plan
          const isOpen = ({ state }: (typeof lines)[number]) =>
            state === 'open' || state === 'in_progress'
          const open = lines.filter(isOpen).length
          const late = lines.filter(({ is_late }) => is_late).length
          const nameOf = (id: string) => people.get(id) ?? '…'
          const leadsTo = ({ id }: { readonly id: string }) => `/registers/${plurals.action}/${id}`
          // What was done before the plan began has no place on it.
          const drawn = lines.filter(
            (line) => isOpen(line) || (line.done_on ?? line.due_on ?? '') >= from,
          )
          return (
            <>
              <p className="answer">
                {lines.length === 0
                  ? words.empty
                  : words.answer({ open, late, done: lines.length - open })}{' '}
                {may('create', 'action') && (
                  <Link className="no-print" to={`/registers/${plurals.action}/new`}>
                    {words.newAction}
                  </Link>
                )}
              </p>
              {drawn.length > 0 && (
                <Picture
                  {...planShown({ lines: drawn, from, to, today, nameOf, leadsTo }, language)}
                />
              )}
              {lines.length > 0 && (
                <p className="no-print">
                  {words.take}:{' '}
                  {(['pdf', 'xlsx', 'csv'] as const).map((format, at) => (
                    <span key={format}>
                      {at > 0 && ' · '}
                      <a
                        href={`/api/v1/plan/export?format=${format}&language=${language}`}
                        download
                      >
                        {words.formats[format]}
                      </a>
                    </span>
                  ))}
                </p>
              )}
              {lines.length > 0 && <Actions lines={lines} people={people} />}
              <Money money={money} />
              <NotDone money={money} />
              <Calendar />
            </>
          )
        }}
      </Ready>
    </>
  )
}
