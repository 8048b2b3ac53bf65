// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { compare } from './work.ts'

const choices = ['approve', 'reject', 'abstain', 'took_note'] as const
type Choice = (typeof choices)[number]

export interface Vote {
  readonly id: string
  readonly person: string
  /** The member whose vote it is: the one who gave a proxy, else the person. */
  readonly speaks_for: string
  readonly choice: Choice
  readonly reason: string | null
  readonly cast_at: string
  /** Named an interest of their own: heard, but not counted. */
  readonly has_conflict: boolean
}

export interface Votes {
  /** The last word of each member, in the order in which they were spoken. */
  readonly votes: readonly Vote[]
  readonly tally: Readonly<Record<Choice, number>>
}

/** What a body said to one question. Who changed his or her mind is counted once, by the last. */
export function votesOn(decision: string, records: readonly RecordVersion[]): Votes {
  const last = new Map<string, Vote>()
  const cast = records
    .filter(({ retired, values }) => retired === null && textOf(values, 'decision') === decision)
    .flatMap((record) => voteOf(record) ?? [])
    .toSorted((a, b) => compare(a.cast_at, b.cast_at) || compare(a.id, b.id))
  for (const vote of cast) {
    last.delete(vote.speaks_for)
    last.set(vote.speaks_for, vote)
  }
  const votes = [...last.values()]
  const count = (choice: Choice) =>
    votes.filter((one) => one.choice === choice && !one.has_conflict).length
  return {
    votes,
    tally: {
      approve: count('approve'),
      reject: count('reject'),
      abstain: count('abstain'),
      took_note: count('took_note'),
    },
  }
}

function voteOf({ id, values }: RecordVersion): Vote | undefined {
  const person = textOf(values, 'person')
  const castAt = textOf(values, 'cast_at')
  const choice = choices.find((one) => one === textOf(values, 'choice'))
  if (person === null || castAt === null || choice === undefined) return undefined
  const more = { reason: textOf(values, 'reason'), has_conflict: values['has_conflict'] === true }
  const speaksFor = textOf(values, 'on_behalf_of') ?? person
  return { id, person, speaks_for: speaksFor, choice, cast_at: castAt, ...more }
}

function textOf(values: RecordVersion['values'], name: string): string | null {
  const value = values[name]
  return typeof value === 'string' ? value : null
}
