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

/** Instead of the address of a provider: it counts for what comes from anywhere. */
export const broughtByHand = ''

/** False where the fingerprint is known there already. */
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

/**
 * Armoured, those that count for what comes from there. What a provider brought along itself counts
 * for nobody else: else one publisher could sign in the place of another. Of what somebody carried
 * in nobody knows the provider, so that every accepted key counts and whose it is is told.
 */
export async function acceptedKeys(db: Database, from: string): Promise<readonly string[]> {
  const provider = await db
    .selectFrom('advisory_providers')
    .select('id')
    .where('url', '=', from)
    .limit(1)
    .executeTakeFirst()
  let query = db.selectFrom('advisory_keys').select('armoured').where('basis', 'is not', null)
  if (provider !== undefined) query = query.where('url', 'in', [from, broughtByHand])
  const rows = await query.orderBy('id').execute()
  return [...new Set(rows.map(({ armoured }) => armoured))]
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
