// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import type { Doubt, FileType } from './sniffing/types.ts'

/** A file as its tenant has it on record. */
export interface FileRow {
  readonly digest: string
  readonly size: number
  readonly type: FileType
  readonly state: 'stored' | 'quarantined' | 'leaving' | 'erased'
  readonly at: string
  readonly name: string | null
  readonly claimed_type: string | null
  readonly doubts: readonly Doubt[]
  readonly by: string
  readonly released_at: string | null
  readonly released_by: string | null
  readonly released_reason: string | null
}

const columns = [
  'digest',
  'size',
  'type',
  'state',
  'at',
  'name',
  'claimed_type',
  'doubts',
  'by',
  'released_at',
  'released_by',
  'released_reason',
] as const

export async function fileRow(db: Database, digest: string): Promise<FileRow | undefined> {
  const row = await db
    .selectFrom('files')
    .select(columns)
    .where('digest', '=', digest)
    .executeTakeFirst()
  // Written below and nowhere else.
  return row as FileRow | undefined
}

export interface NewFile {
  readonly digest: string
  readonly size: number
  readonly type: FileType
  readonly doubts: readonly Doubt[]
  readonly name: string | undefined
  readonly claimedType: string | undefined
  readonly by: string
  readonly at: string
}

/**
 * Says that somebody has just brought these bytes, so that they are not taken away for lack of use;
 * undefined when nobody has brought them before.
 */
export async function touchFile(
  db: Database,
  digest: string,
  at: string,
): Promise<FileRow['state'] | undefined> {
  const row = await db
    .updateTable('files')
    .set({ touched_at: at })
    .where('digest', '=', digest)
    .returning('state')
    .executeTakeFirst()
  return row?.state
}

/** Whoever was first is on record; doubts of a later upload are added while nobody has looked. */
export async function storeFile(db: Database, file: NewFile): Promise<FileRow> {
  const { digest, size, type, doubts, name, claimedType, by, at } = file
  const state = doubts.length > 0 ? 'quarantined' : 'stored'
  await db
    .insertInto('files')
    .values({
      digest,
      size,
      type,
      state,
      at,
      name: name ?? null,
      claimed_type: claimedType ?? null,
      doubts: [...doubts],
      by,
      touched_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'digest']).doUpdateSet({
        touched_at: at,
        // Bytes that were erased come back only by somebody bringing them.
        state: sql`case when files.state = 'erased' then excluded.state else files.state end`,
      }),
    )
    .execute()
  const row = await fileRow(db, digest)
  if (row === undefined) throw new Error('a file that was just stored is not on record')
  return row
}

export interface FileList {
  readonly state: 'stored' | 'quarantined' | undefined
  /** The last one of the page before. */
  readonly after: { readonly at: string; readonly digest: string } | undefined
  readonly limit: number
  /** Only of this person; everybody's when undefined. */
  readonly by: string | undefined
}

/** The newest first. */
export async function listFiles(db: Database, asked: FileList): Promise<readonly FileRow[]> {
  const { state, after, limit, by } = asked
  let query = db
    .selectFrom('files')
    .select(columns)
    .where('state', 'in', state === undefined ? ['stored', 'quarantined'] : [state])
  if (by !== undefined) query = query.where('by', '=', by)
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'digest'), '<', tuple(after.at, after.digest)),
    )
  }
  const rows = await query.orderBy('at', 'desc').orderBy('digest', 'desc').limit(limit).execute()
  return rows as readonly FileRow[]
}

/** Out of quarantine; undefined when it is not, or no longer, in it. */
export async function releaseFile(
  db: Database,
  digest: string,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<FileRow | undefined> {
  const done = await db
    .updateTable('files')
    .set({ state: 'stored', released_at: at, released_by: by, released_reason: reason })
    .where('digest', '=', digest)
    .where('state', '=', 'quarantined')
    .returning('digest')
    .executeTakeFirst()
  return done === undefined ? undefined : fileRow(db, digest)
}
