// SPDX-License-Identifier: EUPL-1.2
// Keys of publishers: found with a provider or brought by somebody, and on whose word they count.
import type { PublishedKey } from '@schouw/formats/openpgp'
import { entryAlone } from '../../sources/accept.ts'
import type { Change } from '../../storage/changes/change.ts'
import type { Database } from '../../storage/dialect.ts'

/**
 * The first keys of a provider count from first contact, as its address does. A key that comes later
 * waits for somebody: whoever takes over a site can put a key of his own there.
 */
export type KeyBasis = 'first_contact' | 'person'

export interface NewKey {
  readonly id: string
  readonly key: PublishedKey
  readonly url: string
  readonly basis: KeyBasis | null
  readonly at: string
  readonly by: string
}

/** False where the fingerprint is known already. */
export async function storeKey(db: Database, given: NewKey): Promise<boolean> {
  const { id, key, url, basis, at, by } = given
  const { fingerprint, owner, armoured } = key
  const accepted = basis === null ? null : { at, by }
  const stored = await db
    .insertInto('advisory_keys')
    .values({
      ...{ id, fingerprint, owner: owner.replaceAll('\0', ''), armoured, url, basis },
      accepted_at: accepted?.at ?? null,
      accepted_by: accepted?.by ?? null,
      made_at: at,
      made_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (stored.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type KeyRow = Awaited<ReturnType<typeof keyRows>>[number]

export function keyRows(db: Database) {
  return db
    .selectFrom('advisory_keys')
    .select(['id', 'fingerprint', 'owner', 'url', 'basis'])
    .select(['accepted_at', 'accepted_by', 'made_at', 'made_by'])
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** Armoured. */
export async function acceptedKeys(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('advisory_keys')
    .select('armoured')
    .where('basis', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ armoured }) => armoured)
}

export async function acceptKey(db: Database, id: string, at: string, by: string): Promise<void> {
  await db
    .updateTable('advisory_keys')
    .set({ basis: 'person', accepted_at: at, accepted_by: by })
    .where('id', '=', id)
    .execute()
}

export async function removeKey(db: Database, id: string): Promise<void> {
  await db.deleteFrom('advisory_keys').where('id', '=', id).execute()
}

/** What the log says of a key. */
export function keyEntry(id: string, action: string, by: string, fingerprint: string): Change {
  return entryAlone(id, action, by, { what: 'advisory-key', fingerprint })
}
