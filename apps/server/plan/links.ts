// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'

/** Of one account, at the same time: a telephone, a desk, and some to spare. */
export const mostLinks = 5

const secretBytes = 32

/** The organisation, without its dashes, and 256 bits: the one is no secret, the other no name. */
const shape =
  /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})\.ics$/

export interface CalendarLink {
  readonly id: string
  readonly language: 'nl' | 'en'
  readonly made_at: string
  readonly used_at: string | null
}

export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** To which organisation a link leads; undefined for what is no link at all. */
export function tenantOf(token: string): TenantId | undefined {
  return shape.exec(token)?.slice(1, 6).join('-')
}

export async function listLinks(db: Database, account: string): Promise<readonly CalendarLink[]> {
  return db
    .selectFrom('calendar_links')
    .select(['id', 'language', 'made_at', 'used_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

export interface NewLink {
  readonly tenant: TenantId
  readonly account: string
  readonly person: string
  readonly language: 'nl' | 'en'
  readonly now: string
}

/** With its token, that is kept nowhere; undefined when there are enough. */
export async function createLink(
  db: Database,
  { tenant, account, person, language, now }: NewLink,
): Promise<(CalendarLink & { readonly token: string }) | undefined> {
  // One at a time: the row of the log is there for every tenant.
  await db.selectFrom('logs').select('size').forUpdate().executeTakeFirst()
  if ((await listLinks(db, account)).length >= mostLinks) return undefined
  const secret = randomBytes(secretBytes).toString('base64url')
  const token = `${tenant.replaceAll('-', '')}.${secret}.ics`
  const row = { id: newId(now), account, person, language, made_at: now }
  await db
    .insertInto('calendar_links')
    .values({ ...row, digest: digestOf(token) })
    .execute()
  return { id: row.id, language, made_at: now, used_at: null, token }
}

/** False when it is not one's own, or ended already. */
export async function endLink(
  db: Database,
  { id, account, now }: { readonly id: string; readonly account: string; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calendar_links')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
