// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '@schouw/core/assurance'
import { addMonths } from '@schouw/core/kernel'
import { overdueWithSuppliers } from '../exercises/with-suppliers.ts'
import type { Line, Registers } from '../facts.ts'
import { type BackupLine, backupLines } from './backups.ts'
import { lastWithBoard } from './board-exercise.ts'
import { restoresTried } from './tests.ts'

/** Something in the registers that goes against what is said of a requirement. */
interface AgainstRequirement {
  readonly requirement: string
  /** The record that shows it. */
  readonly record: string
  readonly severity: Severity
}

/**
 * What goes against the answers on backups, restore tests and exercises: a test that was missed or
 * failed, a copy whose term passed, one that does not run, no exercise with the board for a year, what
 * was to be tried with a supplier and was not.
 */
export function continuityAgainst(
  registers: Registers,
  { now, today }: { readonly now: string; readonly today: string },
): readonly AgainstRequirement[] {
  const tests = registers.all('restore-test')
  const tried = restoresTried(tests, today)
  const missed = tests
    .filter((line) => line.state === 'planned' && (line.text('planned_on') ?? '9999') < today)
    .filter(
      (line) =>
        !tried.some((one) => isSame(one, line) && one.on >= (line.text('planned_on') ?? '')),
    )
    .map((line): AgainstRequirement => ({ requirement: 'C4', record: line.id, severity: 'medium' }))
  const copies = registeredBackups(registers, { now, today }).flatMap(
    ({ id, test, run, has_own_term, last_test }): readonly AgainstRequirement[] => {
      const found: AgainstRequirement[] = []
      if (test === 'failed' && last_test !== null) {
        found.push({ requirement: 'C4', record: last_test.id, severity: 'high' })
      }
      // A term that nobody set cannot be broken: then the year is shown, and goes against nothing.
      if (test === 'overdue' && has_own_term) {
        found.push({ requirement: 'C4', record: id, severity: 'medium' })
      }
      if (run === 'failed') found.push({ requirement: 'C2', record: id, severity: 'medium' })
      if (run === 'late') found.push({ requirement: 'C2', record: id, severity: 'low' })
      return found
    },
  )
  const last = lastWithBoard(registers.all('exercise'), today)
  const isLate = last !== null && addMonths(last.text('held_on') ?? today, 12) < today
  return [
    ...missed,
    ...copies,
    ...(isLate ? [{ requirement: 'C7', record: last.id, severity: 'low' } as const] : []),
    ...overdueWithSuppliers(registers.all('exercise'), today),
  ]
}

/** The side that a copy is on does not matter here. */
function registeredBackups(
  registers: Registers,
  { now, today }: { readonly now: string; readonly today: string },
): readonly BackupLine[] {
  return backupLines({
    backups: registers.all('backup'),
    tests: registers.all('restore-test'),
    sideOf: () => null,
    now,
    today,
  })
}

function isSame(
  one: { readonly backup: string | null; readonly asset: string | null; readonly system: string },
  line: Line,
): boolean {
  if (one.backup !== null && one.backup === line.text('backup')) return true
  if (one.asset !== null && one.asset === line.text('asset')) return true
  return one.system.trim().toLowerCase() === (line.text('system') ?? '').trim().toLowerCase()
}
