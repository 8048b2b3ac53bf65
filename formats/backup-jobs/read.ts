// SPDX-License-Identifier: EUPL-1.2
import { momentOf } from '../accounts/moments.ts'
import { decodedText, readCsv } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { plainName, type Table } from '../table/index.ts'
import { readRunsJson } from './json.ts'
import {
  type BackupRun,
  type BackupRunsRead,
  hasZone,
  inZone,
  longestJob,
  mostProblems,
  mostRuns,
  outcomeOf,
  sizeOf,
} from './run.ts'

export type { BackupRun, BackupRunsRead, RunOutcome } from './run.ts'

const names = {
  job: [
    'job name',
    'job',
    'taak',
    'taaknaam',
    'naam',
    'backup plan',
    'plan name',
    'protection plan',
    'plan',
    'backup name',
    'backup set',
    'policy',
    'task',
    'task name',
    'name',
    'vm name',
    'machine',
    'machine name',
    'computer',
    'computername',
    'server',
    'object',
    'job type',
  ],
  outcome: [
    'status',
    'result',
    'last result',
    'resultaat',
    'job state',
    'job status',
    'session status',
    'last status',
    'last session result',
    'last backup status',
    'state',
    'toestand',
    'outcome',
    'hresult',
    'last backup result hr',
  ],
  ended: [
    'end time',
    'ended',
    'finish time',
    'finished',
    'finish',
    'stop time',
    'completion time',
    'end',
    'eindtijd',
    'einde',
    'klaar',
    'last run',
    'last run time',
    'last backup',
    'last backup time',
    'last successful backup time',
    'laatste back-up',
    'creation time',
    'date',
    'datum',
    'time',
    'start time',
    'started',
    'start',
    'begintijd',
  ],
  size: [
    'total size',
    'backup size',
    'processed size',
    'processed data',
    'data size',
    'transferred',
    'bytes processed',
    'size',
    'grootte',
    'omvang',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Column = keyof typeof names

/**
 * Any bytes give runs and problems. `zone`: that of the organisation, for moments that name none;
 * most backup software writes wall time.
 */
export function readBackupRuns(
  path: string,
  bytes: Uint8Array,
  { zone }: { readonly zone: string },
): BackupRunsRead {
  const text = bytes.length > 0 ? decodedText(bytes.subarray(0, 64)).trimStart() : ''
  if (text.startsWith('{') || text.startsWith('[')) return readRunsJson(path, bytes, zone)
  return readTable(readCsv(path, bytes), zone)
}

function readTable(table: Table, zone: string): BackupRunsRead {
  const { path } = table
  const columns = columnsOf(table)
  const problems: Problem[] = [...table.problems]
  const none = { format: 'table', columns, runs: [], unfinished: 0 } as const
  for (const column of ['job', 'outcome', 'ended'] as const) {
    if (columns[column] !== null || table.head.length === 0) continue
    const found = quoted(table.head.join(', '))
    problems.push({ path, line: table.headLine, column: null, expected: wanted[column], found })
  }
  if (problems.some(({ expected }) => Object.values(wanted).includes(expected))) {
    return { ...none, problems }
  }
  const runs: BackupRun[] = []
  let unfinished = 0
  for (const row of table.rows.slice(0, mostRuns)) {
    const run = runOf(table, row, { columns, zone, problems })
    if (run === 'unfinished') unfinished += 1
    else if (run !== undefined) runs.push(run)
  }
  if (table.rows.length > mostRuns) {
    const found = String(table.rows.length)
    problems.push({ path, line: null, column: null, expected: `at most ${mostRuns} rows`, found })
  }
  return { ...none, runs, unfinished, problems: problems.slice(0, mostProblems) }
}

const wanted: Readonly<Record<'job' | 'outcome' | 'ended', string>> = {
  job: 'a column with the name of the job',
  outcome: 'a column with the outcome',
  ended: 'a column with the moment it ended',
}

function columnsOf({ head }: Table): Record<Column, string | null> {
  const taken = new Set<string>()
  const found = (Object.keys(names) as Column[]).map((column) => {
    const heading = names[column]
      .map((name) => head.find((one) => plainName(one) === plainName(name) && !taken.has(one)))
      .find((one) => one !== undefined)
    if (heading !== undefined) taken.add(heading)
    return [column, heading ?? null] as const
  })
  // Every column has just been looked for.
  return Object.fromEntries(found) as Record<Column, string | null>
}

interface Around {
  readonly columns: Readonly<Record<Column, string | null>>
  readonly zone: string
  readonly problems: Problem[]
}

function runOf(
  { path, head }: Table,
  { line, cells }: Table['rows'][number],
  { columns, zone, problems }: Around,
): BackupRun | 'unfinished' | undefined {
  const place = (column: Column) => head.indexOf(columns[column] ?? '')
  const cell = (column: Column) => (cells[place(column)] ?? '').trim()
  const no = (column: Column, expected: string) => {
    problems.push({
      ...{ path, line, column: place(column) + 1, expected },
      found: quoted(cell(column)),
    })
    return undefined
  }
  if (cells.every((one) => one.trim() === '')) return undefined
  const job = cell('job')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, longestJob)
  if (job === '') return no('job', 'the name of a job')
  const outcome = outcomeOf(cell('outcome'))
  if (outcome === 'unfinished') return outcome
  if (outcome === null) return no('outcome', 'success, warning or failed')
  const moment = momentOf(cell('ended'))
  if (moment === 'unclear') return no('ended', 'a moment whose day and month are clear')
  if (typeof moment === 'string') return no('ended', 'a moment, 2026-11-22 02:40')
  const at = hasZone(cell('ended')) ? moment.at : inZone(moment.at, zone)
  return { line, job, outcome, ended_at: at, size_bytes: sizeOf(cell('size')) }
}
