// SPDX-License-Identifier: EUPL-1.2
// What was decided on a vulnerability that no advisory names of the device any more.
import type { RecordVersion } from '@schouw/core/registers'
import type { Database } from '../storage/dialect.ts'
import { type Line, stateRows, titleOf } from './lines.ts'

interface Seen {
  readonly assets: ReadonlyMap<string, RecordVersion>
  readonly software: ReadonlyMap<string, RecordVersion>
  readonly lines: readonly Pick<Line, 'subject' | 'weakness'>[]
}

/** The latest first. */
export async function pastOf(db: Database, { assets, software, lines }: Seen) {
  const standing = new Set(lines.map(({ subject, weakness }) => `${subject}\n${weakness}`))
  const rows = await stateRows(db, [...assets.keys(), ...software.keys()])
  return rows
    .filter(({ subject, weakness }) => !standing.has(`${subject}\n${weakness}`))
    .map(({ subject, weakness, mark, decision, reason, changed_at, changed_by }) => {
      const record = assets.get(subject) ?? software.get(subject)
      return {
        ...{ subject, weakness, reason, decided_at: changed_at, decided_by: changed_by },
        subject_title: record === undefined ? '' : titleOf(record),
        mark: mark as Line['mark'],
        decision: decision as Line['decision'],
      }
    })
    .sort((a, b) => (a.decided_at < b.decided_at ? 1 : -1))
}
