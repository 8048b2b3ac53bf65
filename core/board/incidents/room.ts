// SPDX-License-Identifier: EUPL-1.2
import { type ClockReport, type ClockResult, dueReports } from '@schouw/core/clock'
import type { Line } from '../facts.ts'
import { type Aware, awareOf, clockCaseOf } from './clock-case.ts'
import { type DraftItem, draftOf } from './draft.ts'
import { linesAbout, linesOf, type RoomFacts } from './facts.ts'
import { type RoomLine, roomLog } from './log.ts'
import { type CostSoFar, costSoFar } from './standstill.ts'
import { type RoomTask, tasksOf } from './tasks.ts'

/** A report that is due, with its record where there is one and what it would still lack. */
export interface RoomClock extends ClockReport {
  readonly report: { readonly id: string; readonly state: string; readonly version: number } | null
  readonly items: readonly DraftItem[]
}

export interface Room {
  readonly incident: string
  readonly aware: Aware | null
  readonly is_exercise: boolean
  /** Empty while nobody is on record as aware: then no term can be reckoned. */
  readonly clocks: readonly RoomClock[]
  readonly not_due: ClockResult['not_due']
  readonly remarks: ClockResult['remarks']
  readonly log: readonly RoomLine[]
  readonly tasks: readonly RoomTask[]
  readonly cost: CostSoFar
}

/** One incident as everybody in the room sees it; undefined when there is no such incident. */
export function roomOf(facts: RoomFacts, id: string): Room | undefined {
  const incident = linesOf(facts, 'incident').find((line) => line.id === id)
  if (incident === undefined) return undefined
  const clock = clockOf(facts, incident)
  const log = roomLog(linesAbout(facts, 'incident-log-entry', id))
  const playbook = linesOf(facts, 'playbook').find((one) => one.id === incident.text('playbook'))
  const aware = awareOf(facts, id)
  return {
    incident: id,
    aware,
    is_exercise: incident.flag('is_exercise') === true,
    clocks: (clock?.reports ?? []).map((report) => withRecord(facts, incident, report)),
    not_due: clock?.not_due ?? [],
    remarks: clock?.remarks ?? [],
    log,
    tasks: tasksOf(playbook, log, { awareAt: aware?.at ?? null, now: facts.now }),
    cost: costSoFar(incident, linesOf(facts, 'process'), log, facts.now),
  }
}

/** A clock of an incident that is not over, or whose report still has to be sent. */
export interface RunningClock {
  readonly incident: string
  readonly name: string
  readonly is_exercise: boolean
  readonly stage: string
  readonly regime: string
  readonly status: ClockReport['status']
  readonly due_at: string | null
  readonly title_nl: string
  readonly title_en: string
}

const running = new Set<ClockReport['status']>(['due', 'overdue', 'without_delay'])
const over = new Set(['closed', 'dismissed'])

/**
 * What still has to be reported, the soonest first. A closed incident of which a report was never
 * sent is still here: closing stops no clock. An exercise is over with its rehearsal: its terms
 * were never real. `unaware`: open incidents without an awareness.
 */
export function runningClocks(facts: RoomFacts): {
  readonly clocks: readonly RunningClock[]
  readonly unaware: readonly { readonly incident: string; readonly name: string }[]
  /** Of the organisation, in which terms are told; null while nobody has told. */
  readonly time_zone: string | null
} {
  const rehearsed = new Set(
    linesOf(facts, 'exercise')
      .filter(({ state }) => state !== 'planned')
      .map((exercise) => exercise.text('incident')),
  )
  const incidents = linesOf(facts, 'incident').filter(
    (line) =>
      line.state !== 'dismissed' && !(line.flag('is_exercise') === true && rehearsed.has(line.id)),
  )
  const clocks = incidents.flatMap((incident) =>
    (clockOf(facts, incident)?.reports ?? [])
      .filter((report) => running.has(report.status) && !isExcused(facts, incident, report))
      .map(({ stage, regime, status, due_at, title_nl, title_en }) => ({
        ...{ incident: incident.id, name: incident.text('name') ?? '' },
        is_exercise: incident.flag('is_exercise') === true,
        ...{ stage, regime, status, due_at, title_nl, title_en },
      })),
  )
  const unaware = incidents
    .filter(
      ({ id, state }) => !over.has(state) && state !== 'reported' && awareOf(facts, id) === null,
    )
    .map((line) => ({ incident: line.id, name: line.text('name') ?? '' }))
  const at = ({ due_at }: RunningClock) => (due_at === null ? 0 : Date.parse(due_at))
  const time_zone = linesOf(facts, 'organisation')[0]?.text('time_zone') ?? null
  return { clocks: clocks.toSorted((a, b) => at(a) - at(b)), unaware, time_zone }
}

function clockOf(facts: RoomFacts, incident: Line): ClockResult | undefined {
  const given = clockCaseOf(facts, incident)
  return given === null ? undefined : dueReports(given, Date.parse(facts.now))
}

/** A director agreed that it need not be sent. */
function isExcused(facts: RoomFacts, incident: Line, report: ClockReport): boolean {
  return recordOf(facts, incident, report)?.state === 'not_required'
}

function withRecord(facts: RoomFacts, incident: Line, report: ClockReport): RoomClock {
  const record = recordOf(facts, incident, report)
  return {
    ...report,
    report:
      record === undefined ? null : { id: record.id, state: record.state, version: record.version },
    items: draftOf(facts, incident, report.rule) ?? [],
  }
}

/** The latest record of the report: it may have been sent more than once. */
function recordOf(facts: RoomFacts, incident: Line, report: ClockReport): Line | undefined {
  return linesAbout(facts, 'incident-report', incident.id)
    .filter(
      (line) =>
        line.text('stage') === report.stage &&
        line.text('regime') === report.regime &&
        (report.contract === undefined || line.text('contract') === report.contract),
    )
    .toSorted((a, b) => (b.number('number') ?? 0) - (a.number('number') ?? 0))[0]
}
