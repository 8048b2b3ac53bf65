// SPDX-License-Identifier: EUPL-1.2
import { kinds, may, type RecordKind } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { ignoredRows, isIgnoredBy } from '../inventory/ignored.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Known } from './accept.ts'

/** As much of the registers as the person may see; what is hidden is matched to by nobody. */
export async function knownTo(db: Database, { actor }: Caller, now: string): Promise<Known> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', 'in', ['asset', 'site'])
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  const seen = rows.map(recordOf).filter((record) => {
    const kind: RecordKind = record.kind === 'asset' ? kinds.asset : kinds.site
    const permission = may({ actor, action: 'read', kind, record, now })
    return permission.allowed && permission.fields === null
  })
  return {
    assets: seen.filter(({ kind }) => kind === 'asset'),
    sites: seen.filter(({ kind }) => kind === 'site'),
    isIgnored: isIgnoredBy(await ignoredRows(db)),
  }
}
