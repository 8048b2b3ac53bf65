// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'
import { latestOfEach, type RestoreTried } from './tests.ts'

/**
 * What is wanted against what was measured. `partly`: what was tested kept within it, and something
 * that the process needs was never tested. `unmeasured`: a target, and nothing that tests it.
 */
export type Verdict = 'met' | 'partly' | 'missed' | 'unmeasured' | 'no_target'

export interface ProcessLine {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly rto_hours: number | null
  readonly rpo_hours: number | null
  readonly mtd_hours: number | null
  readonly eur_per_hour: number | null
  readonly fallback: string | null
  readonly restart_criteria: string | null
  readonly reviewed_on: string | null
  /** The slowest of what has to come back; null while nothing was measured. */
  readonly restored_in_hours: number | null
  readonly lost_hours: number | null
  /** The last time it really stood still, drills left out. */
  readonly happened: { readonly incident: string; readonly hours: number } | null
  readonly rto: Verdict
  readonly rpo: Verdict
  readonly mtd: Verdict
  /** Tests that it was measured by. */
  readonly tests: readonly string[]
  /** Tests that did not bring it back. */
  readonly failed: readonly string[]
  readonly backups: readonly string[]
  /** What it needs and no copy is known of. */
  readonly without_backup: readonly string[]
  readonly untested: readonly string[]
  readonly depends_on: readonly string[]
}

export interface ProcessFacts {
  readonly processes: readonly Line[]
  readonly backups: readonly Line[]
  readonly tried: readonly RestoreTried[]
  readonly incidents: readonly Line[]
}

export function processLines(facts: ProcessFacts): readonly ProcessLine[] {
  return facts.processes.map((line) => processLine(line, facts))
}

function processLine(line: Line, { backups, tried, incidents }: ProcessFacts): ProcessLine {
  const assets = line.list('depends_on_assets')
  const own = backups.filter(
    (one) =>
      one.list('processes').includes(line.id) ||
      one.list('assets').some((asset) => assets.includes(asset)),
  )
  const tests = latestOfEach(tried).filter(
    ({ process, backup, asset }) =>
      process === line.id ||
      own.some(({ id }) => id === backup) ||
      (asset !== null && assets.includes(asset)),
  )
  const covered = new Set(own.flatMap((one) => one.list('assets')))
  const without = assets.filter((asset) => !covered.has(asset))
  const isTested = (asset: string) =>
    tests.some(
      (one) =>
        one.asset === asset ||
        own.some(({ id, list }) => id === one.backup && list('assets').includes(asset)),
    )
  const untested = assets.filter((asset) => !isTested(asset))
  const failed = tests.filter(({ result }) => result === 'failed').map(({ id }) => id)
  const happened = lastOutage(line.id, incidents)
  const restored = slowest(tests.map(({ restored_in_hours }) => restored_in_hours))
  const lost = slowest(tests.map(({ lost_hours }) => lost_hours))
  const [rto, rpo, mtd] = [
    line.number('rto_hours'),
    line.number('rpo_hours'),
    line.number('max_outage_hours'),
  ]
  const judged = { hasFailed: failed.length > 0, isWhole: untested.length === 0 }
  return {
    id: line.id,
    name: line.text('name') ?? '',
    owner: line.text('owner'),
    rto_hours: rto,
    rpo_hours: rpo,
    mtd_hours: mtd,
    eur_per_hour: line.number('outage_cost_eur_per_hour'),
    fallback: line.text('fallback'),
    restart_criteria: line.text('restart_criteria'),
    reviewed_on: line.text('impact_reviewed_on'),
    restored_in_hours: restored,
    lost_hours: lost,
    happened,
    rto: verdict(rto, restored, judged),
    rpo: verdict(rpo, lost, judged),
    // How long it really stood still says more than what a test came to.
    mtd: verdict(mtd, slowest([restored, happened?.hours ?? null]), judged),
    tests: tests.map(({ id }) => id),
    failed,
    backups: own.map(({ id }) => id),
    without_backup: without,
    untested,
    depends_on: line.list('depends_on_processes'),
  }
}

function slowest(hours: readonly (number | null)[]): number | null {
  const known = hours.filter((one) => one !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function verdict(
  wanted: number | null,
  measured: number | null,
  { hasFailed, isWhole }: { readonly hasFailed: boolean; readonly isWhole: boolean },
): Verdict {
  if (wanted === null) return 'no_target'
  if (hasFailed) return 'missed'
  if (measured === null) return 'unmeasured'
  if (measured > wanted) return 'missed'
  return isWhole ? 'met' : 'partly'
}

function lastOutage(
  process: string,
  incidents: readonly Line[],
): { readonly incident: string; readonly hours: number } | null {
  const found = incidents
    .filter(({ state }) => state !== 'dismissed')
    .filter((line) => line.flag('is_exercise') !== true && line.list('processes').includes(process))
    .flatMap((line) => {
      const hours = line.number('outage_hours')
      const at = line.text('started_at') ?? line.text('detected_at') ?? ''
      return hours === null ? [] : [{ incident: line.id, hours, at }]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.incident < b.incident ? -1 : 1))
  const [last] = found
  return last === undefined ? null : { incident: last.incident, hours: last.hours }
}
