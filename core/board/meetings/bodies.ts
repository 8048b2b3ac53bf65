// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { lineOf } from '../facts.ts'

export interface Member {
  readonly person: string
  readonly role: string
  /** Whether the board's own duties are this member's: in a one-tier board of executives alone. */
  readonly is_executive: boolean
}

/** Seats by body. Partners who manage are entered as executive directors. */
const seats: Readonly<Record<string, readonly string[]>> = {
  board: ['executive_director', 'non_executive_director'],
  supervisory_board: ['supervisory_director'],
  both_boards: ['executive_director', 'non_executive_director', 'supervisory_director'],
  audit_committee: ['non_executive_director', 'supervisory_director'],
}

/** Who sits in a body on a day, each once, in the order in which they were appointed. */
export function membersOf(
  body: string,
  appointments: readonly RecordVersion[],
  today: string,
): readonly Member[] {
  const roles = seats[body] ?? []
  const found = new Map<string, Member>()
  const sitting = appointments
    .filter(({ retired }) => retired === null)
    .map(lineOf)
    .filter((line) => roles.includes(line.text('role') ?? ''))
    .filter((line) => (line.text('from') ?? '') <= today && (line.text('to') ?? '9999') >= today)
    .toSorted((a, b) => ((a.text('from') ?? '') < (b.text('from') ?? '') ? -1 : 1))
  for (const line of sitting) {
    const [person, role] = [line.text('person'), line.text('role') ?? '']
    if (person === null) continue
    const isExecutive = role === 'executive_director' || found.get(person)?.is_executive === true
    found.set(person, { person, role, is_executive: isExecutive })
  }
  return [...found.values()]
}
