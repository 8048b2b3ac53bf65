// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Seat, seatOf } from '@schouw/core/registers/bodies'

export type Member = Seat

/** Who sits in a body on a day, each once, in the order in which they were appointed. */
export function membersOf(
  body: string,
  appointments: readonly RecordVersion[],
  today: string,
): readonly Member[] {
  const found = new Map<string, Member>()
  const sitting = appointments
    .flatMap((one) => {
      const seat = seatOf(one, body, today)
      return seat === undefined ? [] : [{ seat, from: String(one.values['from']) }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const { seat } of sitting) {
    const isExecutive = seat.is_executive || found.get(seat.person)?.is_executive === true
    found.set(seat.person, { ...seat, is_executive: isExecutive })
  }
  return [...found.values()]
}
