// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '../record.ts'

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
  /** The member's own objection within the term: the vote stays in the log and counts no more. */
  readonly objected: { readonly at: string; readonly ground: string } | null
}

export interface Votes {
  /** The last word of each member, in the order in which they were spoken. */
  readonly votes: readonly Vote[]
  readonly tally: Readonly<Record<Choice, number>>
}

/**
 * What a body said to one question. Who changed his or her mind is counted once, by the last; who
 * objected to a vote of his or her own is not counted by it.
 */
export function votesOn(
  decision: string,
  records: readonly RecordVersion[],
  objections: readonly RecordVersion[] = [],
): Votes {
  const objected = new Map(
    objections
      .filter(({ retired }) => retired === null)
      .map(({ values }) => [
        textOf(values, 'vote'),
        { at: textOf(values, 'objected_at') ?? '', ground: textOf(values, 'ground') ?? '' },
      ]),
  )
  const last = new Map<string, Vote>()
  const cast = records
    .filter(({ retired, values }) => retired === null && textOf(values, 'decision') === decision)
    .flatMap((record) => voteOf(record, objected.get(record.id) ?? null) ?? [])
    .toSorted((a, b) => {
      const [one, other] = [`${a.cast_at} ${a.id}`, `${b.cast_at} ${b.id}`]
      return one === other ? 0 : one < other ? -1 : 1
    })
  for (const vote of cast) {
    last.delete(vote.speaks_for)
    last.set(vote.speaks_for, vote)
  }
  const votes = [...last.values()]
  const count = (choice: Choice) =>
    votes.filter((one) => one.choice === choice && isCounted(one)).length
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

/** Neither of somebody with an interest of their own, nor taken back. */
export function isCounted({ has_conflict, objected }: Vote): boolean {
  return !has_conflict && objected === null
}

function voteOf({ id, values }: RecordVersion, objected: Vote['objected']): Vote | undefined {
  const person = textOf(values, 'person')
  const castAt = textOf(values, 'cast_at')
  const choice = choices.find((one) => one === textOf(values, 'choice'))
  if (person === null || castAt === null || choice === undefined) return undefined
  const more = {
    reason: textOf(values, 'reason'),
    has_conflict: values['has_conflict'] === true,
    objected,
  }
  const speaksFor = textOf(values, 'on_behalf_of') ?? person
  return { id, person, speaks_for: speaksFor, choice, cast_at: castAt, ...more }
}

function textOf(values: RecordVersion['values'], name: string): string | null {
  const value = values[name]
  return typeof value === 'string' ? value : null
}
