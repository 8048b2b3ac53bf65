// SPDX-License-Identifier: EUPL-1.2
import type { Vote } from '../votes.ts'
import type { Member } from './bodies.ts'

export interface Attendance {
  readonly entitled: number
  /** In person, and by proxy of somebody who is there. */
  readonly present: number
  readonly by_proxy: number
  readonly needed: number
  readonly has_quorum: boolean
}

export interface Proxy {
  readonly absent_member: string
  readonly holder: string
}

interface Gathered {
  readonly members: readonly Member[]
  readonly present: readonly string[]
  readonly proxies: readonly Proxy[]
  /** Strictly more than this part; half when nothing is said. */
  readonly quorumPercent: number | null
}

const half = 50

/** A proxy counts where its holder is there, its giver is not, and both are members. */
export function attendance({ members, present, proxies, quorumPercent }: Gathered): Attendance {
  const seats = new Set(members.map(({ person }) => person))
  const there = new Set(present.filter((person) => seats.has(person)))
  const spokenFor = new Set(
    proxies
      .filter(({ holder, absent_member: absent }) => there.has(holder) && seats.has(absent))
      .map(({ absent_member: absent }) => absent)
      .filter((absent) => !there.has(absent)),
  )
  const entitled = seats.size
  const needed = Math.floor((entitled * (quorumPercent ?? half)) / 100) + 1
  const count = there.size + spokenFor.size
  return {
    entitled,
    present: there.size,
    by_proxy: spokenFor.size,
    needed: Math.min(needed, Math.max(1, entitled)),
    has_quorum: entitled > 0 && count >= Math.min(needed, entitled),
  }
}

export interface Outcome {
  readonly approve: number
  readonly reject: number
  readonly abstain: number
  /** Members with an interest of their own: heard, not counted. */
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
  }: {
    readonly members: readonly Member[]
    readonly isBoardDuty: boolean
    readonly hasQuorum: boolean
  },
): Outcome {
  const deciding = new Set(
    members.filter((one) => !isBoardDuty || one.is_executive).map(({ person }) => person),
  )
  const own = votes.filter(({ speaks_for: person }) => deciding.has(person))
  const conflicted = own.filter(({ has_conflict }) => has_conflict).length
  const count = (choice: Vote['choice']) =>
    own.filter((one) => one.choice === choice && !one.has_conflict).length
  const [approve, reject, abstain] = [count('approve'), count('reject'), count('abstain')]
  const unheard = deciding.size - own.length
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
