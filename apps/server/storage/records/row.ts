// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'

/** Columns from which a record is put together again, in `records` and `record_versions` alike. */
export const recordColumns = [
  'id',
  'kind',
  'version',
  'state',
  'document',
  'meta',
  'changed_at',
  'changed_by',
] as const

export interface RecordRow {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly state: string
  readonly document: unknown
  readonly meta: unknown
  readonly changed_at: string
  readonly changed_by: string
}

type Meta = Pick<RecordVersion, 'created' | 'approval' | 'retired' | 'erased'>

/** What is kept in the column `meta`. */
export function metaOf({ created, approval, retired, erased }: RecordVersion): Meta {
  return { created, approval, retired, erased }
}

/** The rows were written from records of the core. */
export function recordOf(row: RecordRow): RecordVersion {
  return {
    kind: row.kind as KindName,
    id: row.id,
    version: row.version,
    state: row.state,
    values: row.document as RecordVersion['values'],
    changed: { at: row.changed_at, by: row.changed_by },
    ...(row.meta as Meta),
  }
}
