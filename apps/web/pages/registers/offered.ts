// SPDX-License-Identifier: EUPL-1.2
import type { RecordBody } from '@schouw/contract/client'
import type { RecordKind } from '@schouw/core/registers'
import { useMay } from '../../data/may.ts'
import { useSession } from '../../data/session.ts'

/** What somebody can do with a record from here: what would be refused is not offered. */
export function useOffered(kind: RecordKind, record: RecordBody) {
  const allowed = useMay()
  const roles: readonly string[] = useSession().data?.organisation?.roles ?? []
  const ways = kind.lifecycle.transitions.filter(
    ({ from, by }) =>
      from.includes(record.state) && (by === undefined || by.some((one) => roles.includes(one))),
  )
  return {
    isChange: allowed('change', kind.name, record),
    ways: allowed('move', kind.name, record) ? ways : [],
  }
}
