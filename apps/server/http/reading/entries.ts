// SPDX-License-Identifier: EUPL-1.2
import { isLogHeader, parseHeader, type RecordHeader } from '@schouw/core/ledger/entries'
import { kind as kindOf, type RecordKind, type RecordVersion } from '@schouw/core/registers'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'

export interface Happened {
  readonly index: number
  readonly header: RecordHeader
  readonly kind: RecordKind
  /** As it stands now. */
  readonly record: RecordVersion
}

/** Headers of entries from `from` up to, but without, `to`. */
export async function headersBetween(
  db: Database,
  from: number,
  to: number,
): Promise<readonly { readonly entry: number; readonly header: Uint8Array }[]> {
  return db
    .selectFrom('log_entries')
    .select(['entry', 'header'])
    .where('entry', '>=', from)
    .where('entry', '<', to)
    .orderBy('entry')
    .execute()
}

/** What happened to records, each with the record as far as whoever asks can be judged by it. */
export async function happenedBetween(
  db: Database,
  from: number,
  to: number,
): Promise<readonly Happened[]> {
  const rows = await headersBetween(db, from, to)
  const headers = rows.flatMap(({ entry, header }) => {
    const parsed = parseHeader(header)
    if (!parsed.ok) throw new Error(`a stored header is refused: ${parsed.refusal}`)
    return isLogHeader(parsed.value) ? [] : [{ index: entry, header: parsed.value }]
  })
  const ids = [...new Set(headers.map(({ header }) => header.subject))]
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('records')
    .select([...recordColumns])
    .where('id', 'in', ids)
    .execute()
  const records = new Map(found.map((row) => [row.id, recordOf(row)]))
  return headers.flatMap(({ index, header }) => {
    const kind = kindOf(header.register)
    const record = records.get(header.subject)
    return kind === undefined || record === undefined ? [] : [{ index, header, kind, record }]
  })
}
