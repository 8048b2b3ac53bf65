// SPDX-License-Identifier: EUPL-1.2
import { isCounted, type Vote } from '@schouw/core/registers/bodies'
import type { Member } from './bodies.ts'

export interface Outcome {
  readonly approve: number
  readonly reject: number
  readonly abstain: number
  /** Members with an interest of their own, or who took their vote back: heard, not counted. */
  readonly conflicted: number
  readonly unheard: number
  /** More for than against, of those who may decide; `open` while it could still turn. */
  readonly result: 'approved' | 'rejected' | 'open' | 'no_quorum'
}

/**
 * What a body has said to one question. Only its executives decide about the board's own duties
 * where it is one board; whoever has an interest does not count, nor towards who is still awaited.
 */
export function outcomeOf(
  votes: readonly Vote[],
  {
    members,
    isBoardDuty,
    hasQuorum,
    away = [],
  }: {
    readonly members: readonly Member[]
    readonly isBoardDuty: boolean
    readonly hasQuorum: boolean
    /** Neither there nor spoken for: no longer awaited. */
    readonly away?: readonly string[]
  },
): Outcome {
  const deciding = new Set(
    members.filter((one) => !isBoardDuty || one.is_executive).map(({ person }) => person),
  )
  const own = votes.filter(({ speaks_for: person }) => deciding.has(person))
  const conflicted = own.filter((one) => !isCounted(one)).length
  const count = (choice: Vote['choice']) =>
    own.filter((one) => one.choice === choice && isCounted(one)).length
  const [approve, reject, abstain] = [count('approve'), count('reject'), count('abstain')]
  const heard = new Set(own.map(({ speaks_for: person }) => person))
  const unheard = [...deciding].filter((one) => !heard.has(one) && !away.includes(one)).length
  const isSettled = Math.abs(approve - reject) > unheard || unheard === 0
  const result = !hasQuorum
    ? 'no_quorum'
    : !isSettled
      ? 'open'
      : approve > reject
        ? 'approved'
        : 'rejected'
  return { approve, reject, abstain, conflicted, unheard, result }
}
