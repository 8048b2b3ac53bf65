// SPDX-License-Identifier: EUPL-1.2
import type { Actor, KindName, RecordKind } from '@schouw/core/registers'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../dialect.ts'
import type { RecordRow } from '../records/row.ts'
import { asOf } from './list.ts'
import { all, any, readable } from './permission.ts'

export interface Wanted {
  readonly kinds: readonly RecordKind[]
  readonly actor: Actor
  readonly now: string
  /** Size of the log to read as of; undefined for the registers as they stand. */
  readonly size: number | undefined
  /** At most so many records of all of them together. */
  readonly most?: number
  /**
   * A record: only itself, what refers to it, what it refers to, and the organisation. Of the
   * registers as they stand; what else they hold is not looked at.
   */
  readonly about?: string | undefined
  /** Only what entries from this one on have made or changed; of the registers as they stand. */
  readonly since?: number | undefined
}

/** Whole registers, in order of id, as far as this person may read them. */
export async function wholeRegisters(
  db: Database,
  { kinds, actor, now, size, most, about, since }: Wanted,
): Promise<readonly RecordRow[]> {
  if (kinds.length === 0) return []
  const isNow = size === undefined
  const of = (kind: RecordKind) => {
    const asked = { kind, actor, now }
    const conditions: RawBuilder<boolean>[] = [
      sql<boolean>`${sql.ref(isNow ? 'v.kind' : 'r.kind')} = ${kind.name}`,
      readable(asked, 'v'),
      ...(isNow ? [] : [readable(asked, 'r')]),
    ]
    return all(conditions)
  }
  const older = isNow ? sql<boolean>`true` : sql<boolean>`r.first_entry < ${size}`
  const near = about === undefined ? sql<boolean>`true` : beside(about)
  const changed = since === undefined ? sql<boolean>`true` : sql<boolean>`v.entry >= ${since}`
  const end = most === undefined ? sql`` : sql`limit ${most}`
  const { rows } = await sql<RecordRow>`
    select v.id, v.kind, v.version, v.state, v.document, v.meta, v.changed_at, v.changed_by
    from ${isNow ? sql`records v` : asOf(size)}
    where ${older} and ${near} and ${changed} and ${any(kinds.map(of))} order by v.id ${end}`.execute(
    db,
  )
  return rows
}

/** Ids of what entries from this one on have made or changed, whoever may read it. */
export async function changedSince(
  db: Database,
  kinds: readonly KindName[],
  entry: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from records where entry >= ${entry} and kind = any(${[...kinds]}::text[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** By their ids, so that the key is walked however the planner guesses. */
function beside(id: string): RawBuilder<boolean> {
  return sql<boolean>`v.id = any(array(
    select ${id}::uuid
    union select l.id from record_links l where l.target = ${id}::uuid
    union select l.target from record_links l where l.id = ${id}::uuid
    union select o.id from records o where o.kind = 'organisation'))`
}
