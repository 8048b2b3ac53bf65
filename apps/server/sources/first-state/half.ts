// SPDX-License-Identifier: EUPL-1.2
// What a half import of a first state leaves. Nothing of it stands: the records it made retire, from
// the last to the first, and the log keeps that they were there. One that is stopped does so itself;
// after a server that ended in the middle the next import does so before it begins. Their keys stay
// taken, so an import that names them again brings them back with the values it has.
import { kind as kindOf, type RecordVersion, records } from '@schouw/core/registers'
import { sql } from 'kysely'
import { exchangeLimits } from '../../exchange/limits.ts'
import { keyOf } from '../../exchange/prepare.ts'
import type { Change } from '../../storage/changes/change.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import type { TenantId } from '../../storage/session.ts'
import type { Storage } from '../../storage/storage.ts'
import { followed } from './adopt.ts'
import type { Importing, Planned } from './plan.ts'

/** Kinds that only a company which is in the registers has; setting up makes none of them. */
const telling = ['legal-entity', 'site', 'asset', 'risk', 'supplier', 'requirement-answer'] as const

/**
 * Whether the organisation has begun: what stands is never written over by an import. What retired
 * does not stand, and neither does what a half import made that only a second person may retire.
 */
export async function hasBegun(storage: Storage, tenant: TenantId): Promise<boolean> {
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select('id')
      .where('kind', 'in', [...telling])
      .where('is_retired', '=', false)
      .where(({ not }) => not(ofHalf))
      .limit(1)
      .executeTakeFirst(),
  )
  return row !== undefined
}

const ofHalf = sql<boolean>`exists (select from first_states
  where first_states.state <> 'done' and first_states.records @> to_jsonb(records.id::text))`

/** In the database before the first record is: what ends halfway is found by it. */
export async function storeBegun(
  db: Database,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: string },
  made: readonly string[],
): Promise<void> {
  await db
    .insertInto('first_states')
    .values({
      ...{ id, state: 'writing', records: JSON.stringify(made) },
      ...{ made_at: now, made_by: by, seen_at: now },
    })
    .execute()
}

export async function storeSign(
  db: Database,
  id: string,
  told: { readonly seen_at: string; readonly state?: 'done' | 'taken_back' },
): Promise<void> {
  await db.updateTable('first_states').set(told).where('id', '=', id).execute()
}

/** Takes back what a server left that ended in the middle; false while one is still at it. */
export async function clearedOfHalves(storage: Storage, importing: Importing): Promise<boolean> {
  const { tenant, now } = importing
  const half = await storage.read(tenant, (db) =>
    db
      .selectFrom('first_states')
      .select(['id', 'records', 'seen_at'])
      .where('state', '=', 'writing')
      .executeTakeFirst(),
  )
  if (half === undefined) return true
  if (Date.parse(now) - Date.parse(half.seen_at) < exchangeLimits.lostMs) return false
  await takenBack(storage, importing, half)
  return true
}

const atOnce = 500

/** What waits for a second person to retire stays, and is brought in line by the next import. */
export async function takenBack(
  storage: Storage,
  { tenant, actor, now, newId, reason }: Importing,
  half: { readonly id: string; readonly records: readonly string[] },
): Promise<void> {
  const made = [...half.records].reverse()
  for (let from = 0; from < made.length; from += atOnce) {
    const ids = made.slice(from, from + atOnce)
    const rows = await storage.read(tenant, (db) =>
      db.selectFrom('records').select(['id', 'kind']).where('id', 'in', ids).execute(),
    )
    const kinds = new Map(rows.map(({ id, kind }) => [id, kindOf(kind)]))
    const retiring = ids.flatMap((id) => {
      const kind = kinds.get(id)
      if (kind === undefined) return []
      const decide: Change['decide'] = ({ record, lookup }) => {
        const on = { kind, id, record: record(id), version: record(id)?.version ?? 0 }
        return records.retire({ ...on, actor, now, lookup, reason, canWait: false })
      }
      return [storage.apply(tenant, { decide, pendingId: newId() })]
    })
    await Promise.all(retiring)
    await storage.write(tenant, (db) => storeSign(db, half.id, { seen_at: now }))
  }
  await storage.write(tenant, (db) => storeSign(db, half.id, { seen_at: now, state: 'taken_back' }))
}

/** The same plan, with what a half import left under the same keys brought back in its place. */
export async function broughtBack(
  storage: Storage,
  tenant: TenantId,
  planned: readonly Planned[],
): Promise<readonly Planned[]> {
  const left = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select([...recordColumns, 'natural_key'])
      .where(({ or, eb }) => or([eb('is_retired', '=', true), ofHalf]))
      .execute(),
  )
  if (left.length === 0) return planned
  const standing = new Map<string, RecordVersion>(
    left.map((row) => [`${row.kind} ${row.natural_key}`, recordOf(row)]),
  )
  const ids = new Map<string, string>()
  const found = planned.map((one) => {
    const kind = kindOf(one.kind)
    // A key may name records that came back themselves; those stand before it.
    const key = kind === undefined ? '' : keyOf(kind, followed(one.values, ids))
    const record = one.isThere === true ? undefined : standing.get(`${one.kind} ${key}`)
    if (record !== undefined) ids.set(one.id, record.id)
    return { one, record }
  })
  return found.map(({ one, record }): Planned => {
    const values = followed(one.values, ids)
    const later = one.afterwards === undefined ? {} : { afterwards: followed(one.afterwards, ids) }
    const back = record === undefined ? {} : { id: record.id, back: record }
    return { ...one, values, ...later, ...back }
  })
}
