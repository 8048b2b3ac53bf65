// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import { digestOf, readTenantSecret, tenantSecret } from '../identity/secrets.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'

/** A link to a questionnaire, as far as anybody but its holder knows it. */
export interface LinkRow {
  readonly id: string
  readonly review: string
  readonly parent: string | null
  readonly name: string
  readonly sections: readonly string[] | null
  readonly made_at: string
  readonly expires_at: string
  readonly opened_at: string | null
  readonly revoked_at: string | null
}

const columns = [
  'id',
  'review',
  'parent',
  'name',
  'sections',
  'made_at',
  'expires_at',
  'opened_at',
  'revoked_at',
] as const

export interface NewLink {
  readonly tenant: TenantId
  readonly review: string
  readonly name: string
  readonly by: string
  readonly now: string
  readonly expiresAt: string
  readonly email?: string | undefined
  readonly language?: 'nl' | 'en'
  readonly parent?: string
  readonly sections?: readonly string[]
}

/** Its secret is kept nowhere. */
export async function makeLink(
  db: Database,
  given: NewLink,
): Promise<{ readonly id: string; readonly token: string }> {
  const { tenant, review, name, by, now, expiresAt, parent, sections, email, language } = given
  const token = tenantSecret('quest', tenant)
  const id = newId(now)
  await db
    .insertInto('questionnaire_links')
    .values({
      ...{ id, digest: digestOf(token), review, name, made_at: now, made_by: by },
      ...{ expires_at: expiresAt, parent: parent ?? null },
      ...{ email: email ?? null, language: language ?? 'nl' },
      sections: sections === undefined ? null : JSON.stringify(sections),
    })
    .execute()
  return { id, token }
}

/** All of a review, those that were passed on among them; false when none was open. */
export async function revokeLinks(db: Database, review: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('questionnaire_links')
    .set({ revoked_at: now })
    .where('review', '=', review)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function revokeDelegate(
  db: Database,
  { id, parent, now }: { readonly id: string; readonly parent: string; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('questionnaire_links')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('parent', '=', parent)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function linksOf(db: Database, review: string): Promise<readonly LinkRow[]> {
  return db
    .selectFrom('questionnaire_links')
    .select(columns)
    .where('review', '=', review)
    .orderBy('id')
    .execute()
}

export function stateOf(
  { revoked_at, expires_at }: Pick<LinkRow, 'revoked_at' | 'expires_at'>,
  now: string,
): 'open' | 'expired' | 'revoked' {
  if (revoked_at !== null) return 'revoked'
  return expires_at <= now ? 'expired' : 'open'
}

/** The organisation in a link's own bits; undefined for what is no such link. */
export function tenantOf(token: string): TenantId | undefined {
  const secret = readTenantSecret(token)
  return secret?.kind === 'quest' ? (secret.tenant as TenantId) : undefined
}

/** Undefined for a link that leads nowhere, or no longer: nobody is told which of these it is. */
export async function openedLink(
  db: Database,
  token: string,
  now: string,
): Promise<LinkRow | undefined> {
  const link = await db
    .selectFrom('questionnaire_links')
    .select(columns)
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  return link === undefined || stateOf(link, now) !== 'open' ? undefined : link
}

export async function noteOpened(db: Database, { id }: LinkRow, now: string): Promise<void> {
  await db
    .updateTable('questionnaire_links')
    .set({ opened_at: now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute()
}
