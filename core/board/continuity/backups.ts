// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@schouw/core/kernel'
import type { Line } from '../facts.ts'
import type { Side } from '../figures/sides.ts'
import { type RestoreTried, restoresTried } from './tests.ts'

/** Whether whoever takes over the network can reach the copy; null: not all of it is known. */
export type Apart = 'apart' | 'not_apart' | null
/** `late`: longer ago than was agreed. Null: nobody knows when it last ran. */
export type Run = 'fresh' | 'late' | 'failed' | null
/** `overdue`: the term has passed. `never`: no test is known, and its term has not passed. */
export type TestStanding = 'current' | 'overdue' | 'failed' | 'never'

export interface BackupLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: string | null
  readonly side: Side | null
  readonly owner: string | null
  readonly assets: readonly string[]
  readonly processes: readonly string[]
  readonly apart: Apart
  readonly is_unchangeable: boolean | null
  readonly is_offline: boolean | null
  readonly is_off_site: boolean | null
  readonly run: Run
  readonly last_success_at: string | null
  readonly rpo_hours: number | null
  readonly test: TestStanding
  readonly last_test: RestoreTried | null
  /** By when the next test is due. */
  readonly test_due_on: string
  /** False: nobody set a term, and a year is taken. */
  readonly has_own_term: boolean
}

/** Requirement C4 asks a restore of every critical type once a year. */
const usualTestMonths = 12

export interface BackupFacts {
  readonly backups: readonly Line[]
  readonly tests: readonly Line[]
  readonly sideOf: (asset: string) => Side | null
  readonly now: string
  readonly today: string
}

/** Every copy that is in use, what stands worst first. */
export function backupLines(facts: BackupFacts): readonly BackupLine[] {
  const tried = restoresTried(facts.tests, facts.today)
  return facts.backups
    .map((line) => backupLine(line, { ...facts, tried }))
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const worst: readonly TestStanding[] = ['failed', 'overdue', 'never', 'current']

function rank({ test, run }: BackupLine): number {
  return 2 * worst.indexOf(test) + (run === 'fresh' ? 1 : 0)
}

function backupLine(
  line: Line,
  { tried, sideOf, now, today }: BackupFacts & { readonly tried: readonly RestoreTried[] },
): BackupLine {
  const assets = line.list('assets')
  // A test that names no copy tested the one that names its device.
  const isOfIt = ({ backup, asset }: RestoreTried) =>
    backup === line.id || (backup === null && asset !== null && assets.includes(asset))
  const last = tried.find(isOfIt) ?? null
  const ownTerm = line.number('test_months')
  // What did not come back is to be tried again at once.
  const isFailed = last?.result === 'failed'
  const due = isFailed ? last.on : addMonths(last?.on ?? line.since, ownTerm ?? usualTestMonths)
  const sides = new Set(line.list('assets').map(sideOf))
  const [side = null] = sides.size === 1 ? sides : [null]
  return {
    id: line.id,
    code: line.text('code') ?? '',
    name: line.text('name') ?? '',
    type: line.text('type'),
    side,
    owner: line.text('owner'),
    assets: line.list('assets'),
    processes: line.list('processes'),
    apart: apartOf(line),
    is_unchangeable: line.flag('is_unchangeable'),
    is_offline: line.flag('is_offline'),
    is_off_site: line.flag('is_off_site'),
    run: runOf(line, now),
    last_success_at: line.text('last_success_at'),
    rpo_hours: line.number('rpo_hours'),
    test: testOf(last, due < today),
    last_test: last,
    test_due_on: due,
    has_own_term: ownTerm !== null,
  }
}

/** Requirement C3: offline or unchangeable, and in both cases with accounts of its own. */
function apartOf(line: Line): Apart {
  const [offline, unchangeable] = [line.flag('is_offline'), line.flag('is_unchangeable')]
  const own = line.flag('has_own_accounts')
  const isKept = offline === true || unchangeable === true
  if (isKept && own === true) return 'apart'
  const isReachable = offline === false && unchangeable === false
  return isReachable || own === false ? 'not_apart' : null
}

const hourMs = 3_600_000

/** Late once it is older than may be lost, or where that is not known, than it should run. */
function runOf(line: Line, now: string): Run {
  if (line.text('last_result') === 'failed') return 'failed'
  const at = line.text('last_success_at')
  if (at === null) return null
  const most = line.number('rpo_hours') ?? line.number('every_hours')
  if (most === null) return null
  return Date.parse(now) - Date.parse(at) <= most * hourMs ? 'fresh' : 'late'
}

function testOf(last: RestoreTried | null, isPast: boolean): TestStanding {
  if (last?.result === 'failed') return 'failed'
  if (isPast) return 'overdue'
  // What came of it nobody wrote down: that it was tried proves nothing.
  return last === null || last.result === null ? 'never' : 'current'
}
