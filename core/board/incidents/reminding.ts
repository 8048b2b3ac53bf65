// SPDX-License-Identifier: EUPL-1.2
import { awareOf } from './clock-case.ts'
import { linesOf, type RoomFacts } from './facts.ts'
import { runningClocks } from './room.ts'

/** A word about a report that is due soon, now, or too late. */
export interface ClockReminder {
  readonly incident: string
  readonly name: string
  readonly is_exercise: boolean
  readonly regime: string
  /** Which report of the regime. */
  readonly report: string
  readonly title_nl: string
  readonly title_en: string
  readonly due_at: string
  readonly is_over: boolean
  /** The same for the same clock at the same point: what is said once. */
  readonly stage: string
}

const hourMs = 3_600_000
/** Hours before the term ends at which somebody is told; negative ones are after. */
const points = [12, 4, 1, 0, -1, -12] as const

/**
 * One for each clock: the last point that has passed. An incident that is entered late gives one
 * word, not all that were missed.
 */
export function clockReminders(facts: RoomFacts): readonly ClockReminder[] {
  const now = Date.parse(facts.now)
  return runningClocks(facts).clocks.flatMap((clock) => {
    const { due_at, status, regime, stage, ...named } = clock
    if (due_at === null || status === 'without_delay') return []
    const left = (Date.parse(due_at) - now) / hourMs
    const passed = points.filter((point) => left <= point).at(-1)
    if (passed === undefined) return []
    const { incident, name, is_exercise, title_nl, title_en } = named
    return [
      {
        ...{ incident, name, is_exercise, title_nl, title_en, due_at },
        ...{ regime, report: stage },
        is_over: left < 0,
        stage: `${regime} ${stage} ${passed}`,
      },
    ]
  })
}

/** A word about what somebody told and nobody has sorted. */
export interface UnsortedReminder {
  readonly incident: string
  readonly name: string
  readonly told_at: string
  /** The same for the same report at the same point: what is said once. */
  readonly stage: string
}

/** Hours that a report may lie before whoever sorts it is told, and told again. */
const unsortedHours = [1, 4, 24, 72] as const

/** One for each report that nobody has sorted: the last point that has passed. */
export function unsortedReminders(facts: RoomFacts): readonly UnsortedReminder[] {
  return linesOf(facts, 'incident').flatMap((line) => {
    const told = line.text('noticed_at')
    if (told === null || line.state !== 'reported' || line.flag('is_exercise') === true) return []
    if (awareOf(facts, line.id) !== null) return []
    const hours = (Date.parse(facts.now) - Date.parse(told)) / hourMs
    const passed = unsortedHours.filter((point) => hours >= point).at(-1)
    if (passed === undefined) return []
    const name = line.text('name') ?? ''
    return [{ incident: line.id, name, told_at: told, stage: `unsorted ${passed}` }]
  })
}

/** Who leads it; null while nobody was named. */
export function leadOf(facts: RoomFacts, incident: string): string | null {
  return (
    linesOf(facts, 'incident')
      .find(({ id }) => id === incident)
      ?.text('lead') ?? null
  )
}
