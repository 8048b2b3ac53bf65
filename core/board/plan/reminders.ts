// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import type { RecordVersion } from '@schouw/core/registers'
import { lineOf } from '../facts.ts'

/** Days before the day of an action, and after it, on which its owner hears of it. */
export const reminderStages = [
  { name: 'week_before', days: 7 },
  { name: 'day_before', days: 1 },
  { name: 'day_after', days: -1 },
  { name: 'week_after', days: -7 },
] as const

export type ReminderStage = (typeof reminderStages)[number]['name']

export interface Reminder {
  readonly action: string
  readonly name: string
  readonly owner: string
  readonly due_on: string
  readonly stage: ReminderStage
}

/**
 * What is to be said today. A stage whose day passed while nobody looked is made up for until the
 * next one begins, so that a server that was off leaves nobody out, and says nothing twice over.
 */
export function remindersOf(actions: readonly RecordVersion[], today: string): readonly Reminder[] {
  return actions.flatMap((record): readonly Reminder[] => {
    const line = lineOf(record)
    const due = line.text('due_on')
    const owner = line.text('owner')
    const isOpen = line.state === 'open' || line.state === 'in_progress'
    if (record.retired !== null || !isOpen || due === null || owner === null) return []
    const left = daysBetween(today, due)
    const stage = reminderStages.findLast(({ days }) => left <= days)
    // Long over: the page of the work tells it; another letter would not help.
    if (stage === undefined || left < longestAgo) return []
    return [
      { action: record.id, name: line.text('name') ?? '', owner, due_on: due, stage: stage.name },
    ]
  })
}

const longestAgo = -14
