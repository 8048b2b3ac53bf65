// SPDX-License-Identifier: EUPL-1.2
// Up to which entry of the registers everything was held against every advisory.
import type { Database } from '../storage/dialect.ts'
import { storeCatalogue } from './store.ts'

/** Changes when a newer program finds, or keeps, otherwise: then everything is held anew. */
const matcher = 'm2'

/** -1 where everything is to be held against everything. */
export async function followedUntil(db: Database): Promise<number> {
  const row = await db
    .selectFrom('vulnerability_catalogues')
    .select('digest')
    .where('name', '=', 'matching')
    .executeTakeFirst()
  const [by, entry] = row?.digest.split(' ') ?? []
  return by === matcher ? Number(entry) : -1
}

export async function noteFollowing(
  db: Database,
  {
    until,
    counters,
    at,
  }: { readonly until: number; readonly counters: object; readonly at: string },
): Promise<void> {
  const digest = `${matcher} ${until}`
  await storeCatalogue(db, { name: 'matching', digest, asOf: at, bytes: null, counters, at })
}

/** Everything was held again, of some devices: what was counted of all of them stays. */
export async function moveFollowing(db: Database, until: number, at: string): Promise<void> {
  await db
    .updateTable('vulnerability_catalogues')
    .set({ digest: `${matcher} ${until}`, as_of: at, made_at: at })
    .where('name', '=', 'matching')
    .execute()
}

/** The first advisories are held against everything: from there on only what changes is followed. */
export async function beginFollowing(db: Database, until: number, counters: object, at: string) {
  const known = await db
    .selectFrom('vulnerability_catalogues')
    .select('name')
    .where('name', '=', 'matching')
    .executeTakeFirst()
  if (known !== undefined || Object.keys(counters).length === 0) return
  await noteFollowing(db, { until, counters, at })
}

export async function forgetFollowing(db: Database): Promise<void> {
  await db
    .updateTable('vulnerability_catalogues')
    .set({ digest: '' })
    .where('name', '=', 'matching')
    .execute()
}
