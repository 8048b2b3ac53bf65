// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import type { Whence } from './browser.ts'
import { noteOfTenant } from './events.ts'
import type { Identity } from './ports.ts'

export async function listInvitations(identity: Identity, { tenant }: Caller): Promise<Answer> {
  const now = identity.clock()
  const rows = await identity.storage.read(tenant, (db) =>
    db
      .selectFrom('invitations')
      .select(['id', 'email', 'person', 'role', 'supplier', 'until_at', 'appointment', 'pending'])
      .select(['invited_by', 'at', 'expires_at', 'used_at', 'revoked_at'])
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
  )
  const items = rows.map((row) => ({
    id: row.id,
    email: row.email,
    person: row.person,
    role: row.role,
    supplier: row.supplier,
    until: row.until_at,
    appointment: row.appointment,
    pending: row.pending,
    invitedBy: row.invited_by,
    at: row.at,
    expiresAt: row.expires_at,
    state:
      row.used_at !== null
        ? 'accepted'
        : row.revoked_at !== null
          ? 'withdrawn'
          : row.expires_at <= now
            ? 'expired'
            : 'open',
  }))
  return { status: 200, body: { items } }
}

export function withdrawInvitation(
  identity: Identity,
  id: string,
  { caller, whence }: { readonly caller: Caller; readonly whence: Whence },
): Promise<Answer> {
  const at = identity.clock()
  return identity.storage.write(caller.tenant, async (db): Promise<Answer> => {
    const { numUpdatedRows } = await db
      .updateTable('invitations')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return no('not-found')
    const who = { account: caller.account ?? null, person: caller.actor.person }
    const detail = { invitation: id }
    await noteOfTenant(db, { event: 'invitation-withdrawn', at, ...who, detail, whence })
    return { status: 204 }
  })
}

const pageLength = 100

/** The newest first; ids carry their time. */
export async function listEvents(
  identity: Identity,
  { tenant }: Caller,
  before: string | undefined,
): Promise<Answer> {
  const rows = await identity.storage.read(tenant, (db) => {
    const query = db
      .selectFrom('security_events')
      .select(['id', 'at', 'event', 'account', 'person', 'detail', 'address', 'agent'])
      .orderBy('id', 'desc')
      .limit(pageLength + 1)
    return (before === undefined ? query : query.where('id', '<', before)).execute()
  })
  const items = rows.slice(0, pageLength)
  const next = rows.length > pageLength ? (items.at(-1)?.id ?? null) : null
  return { status: 200, body: { items, next } }
}
