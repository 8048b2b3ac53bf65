// SPDX-License-Identifier: EUPL-1.2
import { cycle } from '@schouw/core/board'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useMay } from '../../data/may.ts'
import { today } from '../policies/lines.ts'

const needed = [...cycle.kindsOfCalendar, 'policy-version', 'finding', 'action'] as const
const atOnce = 500
const mostPages = 20

async function whole(kind: KindName, signal: AbortSignal): Promise<readonly RecordVersion[]> {
  const items: RecordVersion[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { limit: atOnce, ...(cursor === undefined ? {} : { cursor }) }
    const found = await api.list(kind, asked, signal)
    items.push(...(found.items as unknown as RecordVersion[]))
    if (found.next === null) break
    cursor = found.next
  }
  return items
}

/** Everything that comes round, from the registers that the reader may see. */
export function useCycle() {
  const allowed = useMay()
  const open = needed.filter((kind) => allowed('read', kind))
  return useQuery({
    queryKey: ['list', 'cycle', open],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(open.map((kind) => whole(kind, signal)))
      return cycleOf(found.flat(), today())
    },
  })
}

export type Cycle = ReturnType<typeof cycleOf>

function cycleOf(records: readonly RecordVersion[], day: string) {
  const of = (kind: KindName) => records.filter((one) => one.kind === kind)
  const policies = cycle.policyLines({
    policies: of('policy'),
    versions: of('policy-version'),
    today: day,
  })
  const reviews = new Map(
    policies.flatMap(({ id, review_on: on }) => (on === null ? [] : [[id, on] as const])),
  )
  return {
    today: day,
    audits: of('audit').filter(({ retired }) => retired === null),
    improvements: cycle.improvements({
      findings: of('finding'),
      actions: of('action'),
      today: day,
    }),
    review: cycle.reviewStanding(of('meeting'), day),
    calendar: cycle.calendarItems({ records, reviews, today: day }),
    undated: policies.filter(({ review_on: on }) => on === null).length,
  }
}
