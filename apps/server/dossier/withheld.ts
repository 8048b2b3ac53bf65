// SPDX-License-Identifier: EUPL-1.2
import { kinds, may, type RecordKind } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

const withholding = Object.values<RecordKind>(kinds).filter((kind) => kind.withholds !== undefined)

/** Ids of records of which something is kept from this person today: a dossier shows none of them. */
export async function withheldFrom(
  db: Database,
  { caller, now }: { readonly caller: Caller; readonly now: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where(
      'kind',
      'in',
      withholding.map(({ name }) => name),
    )
    .execute()
  return rows.map(recordOf).flatMap((record) => {
    const asked = { actor: caller.actor, action: 'read', kind: kinds[record.kind], record } as const
    const told = may({ ...asked, now })
    return told.allowed && told.fields === null ? [] : [record.id]
  })
}
