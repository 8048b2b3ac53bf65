// SPDX-License-Identifier: EUPL-1.2
import { type ChainFacts, customers } from '@schouw/core/chain'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { dayIn } from '../../identity/roles.ts'
import { organisationName, timeZone } from '../../reading/around.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import { requirementIds } from './registers.ts'

/** The registers that a share draws on. Whoever asks sees what is made of them, never these. */
export async function trustFacts(db: Database, now: string): Promise<ChainFacts> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', 'in', [...customers.kindsOfTrust])
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  const records: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const row of rows) {
    const record = recordOf(row)
    const list = records[record.kind] ?? []
    records[record.kind] = list
    list.push(record)
  }
  return { records, hidden: [], today: dayIn(await timeZone(db), now) }
}

/** What a customer sees of this share; undefined when it is not open. */
export async function shownTo(
  db: Database,
  share: string,
  now: string,
): Promise<customers.TrustShown | undefined> {
  const facts = await trustFacts(db, now)
  const line = customers.openShare(facts, share, now)
  if (line === undefined) return undefined
  const organisation = await organisationName(db)
  return customers.trustShown({ facts, organisation, requirements: requirementIds }, line)
}
