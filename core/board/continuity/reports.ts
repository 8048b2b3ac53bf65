// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

/** A run of a job, as backup software reported it. */
export interface JobRun {
  readonly job: string
  readonly outcome: 'passed' | 'partly' | 'failed'
  readonly ended_at: string
  readonly size_bytes: number | null
}

/** What a report changes of one copy in the register. */
export interface ReportedCopy {
  readonly backup: string
  readonly name: string
  readonly job: string
  readonly runs: number
  readonly failed: number
  readonly last_outcome: JobRun['outcome']
  readonly last_ended_at: string
  /** Null: nothing newer than what stands there. */
  readonly patch: Readonly<Record<string, string | number>> | null
}

export interface MatchedReports {
  readonly copies: readonly ReportedCopy[]
  /** Jobs that no copy in the register names. */
  readonly unknown: readonly { readonly job: string; readonly runs: number }[]
  /** Jobs that several copies name: none of them is changed. */
  readonly ambiguous: readonly string[]
}

/**
 * Reports held against the register: by the names of jobs, else by code or name. What stands there
 * and is newer stays; a success that failed later keeps its own moment.
 */
export function matchedReports(
  runs: readonly JobRun[],
  backups: readonly RecordVersion[],
): MatchedReports {
  const owners = ownersOf(backups.filter(({ retired }) => retired === null).map(lineOf))
  const jobs = Map.groupBy(runs, ({ job }) => plain(job))
  const copies = new Map<string, { readonly line: Line; readonly runs: JobRun[] }>()
  const unknown: { job: string; runs: number }[] = []
  const ambiguous: string[] = []
  for (const [key, own] of jobs) {
    const [first] = own
    if (first === undefined) continue
    const lines = owners.get(key) ?? []
    const [line] = lines
    if (line === undefined) unknown.push({ job: first.job, runs: own.length })
    else if (lines.length > 1) ambiguous.push(first.job)
    else copies.set(line.id, { line, runs: [...(copies.get(line.id)?.runs ?? []), ...own] })
  }
  return {
    copies: [...copies.values()].map(({ line, runs: own }) => reported(line, own)),
    unknown,
    ambiguous,
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/** The most certain name first: names of jobs, codes, and names. */
function ownersOf(backups: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>()
  const ways: readonly ((line: Line) => readonly (string | null)[])[] = [
    (line) => line.list('job_names'),
    (line) => [line.text('code')],
    (line) => [line.text('name')],
  ]
  for (const names of ways) {
    const known = new Set(found.keys())
    for (const line of backups) {
      for (const name of new Set(names(line))) {
        if (name === null || known.has(plain(name))) continue
        const before = found.get(plain(name)) ?? []
        if (!before.includes(line)) found.set(plain(name), [...before, line])
      }
    }
  }
  return found
}

function reported(line: Line, runs: readonly JobRun[]): ReportedCopy {
  const sorted = runs.toSorted((a, b) => Date.parse(a.ended_at) - Date.parse(b.ended_at))
  const last = sorted.at(-1)
  if (last === undefined) throw new Error('a copy without runs')
  const success = sorted.findLast(({ outcome }) => outcome !== 'failed')
  const known = Date.parse(line.text('last_success_at') ?? '')
  const isNewer = success !== undefined && !(Date.parse(success.ended_at) <= known)
  const isOld = Date.parse(last.ended_at) < known
  const size = success?.size_bytes ?? null
  const patch = {
    ...(isNewer ? { last_success_at: success.ended_at } : {}),
    ...(isNewer && size !== null ? { size_bytes: size } : {}),
    ...(!isOld && last.outcome !== line.text('last_result') ? { last_result: last.outcome } : {}),
  }
  return {
    backup: line.id,
    name: line.text('name') ?? '',
    job: last.job,
    runs: runs.length,
    failed: runs.filter(({ outcome }) => outcome === 'failed').length,
    last_outcome: last.outcome,
    last_ended_at: last.ended_at,
    patch: Object.keys(patch).length === 0 ? null : patch,
  }
}
