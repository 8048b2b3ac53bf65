// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import { digestOf, readTenantSecret, tenantSecret } from '../identity/secrets.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

/** A personal link, as far as anybody but its holder knows it. */
export interface LinkRow {
  readonly id: string
  readonly receipt: string
  readonly made_at: string
  readonly expires_at: string
  readonly opened_at: string | null
  readonly revoked_at: string | null
}

const columns = ['id', 'receipt', 'made_at', 'expires_at', 'opened_at', 'revoked_at'] as const

export interface NewLink {
  readonly tenant: TenantId
  readonly receipt: string
  readonly by: string
  readonly now: string
  readonly validDays: number
}

const dayMs = 86_400_000

/** Shuts the former links of the receipt: there is one that works. Its secret is kept nowhere. */
export async function makeLink(
  db: Database,
  { tenant, receipt, by, now, validDays }: NewLink,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  await revokeLinks(db, receipt, now)
  const token = tenantSecret('read', tenant)
  const expiresAt = new Date(Date.parse(now) + validDays * dayMs).toISOString()
  const row = { id: newId(now), digest: digestOf(token), receipt, made_at: now, made_by: by }
  await db
    .insertInto('reading_links')
    .values({ ...row, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

/** False when none was open. */
export async function revokeLinks(db: Database, receipt: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reading_links')
    .set({ revoked_at: now })
    .where('receipt', '=', receipt)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The newest link of each receipt. */
export async function newestLinks(
  db: Database,
  receipts: readonly string[],
): Promise<ReadonlyMap<string, LinkRow>> {
  if (receipts.length === 0) return new Map()
  const rows = await db
    .selectFrom('reading_links')
    .select(columns)
    .where('receipt', 'in', [...receipts])
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.receipt, row]))
}

export function stateOf(link: LinkRow, now: string): 'open' | 'expired' | 'revoked' {
  if (link.revoked_at !== null) return 'revoked'
  return link.expires_at <= now ? 'expired' : 'open'
}

export interface Opened {
  readonly tenant: TenantId
  readonly link: LinkRow
}

/** Undefined for a link that leads nowhere, or no longer: nobody is told which of these it is. */
export async function opened(
  storage: Storage,
  token: string,
  now: string,
): Promise<Opened | undefined> {
  const secret = readTenantSecret(token)
  if (secret?.kind !== 'read') return undefined
  const { tenant } = secret
  const link = await storage.read(tenant, (db) =>
    db
      .selectFrom('reading_links')
      .select(columns)
      .where('digest', '=', digestOf(token))
      .executeTakeFirst(),
  )
  if (link === undefined || stateOf(link, now) !== 'open') return undefined
  return { tenant, link }
}

export async function noteOpened(db: Database, { id }: LinkRow, now: string): Promise<void> {
  await db
    .updateTable('reading_links')
    .set({ opened_at: now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute()
}
