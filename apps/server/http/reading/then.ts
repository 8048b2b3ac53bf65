// SPDX-License-Identifier: EUPL-1.2
import { kinds, type RecordKind, type RecordVersion } from '@schouw/core/registers'
import type { Database } from '../../storage/dialect.ts'
import { type RecordRow, recordColumns, recordOf } from '../../storage/records/row.ts'
import type { Caller } from '../caller.ts'
import { readableThen, shown } from '../registers/call.ts'

interface Seen {
  readonly caller: Caller
  readonly now: string
}

type Shown = (record: RecordVersion, only?: readonly string[]) => RecordVersion | null

/**
 * How rows of an earlier moment are shown: what is withheld today is not to be had by asking for a
 * day on which it was not. Rows of today are shown as they are.
 */
export async function shownThen(
  db: Database,
  seen: Seen,
  rows: readonly RecordRow[],
): Promise<Shown> {
  const ids = rows.flatMap(({ id, kind }) => (mayWithhold(kind) ? [id] : []))
  const found =
    ids.length === 0
      ? []
      : await db.selectFrom('records').select(recordColumns).where('id', 'in', ids).execute()
  const standing = new Map(found.map((row) => [row.id, recordOf(row)]))
  return (past, only) => {
    const call = { ...seen, kind: kinds[past.kind] }
    const today = standing.get(past.id)
    if (today === undefined) return shown(call, past, only)
    const open = readableThen(call, { past, standing: today })
    if (open === undefined) return null
    if (open === null) return shown(call, past, only)
    return shown(
      call,
      past,
      (only ?? open).filter((name) => open.includes(name)),
    )
  }
}

function mayWithhold(name: string): boolean {
  const known: Readonly<Record<string, RecordKind | undefined>> = kinds
  return known[name]?.withholds !== undefined
}
