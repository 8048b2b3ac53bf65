// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { Registers } from '../facts.ts'
import { devices, sidesOf } from '../figures/sides.ts'
import { type BackupLine, backupLines } from './backups.ts'
import { type CopyRow, copiesOfDevices } from './devices.ts'
import { type ProcessLine, processLines } from './processes.ts'
import { type RestoreStep, restoreOrder } from './restore-order.ts'
import { restoresTried } from './tests.ts'

export const kindsOfContinuity = [
  'organisation',
  'process',
  'backup',
  'restore-test',
  'asset',
  'zone',
  'incident',
] as const satisfies readonly KindName[]

export interface ContinuityFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfContinuity)[number], readonly RecordVersion[]>>
  >
  /** Instant in UTC. */
  readonly now: string
  readonly today: string
}

export interface Continuity {
  readonly processes: readonly ProcessLine[]
  readonly backups: readonly BackupLine[]
  readonly copies: readonly CopyRow[]
  readonly order: readonly RestoreStep[]
  /** Planned tests whose day has passed. */
  readonly missed: readonly {
    readonly id: string
    readonly system: string
    readonly planned_on: string
  }[]
  readonly counts: {
    readonly backups: number
    readonly overdue: number
    readonly failed: number
    readonly never: number
    readonly not_apart: number
    readonly not_running: number
  }
}

/** The same registers at the same moment give the same page. */
export function continuityOf(facts: ContinuityFacts): Continuity {
  const { now, today, records } = facts
  const registers = new Registers({ records, now, today })
  const assets = new Map(devices(registers).map((line) => [line.id, line]))
  const side = sidesOf(registers)
  const tests = registers.all('restore-test')
  const backups = backupLines({
    backups: registers.all('backup'),
    tests,
    sideOf: (id) => {
      const found = assets.get(id)
      return found === undefined ? null : side(found)
    },
    now,
    today,
  })
  const processes = processLines({
    processes: registers.all('process'),
    backups: registers.all('backup'),
    tried: restoresTried(tests, today),
    incidents: registers.all('incident'),
  })
  const count = (isIn: (one: BackupLine) => boolean) => backups.filter(isIn).length
  return {
    processes,
    backups,
    copies: copiesOfDevices([...assets.values()], backups),
    order: restoreOrder(processes),
    missed: tests.flatMap((line) => {
      const planned = line.text('planned_on')
      if (line.state !== 'planned' || planned === null || planned >= today) return []
      return [{ id: line.id, system: line.text('system') ?? '', planned_on: planned }]
    }),
    counts: {
      backups: backups.length,
      overdue: count(({ test }) => test === 'overdue'),
      failed: count(({ test }) => test === 'failed'),
      never: count(({ test }) => test === 'never'),
      not_apart: count(({ apart }) => apart !== 'apart'),
      not_running: count(({ run }) => run === 'late' || run === 'failed'),
    },
  }
}
