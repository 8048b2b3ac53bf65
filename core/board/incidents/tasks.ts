// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'
import { type RoomLine, standingLines } from './log.ts'

/** A step of the playbook, and what the log says of it. */
export interface RoomTask {
  readonly number: number
  readonly text: string
  readonly by: string | null
  readonly within_hours: number | null
  /** From awareness, where somebody is on record as aware and the step has a term. */
  readonly due_at: string | null
  readonly is_late: boolean
  readonly asks_decision: boolean
  readonly can_stop_production: boolean
  /** The line that did it: an action, or a decision where the step asks one. */
  readonly done: {
    readonly line: string
    readonly at: string
    readonly author: string
    readonly written_by: string
  } | null
}

const doing: Readonly<Record<string, true>> = { action: true, decision: true, handover: true }
const hourMs = 3_600_000

export function tasksOf(
  playbook: Line | undefined,
  log: readonly RoomLine[],
  { awareAt, now }: { readonly awareAt: string | null; readonly now: string },
): readonly RoomTask[] {
  const lines = standingLines(log)
  return (playbook?.rows('steps') ?? [])
    .map((row) => {
      const number = row.number('number') ?? 0
      const within = row.number('within_hours')
      const asks = row.flag('asks_decision') === true
      const done = lines.find(
        ({ type, step }) => step === number && (asks ? type === 'decision' : doing[type] === true),
      )
      const due = within === null || awareAt === null ? null : Date.parse(awareAt) + within * hourMs
      const settled = done === undefined ? Date.parse(now) : Date.parse(done.happened_at)
      return {
        number,
        text: row.text('text') ?? '',
        by: row.text('by'),
        within_hours: within,
        due_at: due === null ? null : new Date(due).toISOString(),
        is_late: due !== null && settled > due,
        asks_decision: asks,
        can_stop_production: row.flag('can_stop_production') === true,
        done: done === undefined ? null : doneBy(done),
      }
    })
    .toSorted((a, b) => a.number - b.number)
}

function doneBy({ id, happened_at: at, author, written_by }: RoomLine): RoomTask['done'] {
  return { line: id, at, author, written_by }
}
