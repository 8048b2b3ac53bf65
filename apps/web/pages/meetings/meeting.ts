// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'
import { meetingRecord } from '@schouw/core/board/meetings'
import { useList } from '../../data/records.ts'

export type Meeting = RecordOf<'meeting'>

/** Meetings of other days are looked at, not written in. */
export function isOpen({ state, retired }: Meeting): boolean {
  return retired === null && (state === 'planned' || state === 'held')
}

/** All of a register that fits one question; a board has no more of these. */
export function useAll(kind: Parameters<typeof useList>[0]) {
  const list = useList(kind, { limit: 500 })
  return list.data?.pages.flatMap(({ items }) => items) ?? []
}

/** The meeting as its minutes tell it, of what this person may see. */
export function useMeetingRecord(meeting: Meeting) {
  const [decisions, votes, objections, appointments] = [
    useAll('decision'),
    useAll('vote'),
    useAll('objection'),
    useAll('appointment'),
  ]
  const today = new Date().toISOString().slice(0, 10)
  return meetingRecord(meeting, { decisions, votes, objections, appointments, today })
}
