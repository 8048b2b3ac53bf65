// SPDX-License-Identifier: EUPL-1.2
export interface Attendance {
  readonly entitled: number
  /** In person, and by proxy of somebody who is there. */
  readonly present: number
  readonly by_proxy: number
  readonly needed: number
  readonly has_quorum: boolean
}

export interface GivenProxy {
  readonly absent_member: string
  readonly holder: string
}

interface Gathered {
  readonly members: readonly { readonly person: string }[]
  readonly present: readonly string[]
  readonly proxies: readonly GivenProxy[]
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
  const needed = neededOf(entitled, quorumPercent)
  const count = there.size + spokenFor.size
  return {
    entitled,
    present: there.size,
    by_proxy: spokenFor.size,
    needed: Math.max(1, needed),
    has_quorum: entitled > 0 && count >= needed,
  }
}

/** Members that must be there; all of them at most. */
export function neededOf(entitled: number, quorumPercent: number | null): number {
  return Math.min(Math.floor((entitled * (quorumPercent ?? half)) / 100) + 1, entitled)
}
