// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'
import { useList } from '../../data/records.ts'

export type Meeting = RecordOf<'meeting'>

/** Meetings of other days are looked at, not written in. */
export function isOpen({ state, retired }: Meeting): boolean {
  return retired === null && (state === 'planned' || state === 'held')
}

/** All of a register that fits one question; a board has no more of these. */
export function useAll(kind: 'appointment' | 'decision' | 'action' | 'policy' | 'kpi') {
  const list = useList(kind, { limit: 500 })
  return list.data?.pages.flatMap(({ items }) => items) ?? []
}
