// SPDX-License-Identifier: EUPL-1.2
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { LogLine, Room } from '../../data/incidents.ts'
import { isKept, useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useSession } from '../../data/session.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useTimes } from '../../parts/times.ts'
import { euro, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Whose } from './whose.tsx'
import { useIncidentWords } from './words.ts'

type Standstill = Room['cost']['standstills'][number]
type Write = (line: LogLine) => void

/** What stands still, since when, what that costs, and whose word starts it again. */
export function Standstills({
  room,
  isOver,
  write,
}: {
  readonly room: Room
  /** The incident was handled: what runs by now without a word for it is told. */
  readonly isOver: boolean
  readonly write: Write
}) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const { standstills, eur, without } = room.cost
  return (
    <section aria-labelledby="standstills" className="block">
      <h2 id="standstills">{words.lines}</h2>
      {standstills.length === 0 && <p className="quiet">{words.noLines}</p>}
      <ul className="plain">
        {standstills.map((one) => (
          <li key={one.process}>
            <Standing one={one} isOver={isOver} write={write} />
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

interface StandingProps {
  readonly one: Standstill
  readonly isOver: boolean
  readonly write: Write
}

function Standing({ one, isOver, write }: StandingProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const { accepted, released } = one
  return (
    <>
      <p>
        <strong>{one.name}</strong>
        {one.hours !== null && ` · ${words.hours(number(one.hours, language, 1))}`}
        {one.eur !== null && ` · ${euro(one.eur, language)}`}
      </p>
      {released !== null && (
        <p className="ask small">
          {words.released(times.at(released.at))} (<Whose line={released} />
          ): {released.reason}
        </p>
      )}
      {accepted !== null && (
        <p className="done">
          ✓ {words.accepted(times.at(accepted.at))} · <Whose line={accepted} />
        </p>
      )}
      {accepted === null && (
        <>
          <p className="quiet small">
            {one.restart_criteria === null
              ? words.noCriteria
              : `${words.restartCriteria}: ${one.restart_criteria}`}
          </p>
          {isOver && released === null && <p className="broken small">{words.notAccepted}</p>}
          <Word one={one} write={write} />
        </>
      )}
    </>
  )
}

/** Its owner accepts; whoever answers for the company may release it with a reason. */
function Word({ one, write }: Pick<StandingProps, 'one' | 'write'>) {
  const words = useIncidentWords()
  const organisation = useSession().data?.organisation
  const mayWrite = useMay()('create', 'incident-log-entry')
  const isOwner = one.owner !== null && one.owner === organisation?.person
  if (isOwner && mayWrite) {
    const line: LogLine = {
      type: 'restart_accepted',
      process: one.process,
      text: words.acceptText(one.name),
    }
    return (
      <Button size="compact-sm" variant="default" onClick={() => write(line)}>
        {words.restart}
      </Button>
    )
  }
  const mayRelease = organisation?.roles.some((role) => role === 'ciso' || role === 'director')
  return (
    <>
      <p className="quiet small">
        {one.owner === null ? (
          words.noOwner
        ) : (
          <>
            {words.whoseWord} <RecordLink id={one.owner} />
          </>
        )}
      </p>
      {mayRelease === true && one.released === null && <Release one={one} write={write} />}
    </>
  )
}

function Release({ one, write }: Pick<StandingProps, 'one' | 'write'>) {
  const words = useIncidentWords()
  const { id = '' } = useParams()
  const key = `draft/release/${id}/${one.process}`
  const [wasKept] = useState(() => isKept(key))
  const [reason, setReason, forget] = useKept(key, '')
  const release = () => {
    write({ type: 'restart_released', process: one.process, text: reason.trim() })
    forget()
  }
  return (
    <details className="no-print" open={wasKept}>
      <summary>{words.release}</summary>
      <Textarea
        autosize
        label={words.releaseWhy}
        description={words.releaseHelp}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" mt="xs" disabled={reason.trim() === ''} onClick={release}>
        {words.send}
      </Button>
    </details>
  )
}
