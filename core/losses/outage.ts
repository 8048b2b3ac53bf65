// SPDX-License-Identifier: EUPL-1.2

import { type Interval, intervalOf, knownInterval } from './interval.ts'
import type { Line } from './line.ts'
import { type Recovery, recoveryOf } from './recovery.ts'

/** What stands still when the risk comes true, and what that costs. */
export interface Outage {
  /** From the shortest to the longest of what stops; null while nobody knows. */
  readonly hours: Interval | null
  /** `tested`: a restore test set the longest time, or is all there is. */
  readonly basis: 'said' | 'tested' | null
  /** Restore tests that were held against the estimate. */
  readonly tests: readonly string[]
  /** Processes that stop, those that only depend on another one too. */
  readonly processes: readonly string[]
  /** Of all that stops together; a part of it where some have no cost. */
  readonly eur_per_hour: Interval | null
  /** Of an ordinary day; null where of one of these nobody says how many hours it works. */
  readonly eur_per_day: Interval | null
  readonly eur: Interval | null
  /** Processes and crown jewels that stop and of which no cost per hour is known. */
  readonly without_cost: readonly string[]
  /** Processes that stop and of which nobody knows for how long. */
  readonly without_hours: readonly string[]
}

export interface Standstill {
  readonly processes: readonly Line[]
  readonly jewels: readonly Line[]
  readonly tests: readonly Line[]
}

interface Stop {
  readonly id: string
  readonly perHour: Interval | null
  /** Hours it works. */
  readonly perDay: number | null
  readonly once: number
  readonly hours: Interval | null
  readonly recovery: Recovery | null
}

/** With other hours than the risk says itself: how long it would last after a treatment. */
export function outageOf(risk: Line, around: Standstill, hoursLeft?: Interval): Outage {
  const said = hoursLeft ?? knownInterval(intervalOf(risk, 'outage_hours'))
  const named = around.jewels.filter(({ id }) => risk.list('crown_jewels').includes(id))
  const stopped = stoppedBy(risk, named, around.processes)
  const stops = [
    ...counted(stopped, around).map((line) =>
      processStop(line, { risk, said, around, isTested: hoursLeft === undefined }),
    ),
    ...named.filter((jewel) => jewel.text('process') === null).map((line) => jewelStop(line, said)),
  ]
  const lasting = stops.flatMap(({ hours }) => hours ?? [])
  const hours = lasting.length === 0 ? said : span(lasting)
  const priced = stops.filter(({ perHour }) => perHour !== null)
  const timed = priced.filter((stop) => stop.hours !== null)
  const eur = (end: keyof Interval) =>
    Math.round(
      timed.reduce(
        (sum, one) => sum + one.once + (one.perHour?.[end] ?? 0) * (one.hours?.[end] ?? 0),
        0,
      ),
    )
  const isTested = stops.some(({ recovery }) => recovery?.sets === true)
  return {
    hours,
    basis: hours === null ? null : isTested ? 'tested' : 'said',
    tests: [...new Set(stops.flatMap(({ recovery }) => recovery?.tests ?? []))],
    processes: stopped.map(({ id }) => id),
    eur_per_hour: priced.length === 0 ? null : total(priced, () => 1),
    eur_per_day:
      priced.length === 0 || priced.some(({ perDay }) => perDay === null)
        ? null
        : total(priced, ({ perDay }) => perDay ?? 0),
    eur: timed.length === 0 ? null : { low: eur('low'), high: eur('high') },
    without_cost: stops.filter(({ perHour }) => perHour === null).map(({ id }) => id),
    without_hours: stops.filter((stop) => stop.hours === null).map(({ id }) => id),
  }
}

function total(stops: readonly Stop[], times: (stop: Stop) => number): Interval {
  const sum = (end: keyof Interval) =>
    Math.round(stops.reduce((all, stop) => all + (stop.perHour?.[end] ?? 0) * times(stop), 0))
  return { low: sum('low'), high: sum('high') }
}

function span(intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
  }
}

/**
 * What the risk names, else what depends on the devices, zones and suppliers it names; then all
 * that depends on those, in as many steps as it takes. Dependencies may run in a circle.
 */
