// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import { lastWithBoard } from '../continuity/board-exercise.ts'
import type { Line } from '../facts.ts'
import {
  type Count,
  daysOfYear,
  type FigureFacts,
  hoursBetween,
  type Way,
  wholeMonths,
} from './way.ts'

/** Incidents, exercises and restoring: how fast, and how long ago. */
export const waysOfResponse: Readonly<Record<string, Way>> = {
  mttd: {
    as: 'mean',
    rests: ['incident'],
    days: daysOfYear,
    count: (facts) => durations(facts, 'started_at', 'detected_at'),
  },
  mttr: {
    as: 'mean',
    rests: ['incident'],
    days: daysOfYear,
    count: (facts) => durations(facts, 'detected_at', 'recovered_at'),
  },
  restored_within_rto: {
    as: 'percent',
    rests: ['incident', 'process'],
    days: daysOfYear,
    count: restoredInTime,
  },
  time_to_first_report: {
    as: 'longest',
    rests: ['incident', 'awareness', 'incident-report'],
    days: daysOfYear,
    count: firstReports,
  },
  exercise_recency: { as: 'amount', rests: ['exercise'], count: monthsSinceExercise },
  restore_tests: {
    as: 'percent',
    rests: ['restore-test'],
    days: daysOfYear,
    count: restoreTests,
  },
}

/** Of the last year, real ones, that mattered; those whose weight nobody knows come apart. */
function incidentsThatMattered({ registers, today }: FigureFacts) {
  const real = registers
    .all('incident')
    .filter(({ state }) => state !== 'dismissed')
    .filter((line) => line.flag('is_exercise') !== true)
    .filter((line) => isOfLastYear(dayOf(line), today))
  const unweighed = real.filter((line) => line.text('severity') === null)
  const weighed = real.filter((line) => !['low', null].includes(line.text('severity')))
  return { unweighed, weighed }
}

function dayOf(line: Line): string | null {
  const at = line.text('detected_at') ?? line.text('noticed_at') ?? line.text('started_at')
  return at === null ? null : at.slice(0, 10)
}

/** Without a day it may have been today. */
function isOfLastYear(day: string | null, today: string): boolean {
  return day === null || (day <= today && daysBetween(day, today) <= daysOfYear)
}

function durations(facts: FigureFacts, from: string, to: string): Count | null {
  const { weighed, unweighed } = incidentsThatMattered(facts)
  const timed = weighed.map((line) => ({
    line,
    hours: hoursBetween(line.text(from), line.text(to)),
    // What goes on still has no end to know.
    isOn: to === 'recovered_at' && ['reported', 'open', 'contained'].includes(line.state),
  }))
  const known = timed.flatMap(({ hours }) => hours ?? [])
  const open = timed.filter(({ hours, isOn }) => hours === null && !isOn).map(({ line }) => line)
  const off = [...open, ...unweighed]
  return {
    part: known.length,
    whole: known.length,
    amounts: known,
    missing: off.length,
    off,
  }
}

function restoredInTime(facts: FigureFacts): Count | null {
  const { registers, today } = facts
  const goals = new Map(
    registers.all('process').map((line) => [line.id, line.number('rto_hours')] as const),
  )
  const outages = registers
    .all('incident')
    .filter(({ state }) => state !== 'dismissed')
    .filter((line) => line.flag('is_exercise') !== true)
    .filter((line) => isOfLastYear(dayOf(line), today))
    .filter((line) => line.text('type') === 'outage' || (line.number('outage_hours') ?? 0) > 0)
  const judged = outages.map((line) => {
    const down =
      line.number('outage_hours') ??
      hoursBetween(line.text('detected_at'), line.text('recovered_at'))
    const goal = line.list('processes').map((id) => goals.get(id) ?? null)
    const isKnown = down !== null && goal.length > 0 && goal.every((one) => one !== null)
    return { line, isKnown, isIn: isKnown && goal.every((one) => down <= (one ?? 0)) }
  })
  const known = judged.filter(({ isKnown }) => isKnown)
  const off = judged.filter(({ isIn }) => !isIn).map(({ line }) => line)
  return {
    part: known.filter(({ isIn }) => isIn).length,
    whole: known.length,
    missing: judged.length - known.length,
    off,
  }
}

/** From the first person who knew to the early warning, of what really happened. */
function firstReports({ registers, today }: FigureFacts): Count | null {
  const awareness = registers.all('awareness')
  const corrected = new Set(awareness.flatMap((line) => line.text('corrects') ?? []))
  const reports = registers.all('incident-report')
  const judged = registers
    .all('incident')
    .filter(({ state }) => state !== 'dismissed')
    .filter((line) => line.flag('is_exercise') !== true)
    .filter((line) => line.text('significance') === 'significant')
    .filter((line) => isOfLastYear(dayOf(line), today))
    .map((line) => {
      const [aware = null] = awareness
        .filter((one) => one.text('incident') === line.id && !corrected.has(one.id))
        .flatMap((one) => one.text('aware_at') ?? [])
        .toSorted()
      const [sent = null] = reports
        .filter((one) => one.text('incident') === line.id)
        .filter((one) => one.text('stage') === 'early_warning')
        .flatMap((one) => one.text('sent_at') ?? [])
        .toSorted()
      return { line, hours: hoursBetween(aware, sent) }
    })
  const known = judged.flatMap(({ hours }) => hours ?? [])
  const off = judged.filter(({ hours }) => hours === null).map(({ line }) => line)
  return { part: known.length, whole: known.length, amounts: known, missing: off.length, off }
}

function monthsSinceExercise({ registers, today }: FigureFacts): Count | null {
  const last = lastWithBoard(registers.all('exercise'), today)
  if (last?.text('held_on') == null) return null
  const months = wholeMonths(last.text('held_on') ?? today, today)
  return { part: months, whole: 1, off: [last] }
}

/** A test whose day passed without it counts as one that did not succeed. */
function restoreTests({ registers, today }: FigureFacts): Count | null {
  const due = registers
    .all('restore-test')
    .filter(({ state }) => state !== 'cancelled')
    .filter((line) => {
      const on = line.text('tested_on') ?? line.text('planned_on')
      return on !== null && on <= today && daysBetween(on, today) <= daysOfYear
    })
  const isUnknown = (line: Line) => line.text('tested_on') !== null && line.text('result') === null
  const isPassed = (line: Line) => {
    const took = line.number('restored_in_hours')
    const goal = line.number('rto_hours')
    const isInTime = took === null || goal === null || took <= goal
    return line.text('result') === 'passed' && isInTime
  }
  const missing = due.filter(isUnknown).length
  return {
    part: due.filter(isPassed).length,
    whole: due.length - missing,
    missing,
    off: due.filter((line) => !isPassed(line)),
  }
}
