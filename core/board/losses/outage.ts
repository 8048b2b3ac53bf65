// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'
import { type Interval, intervalOf, knownInterval } from './interval.ts'
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
  readonly eur_per_hour: number | null
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
  readonly perHour: number | null
  readonly once: number
  readonly hours: Interval | null
  readonly recovery: Recovery | null
}

export function outageOf(risk: Line, around: Standstill): Outage {
  const said = knownInterval(intervalOf(risk, 'outage_hours'))
  const named = around.jewels.filter(({ id }) => risk.list('crown_jewels').includes(id))
  const stopped = stoppedBy(risk, named, around.processes)
  const stops = [
    ...counted(stopped, around).map((line) => processStop(line, { risk, said, around })),
    ...named.filter((jewel) => jewel.text('process') === null).map((line) => jewelStop(line, said)),
  ]
  const lasting = stops.flatMap(({ hours }) => hours ?? [])
  const hours = lasting.length === 0 ? said : span(lasting)
  const priced = stops.filter(({ perHour }) => perHour !== null)
  const timed = priced.filter((stop) => stop.hours !== null)
  const eur = (end: keyof Interval) =>
    Math.round(
      timed.reduce((sum, one) => sum + one.once + (one.perHour ?? 0) * (one.hours?.[end] ?? 0), 0),
    )
  const isTested = stops.some(({ recovery }) => recovery?.sets === true)
  return {
    hours,
    basis: hours === null ? null : isTested ? 'tested' : 'said',
    tests: [...new Set(stops.flatMap(({ recovery }) => recovery?.tests ?? []))],
    processes: stopped.map(({ id }) => id),
    eur_per_hour: priced.length === 0 ? null : Math.round(total(priced)),
    eur: timed.length === 0 ? null : { low: eur('low'), high: eur('high') },
    without_cost: stops.filter(({ perHour }) => perHour === null).map(({ id }) => id),
    without_hours: stops.filter((stop) => stop.hours === null).map(({ id }) => id),
  }
}

function total(stops: readonly Stop[]): number {
  return stops.reduce((sum, { perHour }) => sum + (perHour ?? 0), 0)
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

/** The process's own figure; where it has none, that of the crown jewel it is. */
function perHourOf(line: Line, { jewels }: Standstill): number | null {
  const penalty = (line.number('contract_penalty_eur_per_day') ?? 0) / 24
  const own = line.number('outage_cost_eur_per_hour')
  if (own !== null) return own + penalty
  const jewel = jewels.find((one) => one.text('process') === line.id)
  const theirs = jewel?.number('loss_eur_per_hour') ?? null
  return theirs === null ? null : theirs + penalty
}

function processStop(
  line: Line,
  of: { readonly risk: Line; readonly said: Interval | null; readonly around: Standstill },
): Stop {
  const { risk, said, around } = of
  const estimate = said ?? knownInterval(intervalOf(line, 'outage_hours'))
  const recovery = recoveryOf({ risk, line, estimate, tests: around.tests })
  const restart = line.number('restart_cost_eur')
  const scrap = line.number('scrap_loss_eur')
  const jewel = around.jewels.find((one) => one.text('process') === line.id)
  const once =
    restart === null && scrap === null
      ? (jewel?.number('loss_eur_at_once') ?? 0)
      : (restart ?? 0) + (scrap ?? 0)
  const hours = recovery?.hours ?? estimate
  return { id: line.id, perHour: perHourOf(line, around), once, hours, recovery }
}

function jewelStop(line: Line, said: Interval | null): Stop {
  const once = line.number('loss_eur_at_once')
  return {
    id: line.id,
    // What is lost at once may be all there is to lose.
    perHour: line.number('loss_eur_per_hour') ?? (once === null ? null : 0),
    once: once ?? 0,
    hours: said,
    recovery: null,
  }
}