function stoppedBy(
  risk: Line,
  named: readonly Line[],
  processes: readonly Line[],
): readonly Line[] {
  const direct = new Set([
    ...risk.list('processes'),
    ...named.flatMap((jewel) => jewel.text('process') ?? []),
  ])
  const touches = (line: Line, field: string) => {
    const hit = risk.list(field)
    return line.list(`depends_on_${field}`).some((id) => hit.includes(id))
  }
  const fields = ['assets', 'zones', 'suppliers']
  const isFirst = (line: Line) =>
    direct.size > 0 ? direct.has(line.id) : fields.some((field) => touches(line, field))
  const stopped = new Set(processes.filter(isFirst).map(({ id }) => id))
  for (let size = -1; size !== stopped.size; ) {
    size = stopped.size
    for (const line of processes) {
      if (line.list('depends_on_processes').some((id) => stopped.has(id))) stopped.add(line.id)
    }
  }
  return processes.filter(({ id }) => stopped.has(id))
}

/**
 * Those whose cost counts. The cost of a line holds that of its cells: a cell counts only where no
 * part of the factory around it stops with a cost of its own.
 */
function counted(stopped: readonly Line[], around: Standstill): readonly Line[] {
  const byId = new Map(stopped.map((line) => [line.id, line]))
  return stopped.filter((line) => {
    const seen = new Set([line.id])
    let above = line.text('part_of')
    while (above !== null && !seen.has(above)) {
      seen.add(above)
      const parent = byId.get(above)
      if (parent !== undefined && perHourOf(parent, around) !== null) return false
      const known = around.processes.find(({ id }) => id === above)
      above = known?.text('part_of') ?? null
    }
    return true
  })
}

/**
 * The parts of the process's own cost, else its figure as a whole; where it has neither, that of the
 * crown jewel it is.
 */
function perHourOf(line: Line, { jewels }: Standstill): Interval | null {
  const penalty = (line.number('contract_penalty_eur_per_day') ?? 0) / 24
  const own = partsOf(line) ?? exactly(line.number('outage_cost_eur_per_hour'))
  const jewel = jewels.find((one) => one.text('process') === line.id)
  const known = own ?? exactly(jewel?.number('loss_eur_per_hour') ?? null)
  return known === null ? null : { low: known.low + penalty, high: known.high + penalty }
}

function exactly(amount: number | null): Interval | null {
  return amount === null ? null : { low: amount, high: amount }
}

/** Null where there are none, or one of them is the wrong way around. */
export function partsOf(line: Line): Interval | null {
  const parts = line.rows('outage_cost_parts').map((row) => ({
    low: row.number('eur_per_hour_low') ?? 0,
    high: row.number('eur_per_hour_high') ?? 0,
  }))
  if (parts.length === 0 || parts.some(({ low, high }) => low > high)) return null
  return {
    low: parts.reduce((sum, { low }) => sum + low, 0),
    high: parts.reduce((sum, { high }) => sum + high, 0),
  }
}

function processStop(
  line: Line,
  of: {
    readonly risk: Line
    readonly said: Interval | null
    readonly around: Standstill
    /** Whether restore tests of today are held against the hours. */
    readonly isTested: boolean
  },
): Stop {
  const { risk, said, around, isTested } = of
  const estimate = said ?? knownInterval(intervalOf(line, 'outage_hours'))
  const tests = isTested ? around.tests : []
  const recovery = recoveryOf({ risk, line, estimate, tests })
  const restart = line.number('restart_cost_eur')
  const scrap = line.number('scrap_loss_eur')
  const jewel = around.jewels.find((one) => one.text('process') === line.id)
  const once =
    restart === null && scrap === null
      ? (jewel?.number('loss_eur_at_once') ?? 0)
      : (restart ?? 0) + (scrap ?? 0)
  const hours = recovery?.hours ?? estimate
  return {
    id: line.id,
    perHour: perHourOf(line, around),
    perDay: line.number('production_hours_per_day'),
    once,
    hours,
    recovery,
  }
}

function jewelStop(line: Line, said: Interval | null): Stop {
  const once = line.number('loss_eur_at_once')
  return {
    id: line.id,
    // What is lost at once may be all there is to lose.
    perHour: exactly(line.number('loss_eur_per_hour') ?? (once === null ? null : 0)),
    perDay: null,
    once: once ?? 0,
    hours: said,
    recovery: null,
  }
}
