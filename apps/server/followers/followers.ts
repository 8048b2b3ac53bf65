// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

/** Of one organisation, at the same time. */
export const mostFollowers = 50

const secretBytes = 32

export interface Follower {
  readonly id: string
  readonly name: string
  readonly made_at: string
  readonly made_by: string
  readonly until: string | null
  readonly ended_at: string | null
}

/** The organisation, without its dashes, and a secret: the one is no secret, the other no name. */
const shape = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export async function listFollowers(db: Database): Promise<readonly Follower[]> {
  const rows = await db
    .selectFrom('log_followers')
    .select(['id', 'name', 'made_at', 'made_by', 'until_at as until', 'ended_at'])
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows
}

export interface NewFollower {
  readonly tenant: TenantId
  readonly name: string
  readonly until: string | null
  readonly by: string
  readonly now: string
}

/** With its token, that is kept nowhere; undefined when there are enough. */
export async function createFollower(
  db: Database,
  { tenant, name, until, by, now }: NewFollower,
): Promise<(Follower & { readonly token: string }) | undefined> {
  // One at a time: the row of the log is there for every tenant.
  await db.selectFrom('logs').select('size').forUpdate().executeTakeFirst()
  const open = (await listFollowers(db)).filter(({ ended_at }) => ended_at === null)
  if (open.length >= mostFollowers) return undefined
  const token = `${tenant.replaceAll('-', '')}.${randomBytes(secretBytes).toString('base64url')}`
  const id = newId(now)
  const row = { id, name, digest: digestOf(token), made_at: now, made_by: by, until_at: until }
  await db.insertInto('log_followers').values(row).execute()
  return { id, name, made_at: now, made_by: by, until, ended_at: null, token }
}

/** False when there is none that goes on. */
export async function endFollower(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('log_followers')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whose log a link leads to; undefined for a link that leads nowhere, or no longer. */
export async function followed(
  storage: Storage,
  token: string,
  now: string,
): Promise<TenantId | undefined> {
  const parts = shape.exec(token)?.slice(1, 6)
  if (parts === undefined) return undefined
  const tenant = parts.join('-')
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('log_followers')
      .select(['until_at', 'ended_at'])
      .where('digest', '=', digestOf(token))
      .executeTakeFirst(),
  )
  if (row === undefined || row.ended_at !== null) return undefined
  return row.until_at !== null && row.until_at <= now ? undefined : tenant
}
