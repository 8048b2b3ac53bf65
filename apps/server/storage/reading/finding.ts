// SPDX-License-Identifier: EUPL-1.2
import type { Actor, RecordKind } from '@schouw/core/registers'
import { sql } from 'kysely'
import type { Database } from '../dialect.ts'
import type { RecordRow } from '../records/row.ts'
import { folded, searchQuery } from '../records/words.ts'
import { any, readable } from './permission.ts'

export type FoundRow = RecordRow & { readonly title: string }

const columns = sql.raw(
  ['id', 'kind', 'version', 'state', 'document', 'meta', 'changed_at', 'changed_by', 'title']
    .map((name) => `v.${name}`)
    .join(', '),
)

/** In no order. Whether they may be read is still to be judged. */
export async function recordsNamed(
  db: Database,
  ids: readonly string[],
): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select ${columns} from records v where v.id in (${sql.join([...new Set(ids)])})`.execute(db)
  return rows
}

export interface Wanted {
  readonly actor: Actor
  readonly now: string
  readonly text: string
  readonly limit: number
}

/** Those whose name begins with the text first. */
export async function recordsWith(
  db: Database,
  among: readonly RecordKind[],
  { actor, now, text, limit }: Wanted,
): Promise<readonly FoundRow[]> {
  const words = searchQuery(text)
  if (words === undefined || among.length === 0) return []
  const ways = among.map(
    (kind) => sql<boolean>`(v.kind = ${kind.name} and ${readable({ kind, actor, now }, 'v')})`,
  )
  const { rows } = await sql<FoundRow>`
    select ${columns} from records v
    where v.terms @@ ${words}::tsquery and not v.is_retired and ${any(ways)}
    order by starts_with(v.sort_title, ${folded(text)}) desc, v.sort_title, v.id
    limit ${limit}`.execute(db)
  return rows
}
