// SPDX-License-Identifier: EUPL-1.2
import { linesAbout, linesOf, type RoomFacts } from './facts.ts'
import { leadOf } from './reminding.ts'
import { type RunningClock, runningClocks } from './room.ts'

/** A report that is due, as an hour in the calendar of whoever answers for it. */
export interface ClockHour
  extends Pick<RunningClock, 'incident' | 'name' | 'is_exercise' | 'title_nl' | 'title_en'> {
  /** The same for the same report, also when its hour moves. */
  readonly key: string
  readonly due_at: string
  /** Grows with every step that could have moved it. */
  readonly version: number
  readonly changed_at: string
}

/** Those a person leads, or all of them for who watches over incidents; soonest first. */
export function clockHours(
  facts: RoomFacts,
  { person, isGuard }: { readonly person: string; readonly isGuard: boolean },
): readonly ClockHour[] {
  const times = new Map<string, number>()
  return runningClocks(facts).clocks.flatMap((clock): ClockHour[] => {
    const { incident, name, is_exercise, title_nl, title_en, due_at } = clock
    if (due_at === null || !(isGuard || leadOf(facts, incident) === person)) return []
    const plain = `${incident}-${clock.regime}-${clock.stage}`
    const before = times.get(plain) ?? 0
    times.set(plain, before + 1)
    const key = before === 0 ? plain : `${plain}-${before + 1}`
    return [
      { incident, name, is_exercise, title_nl, title_en, due_at, key, ...since(facts, incident) },
    ]
  })
}

function since(facts: RoomFacts, incident: string): Pick<ClockHour, 'version' | 'changed_at'> {
  const ids = new Set([
    incident,
    ...linesAbout(facts, 'awareness', incident).map(({ id }) => id),
    ...linesAbout(facts, 'incident-report', incident).map(({ id }) => id),
    ...linesOf(facts, 'contract').map(({ id }) => id),
  ])
  const records = Object.values(facts.records)
    .flat()
    .filter(({ id }) => ids.has(id))
  return {
    version: records.reduce((sum, one) => sum + one.version, 0),
    changed_at:
      records
        .map(({ changed }) => changed.at)
        .toSorted()
        .at(-1) ?? facts.now,
  }
}
