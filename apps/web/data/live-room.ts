// SPDX-License-Identifier: EUPL-1.2
import { incidents } from '@schouw/core/board'
import type { RecordVersion } from '@schouw/core/registers'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type RoomAnswer, roomKey } from './incidents.ts'

const ofRooms = new Set(['incident', 'awareness', 'incident-report', 'process', 'playbook'])

interface Change {
  readonly kind: string
  readonly id: string
  readonly values?: RecordVersion['values']
  readonly by?: string
}

/**
 * What others write is seen as it is written: a line of the log comes with the news of it, so that
 * two hundred people in one room do not all ask for it at once. Other changes are one question.
 */
export function useLiveRoom(id: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/v1/changes?with=incident-log-entry')
    let isAsked = false
    const ask = () => {
      if (isAsked) return
      isAsked = true
      setTimeout(() => {
        isAsked = false
        void queries.invalidateQueries({ queryKey: ['record', 'incident', id] })
      }, 250)
    }
    source.addEventListener('change', (event) => {
      const { kind, id: line, values, by } = JSON.parse(event.data) as Change
      if (ofRooms.has(kind)) ask()
      if (values === undefined || by === undefined || values['incident'] !== id) return
      queries.setQueryData<RoomAnswer>(roomKey(id), (known) =>
        known === undefined ? known : withWritten(known, { id: line, values, by }),
      )
      // A step that is done, a restart or a cost changes more than the log.
      if (['step', 'process', 'cost_eur', 'report'].some((name) => values[name] !== undefined))
        ask()
    })
    // What was written while nobody listened, as after a start of the server.
    source.addEventListener('open', ask)
    return () => source.close()
  }, [queries, id])
}

function withWritten(known: RoomAnswer, line: incidents.NewLine): RoomAnswer {
  const log = incidents.withLine(known.room.log, line)
  return log === known.room.log ? known : { ...known, room: { ...known.room, log } }
}
