// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link, useParams } from 'react-router'
import { type Room, useRoom } from '../../data/incidents.ts'
import { useLiveRoom } from '../../data/live-room.ts'
import { useRecord } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { DrillPart } from '../exercises/drill.tsx'
import { upper } from '../registers/page.tsx'
import { AskedFor } from './asked-for.tsx'
import { Clocks } from './clocks.tsx'
import { ClosingOff } from './closing-off.tsx'
import './incidents.css'
import { useTimes } from '../../parts/times.ts'
import { Learning } from './learning.tsx'
import { Log } from './log.tsx'
import { useLogOutbox } from './log-outbox.ts'
import { People } from './people.tsx'
import { Setting } from './setting.tsx'
import { Significance } from './significance.tsx'
import { Standstills } from './standstills.tsx'
import { Tasks } from './tasks.tsx'
import { useServerNow } from './ticking.ts'
import { ToAwareness } from './to-awareness.tsx'
import { Touched } from './touched.tsx'
import { Triage } from './triage.tsx'
import { useIncidentWords } from './words.ts'

/** One incident: clocks on the left, what happened in the middle, what to do on the right. */
export function IncidentRoom({ session }: { readonly session: Session }) {
  const { id = '' } = useParams()
  useLiveRoom(id)
  const room = useRoom(id)
  return (
    <Ready of={room}>
      {({ room: found, now }) => <Opened room={found} now={now} session={session} />}
    </Ready>
  )
}

interface OpenedProps {
  readonly room: Room
  readonly now: string
  readonly session: Session
}

function Opened({ room, now: told, session }: OpenedProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const tongue = registerTongue(language)
  const now = useServerNow(told)
  const incident = useRecord('incident', room.incident)
  const outbox = useLogOutbox(room.incident)
  const person = session.organisation?.person ?? ''
  const values = (incident.data?.values ?? {}) as {
    readonly name?: string
    readonly lead?: string
    readonly team?: readonly string[]
    readonly zones?: readonly string[]
  }
  const state = incident.data?.state
  return (
    <>
      <p className="quiet">
        <Link to="/incidents">{words.title}</Link>
      </p>
      <Title name={values.name ?? words.room} />
      <p>
        {room.is_exercise && <strong className="drill">{words.drillMark} · </strong>}
        {state !== undefined && <strong>{upper(tongue.code('incident', state))}</strong>}
        {room.aware !== null && (
          <>
            {' · '}
            {words.aware(times.at(room.aware.at))}{' '}
            <span className="quiet">
              (<RecordLink id={room.aware.person} />,{' '}
              {tongue.code('awareness', room.aware.how, 'how')})
            </span>
          </>
        )}
        {' · '}
        <ToAwareness room={room} person={person} />
      </p>
      {state === 'reported' && incident.data !== undefined && <Triage record={incident.data} />}
      <div className="room">
        <div className="room-clocks">
          <Clocks room={room} now={now} />
          <AskedFor room={room} />
          {incident.data !== undefined && (
            <Significance record={incident.data} person={person} now={told} />
          )}
        </div>
        <Log room={room} outbox={outbox} />
        <div className="room-work">
          {room.is_exercise && <DrillPart incident={room.incident} write={outbox.write} />}
          <Tasks room={room} write={outbox.write} />
          <ClosingOff zones={values.zones ?? []} />
          <Standstills
            room={room}
            isOver={state === 'handled' || state === 'closed'}
            write={outbox.write}
          />
          {incident.data !== undefined && <Setting record={incident.data} />}
          {incident.data !== undefined && state !== 'reported' && (
            <Touched incident={room.incident} values={incident.data.values} />
          )}
          <People lead={values.lead} team={values.team ?? []} />
          {incident.data !== undefined && <Learning record={incident.data} />}
          <p>
            <Link to={`/registers/incidents/${room.incident}`}>{words.facts}</Link>
          </p>
        </div>
      </div>
    </>
  )
}
