// SPDX-License-Identifier: EUPL-1.2
// What was sighted and is not to be proposed again, because somebody has said why.
import type { MatchedBy } from '../sources/matching.ts'
import type { NumberedSighting } from '../sources/store.ts'
import type { Database } from '../storage/dialect.ts'

export interface Key {
  readonly kind: MatchedBy
  readonly value: string
  /** Of an address or name, which is another device's at the next site. */
  readonly site: string | null
}

export interface IgnoredRow {
  readonly id: string
  readonly key: Key
  readonly reason: string
  readonly at: string
  readonly by: string
}

const mostIgnored = 5_000

export async function ignoredRows(db: Database): Promise<readonly IgnoredRow[]> {
  const rows = await db
    .selectFrom('sightings_ignored')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(mostIgnored)
    .execute()
  return rows.map(({ id, key_kind, key_value, site, reason, made_at, made_by }) => ({
    id,
    // Written from keys, and only from them.
    key: { kind: key_kind as MatchedBy, value: key_value, site },
    reason,
    at: made_at,
    by: made_by,
  }))
}

/** Undefined when it is ignored already, or there is no room for more. */
export async function ignore(db: Database, row: IgnoredRow): Promise<string | undefined> {
  const all = await ignoredRows(db)
  const isKnown = all.some(({ key }) => spelled(key) === spelled(row.key))
  if (isKnown || all.length >= mostIgnored) return undefined
  await db
    .insertInto('sightings_ignored')
    .values({
      id: row.id,
      key_kind: row.key.kind,
      key_value: row.key.value.toLowerCase(),
      site: row.key.site,
      reason: row.reason,
      made_at: row.at,
      made_by: row.by,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  return row.id
}

/** The key that is heeded again; undefined when there is no such thing. */
export async function heed(
  db: Database,
  { id, at, by }: Pick<IgnoredRow, 'id' | 'at' | 'by'>,
): Promise<string | undefined> {
  const row = await db
    .updateTable('sightings_ignored')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** By what it is known best; an address or name only within its site. */
export function keyOf({ key, facts }: NumberedSighting, site: string | null): Key | undefined {
  const ip = key.ip ?? facts.find(({ name }) => name === 'ip')?.value
  if (key.mac !== undefined) return { kind: 'mac', value: key.mac, site: null }
  if (key.serial !== undefined) return { kind: 'serial', value: key.serial, site: null }
  if (ip !== undefined) return { kind: 'ip', value: ip, site }
  return key.name === undefined ? undefined : { kind: 'name', value: key.name, site }
}

export function spelled({ kind, value, site }: Key): string {
  return `${kind} ${value.toLowerCase()} ${site ?? ''}`
}

/** Whether somebody has said that this one need not be in the register. */
export function isIgnoredBy(
  rows: readonly IgnoredRow[],
): (sighting: NumberedSighting, site: string | null) => boolean {
  const keys = new Set(rows.map(({ key }) => spelled(key)))
  return (sighting, site) => {
    const key = keyOf(sighting, site)
    return key !== undefined && keys.has(spelled(key))
  }
}
