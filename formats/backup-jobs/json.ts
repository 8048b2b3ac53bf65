// SPDX-License-Identifier: EUPL-1.2
import { decodedText } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { tableLimits } from '../table/index.ts'
import {
  type BackupRun,
  type BackupRunsRead,
  hasZone,
  inZone,
  longestJob,
  mostProblems,
  mostRuns,
} from './run.ts'

type Loose = Readonly<Record<string, unknown>>

/**
 * `restic snapshots --json` (a list), `borg list --json` and `borg info --json` (archives). Both
 * list what is in the repository: what is there was made. A run that failed is in neither.
 */
export function readRunsJson(path: string, bytes: Uint8Array, zone: string): BackupRunsRead {
  const problems: Problem[] = []
  const none = { format: null, columns: {}, runs: [], unfinished: 0 } as const
  const no = (expected: string, found: string): BackupRunsRead => ({
    ...none,
    problems: [{ path, line: null, column: null, expected, found }],
  })
  if (bytes.length > tableLimits.fileBytes) {
    return no(`at most ${tableLimits.fileBytes} bytes`, `${bytes.length}`)
  }
  const value = parsed(decodedText(bytes))
  if (value === undefined) return no('JSON', 'text that is no JSON')
  const isBorg = isLoose(value) && Array.isArray(value['archives'])
  const items: readonly unknown[] | null = Array.isArray(value)
    ? value
    : isLoose(value) && Array.isArray(value['archives'])
      ? value['archives']
      : null
  if (items === null) return no('restic snapshots or borg archives', quoted(value))
  const repository = isBorg && isLoose(value) ? textOf(value['repository'], 'location') : null
  const runs: BackupRun[] = []
  for (const [at, item] of items.slice(0, mostRuns).entries()) {
    const run = isBorg ? borgRun(item, { repository, zone }) : resticRun(item)
    if (run !== null) runs.push({ ...run, line: at + 1 })
    else {
      const expected = isBorg ? 'an archive with a time' : 'a snapshot with a time and a host'
      problems.push({ path, line: at + 1, column: null, expected, found: quoted(item) })
    }
  }
  if (items.length > mostRuns) {
    const found = String(items.length)
    problems.push({ path, line: null, column: null, expected: `at most ${mostRuns} runs`, found })
  }
  return {
    ...{ ...none, format: isBorg ? 'borg' : 'restic', runs },
    problems: problems.slice(0, mostProblems),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Run = Omit<BackupRun, 'line'>

/** A tag names the job; without one it is host and paths. */
function resticRun(item: unknown): Run | null {
  if (!isLoose(item)) return null
  const at = instantOf(item['time'], null)
  const host = typeof item['hostname'] === 'string' ? item['hostname'] : null
  const [tag] = textsOf(item['tags'])
  const job = tag ?? (host === null ? null : [host, ...textsOf(item['paths'])].join(' '))
  if (at === null || job === null || job.trim() === '') return null
  const summary = item['summary']
  const size = isLoose(summary) ? summary['total_bytes_processed'] : undefined
  return { job: job.slice(0, longestJob), outcome: 'passed', ended_at: at, size_bytes: whole(size) }
}

/** The name up to its date is the series: `lijn1-2026-11-22T02:40` belongs to `lijn1`. */
function borgRun(
  item: unknown,
  { repository, zone }: { readonly repository: string | null; readonly zone: string },
): Run | null {
  if (!isLoose(item)) return null
  const at = instantOf(item['end'] ?? item['time'] ?? item['start'], zone)
  const name = typeof item['name'] === 'string' ? item['name'] : item['archive']
  if (at === null || typeof name !== 'string') return null
  const series = name.replace(/[-_.]?\d{4}-?\d{2}-?\d{2}.*$/, '')
  const job = series === '' ? (repository ?? name) : series
  if (job.trim() === '') return null
  const stats = item['stats']
  const size = isLoose(stats) ? stats['original_size'] : undefined
  return { job: job.slice(0, longestJob), outcome: 'passed', ended_at: at, size_bytes: whole(size) }
}

/** Borg writes wall time without a zone: read as such in the zone of the organisation. */
function instantOf(value: unknown, zone: string | null): string | null {
  if (typeof value !== 'string') return null
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(value))
    return null
  if (zone === null && !hasZone(value)) return null
  // More than milliseconds is cut.
  const cut = value.replace(/(\.\d{3})\d+/, '$1')
  const at = Date.parse(hasZone(cut) ? cut : `${cut}Z`)
  const isSane = at >= Date.UTC(1990, 0, 1) && at < Date.UTC(2200, 0, 1)
  if (!isSane) return null
  const instant = new Date(at).toISOString()
  return hasZone(cut) || zone === null ? instant : inZone(instant, zone)
}

function whole(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function textOf(value: unknown, key: string): string | null {
  const found = isLoose(value) ? value[key] : undefined
  return typeof found === 'string' ? found : null
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
