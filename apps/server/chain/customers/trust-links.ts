// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import { newId } from '../../http/ids.ts'
import { digestOf, readTenantSecret, tenantSecret } from '../../identity/secrets.ts'
import type { Database } from '../../storage/dialect.ts'
import type { TenantId } from '../../storage/session.ts'

/** Letters and digits that nobody takes for one another. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLetters = 10

/** Said by telephone or in a second letter: who finds the link alone sees nothing. */
function newCode(): string {
  const all = Array.from({ length: codeLetters }, () => letters[randomInt(letters.length)] ?? '')
  return `${all.slice(0, 5).join('')}-${all.slice(5).join('')}`
}

/** Typed with or without the dash, in either case. */
function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** Bound to its link, whose 256 bits nobody here keeps: the digest of a short code tells nothing. */
function codeDigest(token: string, code: string): Uint8Array {
  return digestOf(`${token} ${plainCode(code)}`)
}

interface NewTrustLink {
  readonly tenant: TenantId
  readonly share: string
  readonly by: string
  readonly now: string
  readonly expiresAt: string
}

/** Shuts the former links of the share: there is one that works. Its secrets are kept nowhere. */
export async function makeTrustLink(
  db: Database,
  { tenant, share, by, now, expiresAt }: NewTrustLink,
): Promise<{ readonly token: string; readonly code: string }> {
  await revokeTrustLinks(db, share, now)
  const token = tenantSecret('trust', tenant)
  const code = newCode()
  await db
    .insertInto('trust_links')
    .values({
      ...{ id: newId(now), digest: digestOf(token), code_digest: codeDigest(token, code) },
      ...{ share, made_at: now, made_by: by, expires_at: expiresAt },
    })
    .execute()
  return { token, code }
}

export async function revokeTrustLinks(db: Database, share: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trust_links')
    .set({ revoked_at: now })
    .where('share', '=', share)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function trustTenant(token: string): TenantId | undefined {
  const secret = readTenantSecret(token)
  return secret?.kind === 'trust' ? (secret.tenant as TenantId) : undefined
}

export type What = 'shown' | 'code_refused' | 'downloaded'

export interface TrustLink {
  readonly id: string
  readonly share: string
}

/** Wrong codes on one link in an hour, on whichever server they were tried. */
const mostWrong = 10
const hourMs = 3_600_000

/**
 * The link when it is open and the code is its own. A wrong code is written down and answered as a
 * link that is not known; after so many the right one is refused too, until an hour has gone by.
 */
export async function openTrustLink(
  db: Database,
  { token, code, now }: { readonly token: string; readonly code: string; readonly now: string },
): Promise<TrustLink | undefined> {
  const link = await db
    .selectFrom('trust_links')
    .select(['id', 'share', 'code_digest', 'expires_at', 'revoked_at'])
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  if (link === undefined || link.revoked_at !== null || link.expires_at <= now) return undefined
  const { count } = await db
    .selectFrom('trust_views')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('share', '=', link.share)
    .where('link', '=', link.id)
    .where('what', '=', 'code_refused')
    .where('at', '>', new Date(Date.parse(now) - hourMs).toISOString())
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostWrong) return undefined
  const isRight = Buffer.from(codeDigest(token, code)).equals(Buffer.from(link.code_digest))
  if (isRight) return { id: link.id, share: link.share }
  await noteView(db, link, 'code_refused', now)
  return undefined
}

export async function noteView(
  db: Database,
  link: TrustLink,
  what: What,
  now: string,
): Promise<void> {
  const { id, share } = link
  await db
    .insertInto('trust_views')
    .values({ id: newId(now), share, link: id, at: now, what })
    .execute()
}
