// SPDX-License-Identifier: EUPL-1.2
import type { Actor, RecordKind } from '@schouw/core/registers'
import { sql } from 'kysely'
import type { Database } from '../dialect.ts'
import type { RecordRow } from '../records/row.ts'
import type { FoundRow } from './finding.ts'
import { readable } from './permission.ts'

/** Ids of records of a kind that may differ between two sizes of the log, in order. */
export async function touchedBetween(
  db: Database,
  asked: {
    readonly kind: string
    readonly from: number
    readonly to: number
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<readonly string[]> {
  const { kind, from, to, after, limit } = asked
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('kind', '=', kind)
    .where('entry', '>=', from)
    .where('first_entry', '<', to)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Each in the version it had at a size of the log; who came later is left out. */
export async function versionsAt(
  db: Database,
  ids: readonly string[],
  size: number,
): Promise<ReadonlyMap<string, RecordRow>> {
  if (ids.length === 0) return new Map()
  const columns = sql.raw('id, kind, version, state, document, meta, changed_at, changed_by, entry')
  const { rows } = await sql<RecordRow>`
    select distinct on (x.id) x.* from (
      select ${columns} from records where id in (${sql.join([...ids])}) and entry < ${size}
      union all
      select ${columns} from record_versions where id in (${sql.join([...ids])}) and entry < ${size}
    ) x order by x.id, x.version desc`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export type LinkRow = FoundRow & { readonly field: string }

/** Records that refer to one, with the field they do it in. */
export async function recordsReferring(
  db: Database,
  target: string,
  limit: number,
): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select v.id, v.kind, v.version, v.state, v.document, v.meta, v.changed_at, v.changed_by, v.title,
      l.field
    from record_links l join records v on v.tenant = l.tenant and v.id = l.id
    where l.target = ${target}
    order by v.is_retired, v.kind, l.field, v.sort_title, v.id limit ${limit}`.execute(db)
  return rows
}

export interface AssetNames {
  readonly id: string
  readonly name: string | null
  readonly hostnames: readonly string[] | null
  readonly ips: readonly string[] | null
}

/** By what each asset can be known, as far as this person may read them. */
export async function assetNames(
  db: Database,
  asked: { readonly kind: RecordKind; readonly actor: Actor; readonly now: string },
): Promise<readonly AssetNames[]> {
  const { rows } = await sql<AssetNames>`
    select v.id, v.document ->> 'name' as name, v.document -> 'hostnames' as hostnames,
      v.document -> 'ips' as ips
    from records v where v.kind = ${asked.kind.name} and not v.is_retired
      and ${readable(asked, 'v')}`.execute(db)
  return rows
}
