// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import type { Room } from '../../data/incidents.ts'
import { useMay } from '../../data/may.ts'
import { thisMinute } from '../../parts/times.ts'
import { useIncidentWords } from './words.ts'

/** Who knew is an event of its own; a mistake in it is another one, which a second person agrees to. */
export function ToAwareness({ room, person }: { readonly room: Room; readonly person: string }) {
  const words = useIncidentWords()
  const allowed = useMay()
  if (!allowed('create', 'awareness')) return null
  const { incident, aware } = room
  const wrong =
    aware === null
      ? { person }
      : { person: aware.person, how: aware.how, aware_at: aware.at, corrects: aware.id }
  const given = { incident, recorded_by: person, recorded_at: thisMinute(), ...wrong }
  return (
    <Link className="no-print" to={`/registers/awarenesses/new?${new URLSearchParams(given)}`}>
      {aware === null ? words.recordAware : words.correctAware}
    </Link>
  )
}
