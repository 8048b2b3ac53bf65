// SPDX-License-Identifier: EUPL-1.2

import { Button } from '@mantine/core'
import type { LogLine, Room } from '../../data/incidents.ts'
import { useMay } from '../../data/may.ts'
import { useSession } from '../../data/session.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useTimes } from '../../parts/times.ts'
import { euro, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useIncidentWords } from './words.ts'

/** What stands still, since when, what that costs, and whose word starts it again. */
export function Standstills({
  room,
  isOver,
  write,
}: {
  readonly room: Room
  /** The incident was handled: what runs by now without a word for it is told. */
  readonly isOver: boolean
  readonly write: (line: LogLine) => void
}) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const allowed = useMay()
  const person = useSession().data?.organisation?.person
  const { standstills, eur, without } = room.cost
  return (
    <section aria-labelledby="standstills" className="block">
      <h2 id="standstills">{words.lines}</h2>
      {standstills.length === 0 && <p className="quiet">{words.noLines}</p>}
      <ul className="plain">
        {standstills.map((one) => (
          <li key={one.process}>
            <p>
              <strong>{one.name}</strong>
              {one.hours !== null && ` · ${words.hours(number(one.hours, language, 1))}`}
              {one.eur !== null && ` · ${euro(one.eur, language)}`}
            </p>
            {one.accepted === null ? (
              <>
                <p className="quiet small">
                  {one.restart_criteria === null
                    ? words.noCriteria
                    : `${words.restartCriteria}: ${one.restart_criteria}`}
                </p>
                {isOver && <p className="broken small">{words.notAccepted}</p>}
                {one.owner !== null && one.owner !== person && (
                  <p className="quiet small">
                    {words.whoseWord} <RecordLink id={one.owner} />
                  </p>
                )}
                {(one.owner === null || one.owner === person) &&
                  allowed('create', 'incident-log-entry') && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() =>
                        write({
                          type: 'restart_accepted',
                          process: one.process,
                          text: words.acceptText(one.name),
                        })
                      }
                    >
                      {words.restart}
                    </Button>
                  )}
              </>
            ) : (
              <p className="done">✓ {words.accepted(times.at(one.accepted.at))}</p>
            )}
          </li>
        ))}
      </ul>
      {(standstills.length > 0 || eur !== null) && (
        <p>
          {words.cost}: <strong>{eur === null ? words.unknownCost : euro(eur, language)}</strong>
          {eur !== null && without.length > 0 && (
            <span className="quiet"> {words.costLacks(without.length)}</span>
          )}
        </p>
      )}
    </section>
  )
}
