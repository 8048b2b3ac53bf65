// SPDX-License-Identifier: EUPL-1.2
import { kinds, may, type RecordVersion } from '@schouw/core/registers'
import type { SightedComponent } from '@schouw/formats/sightings'
import { sql } from 'kysely'
import type { Caller } from '../../http/caller.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'

/** A component of a bill, as it was read. */
export interface ComponentRow {
  readonly number: number
  /** Number of the sighting it is in. */
  readonly within: number | null
  /** Number of the component it is part of. */
  readonly part_of: number | null
  readonly type: string
  readonly name: string
  readonly version: string | null
  readonly vendor: string | null
  readonly purl: string | null
  readonly cpe: string | null
  readonly licence: string | null
  readonly sha256: string | null
  readonly path: string
}

const columns = [
  'number',
  'within',
  'part_of',
  'type',
  'name',
  'version',
  'vendor',
  'purl',
  'cpe',
  'licence',
  'sha256',
  'path',
] as const

/** Rows of one statement. */
const together = 500

export async function storeComponents(
  db: Database,
  source: string,
  components: readonly SightedComponent[],
): Promise<void> {
  for (let at = 0; at < components.length; at += together) {
    const rows = components.slice(at, at + together).map((one, index) => ({
      source,
      number: at + index,
      within: one.within,
      part_of: one.partOf,
      type: one.type,
      name: one.name,
      version: one.version,
      vendor: one.vendor,
      purl: one.purl,
      cpe: one.cpe,
      licence: one.licence,
      sha256: one.sha256,
      path: 'path' in one.where ? one.where.path : '',
    }))
    await db.insertInto('source_components').values(rows).execute()
  }
}

/** From a number on, at most so many. */
export async function componentRows(
  db: Database,
  source: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly ComponentRow[]> {
  return db
    .selectFrom('source_components')
    .select(columns)
    .where('source', '=', source)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute()
}

export async function componentsNumbered(
  db: Database,
  source: string,
  numbers: readonly number[],
): Promise<readonly ComponentRow[]> {
  if (numbers.length === 0) return []
  return db
    .selectFrom('source_components')
    .select(columns)
    .where('source', '=', source)
    .where('number', '=', sql<number>`any(${[...new Set(numbers)]}::int[])`)
    .orderBy('number')
    .execute()
}

/** Software of these names in these assets, as far as the person may see it. */
export async function softwareIn(
  db: Database,
  { actor }: Caller,
  {
    assets,
    names,
    now,
  }: {
    readonly assets: readonly string[]
    readonly names: readonly string[]
    readonly now: string
  },
): Promise<readonly RecordVersion[]> {
  if (assets.length === 0 || names.length === 0) return []
  const kind = kinds['software-component']
  const plain = [...new Set(names.map((name) => name.toLowerCase()))]
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', kind.name)
    .where('is_retired', '=', false)
    .where((where) =>
      where(
        'id',
        'in',
        where
          .selectFrom('record_links')
          .select('record_links.id')
          .where('record_links.kind', '=', kind.name)
          .where('record_links.field', '=', 'within')
          .where('record_links.target', '=', sql<string>`any(${[...new Set(assets)]}::uuid[])`),
      ),
    )
    .where(sql<boolean>`lower(document ->> 'name') = any(${plain}::text[])`)
    .orderBy('id')
    .execute()
  return rows
    .map(recordOf)
    .filter((record) => may({ actor, action: 'read', kind, record, now }).allowed)
}
