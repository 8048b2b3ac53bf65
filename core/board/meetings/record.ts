// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { attendance, type GivenProxy, type Vote, votesOn } from '@schouw/core/registers/bodies'
import { lineOf } from '../facts.ts'
import { type Member, membersOf } from './bodies.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** What is known beside a meeting; what is left out counts as not there. */
export interface Beside {
  readonly decisions: readonly RecordVersion[]
  readonly votes: readonly RecordVersion[]
  readonly objections: readonly RecordVersion[]
  readonly appointments: readonly RecordVersion[]
  /** The day it is, for a meeting that has no day yet. */
  readonly today: string
}

export interface Spoken {
  readonly said_at: string
  readonly text: string
  readonly speaker: string | null
}

export interface Item {
  readonly number: string
  readonly subject: string
  readonly decision: string | null
  readonly subject_record: string | null
  readonly said: readonly Spoken[]
  /** Null where the item asks nothing, or its question cannot be seen. */
  readonly answer: {
    readonly question: string
    /** As it was recorded; null while it is not. */
    readonly recorded: string | null
    readonly votes: readonly Vote[]
    readonly outcome: Outcome
    readonly conditions: string | null
    /** A vote that counted for the recorded outcome was taken back. */
    readonly is_contested: boolean
  } | null
}

export interface MeetingRecord {
  readonly members: readonly Member[]
  readonly present: readonly string[]
  /** Members who were neither there nor spoken for. */
  readonly away: readonly string[]
  readonly proxies: readonly GivenProxy[]
  readonly attendance: ReturnType<typeof attendance>
  readonly items: readonly Item[]
  /** Said without an item. */
  readonly said: readonly Spoken[]
}

/** A meeting as its minutes tell it: who was there, and by item what was said, voted and settled. */
export function meetingRecord(meeting: RecordVersion, beside: Beside): MeetingRecord {
  const line = lineOf(meeting)
  const day = (line.text('held_at') ?? line.text('planned_at') ?? beside.today).slice(0, 10)
  const members = membersOf(line.text('body') ?? '', beside.appointments, day)
  const present = line.list('present')
  const proxies = line.rows('proxies').map((row) => ({
    absent_member: row.text('absent_member') ?? '',
    holder: row.text('holder') ?? '',
  }))
  const percent = line.text('quorum_percent')
  const found = attendance({
    members,
    present,
    proxies,
    quorumPercent: percent === null ? null : Number(percent),
  })
  const given = new Set(proxies.map(({ absent_member: giver }) => giver))
  const away = members
    .map(({ person }) => person)
    .filter((person) => !present.includes(person) && !given.has(person))
  const said = line.rows('spoken').map((row) => ({
    number: row.text('number'),
    said_at: row.text('said_at') ?? '',
    text: row.text('text') ?? '',
    speaker: row.text('speaker'),
  }))
  const room = { members, away, hasQuorum: found.has_quorum, beside }
  const items = line.rows('agenda').map((row): Item => {
    const number = row.text('number') ?? ''
    const decision = row.text('decision')
    return {
      number,
      subject: row.text('subject') ?? '',
      decision,
      subject_record: row.text('subject_record'),
      said: said.filter((one) => one.number === number),
      answer: decision === null ? null : answerOf(decision, room),
    }
  })
  const numbers = new Set(items.map(({ number }) => number))
  return {
    members,
    present,
    away,
    proxies,
    attendance: found,
    items,
    said: said.filter(({ number }) => number === null || !numbers.has(number)),
  }
}

interface Room {
  readonly members: readonly Member[]
  readonly away: readonly string[]
  readonly hasQuorum: boolean
  readonly beside: Beside
}

function answerOf(id: string, { members, away, hasQuorum, beside }: Room): Item['answer'] {
  const record = beside.decisions.find((one) => one.id === id)
  if (record === undefined) return null
  const line = lineOf(record)
  const { votes } = votesOn(id, beside.votes, beside.objections)
  const isBoardDuty = line.text('subject') === 'approve_measures'
  const recorded = record.state === 'decided' ? line.text('outcome') : null
  return {
    question: line.text('question') ?? '',
    recorded,
    votes,
    outcome: outcomeOf(votes, { members, isBoardDuty, hasQuorum, away }),
    conditions: line.text('conditions'),
    is_contested: recorded !== null && votes.some(({ objected }) => objected !== null),
  }
}
