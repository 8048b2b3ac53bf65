// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { touchMs } from './limits.ts'
import { memberOf } from './members.ts'
import type { Identity } from './ports.ts'
import { digestOf, readTenantSecret } from './secrets.ts'

const kindOf = { pat: 'personal', mat: 'machine', link: 'link' } as const

/** On whose behalf a token speaks, as far as its maker still may. */
export async function callerByToken(
  identity: Identity,
  text: string,
  isUse: boolean,
): Promise<Caller | undefined> {
  const read = readTenantSecret(text)
  if (read === undefined) return undefined
  const { tenant, kind } = read
  // Secrets of other doors.
  if (kind !== 'pat' && kind !== 'mat' && kind !== 'link') return undefined
  const now = identity.clock()
  const found = await identity.storage.read(tenant, async (db) => {
    const row = await db
      .selectFrom('access_tokens')
      .selectAll()
      .where('digest', '=', digestOf(text))
      .where('kind', '=', kindOf[kind])
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .where('at', '<=', now)
      .executeTakeFirst()
    if (row === undefined) return undefined
    if (row.account !== null)
      return { row, actor: await memberOf(identity.storage, row.account, now) }
    return { row, actor: ownActor({ ...row, roles: row.roles as Actor['roles'] }) }
  })
  if (found?.actor === undefined) return undefined
  const { row, actor } = found
  if (isUse && (row.used_at === null || Date.parse(now) - Date.parse(row.used_at) > touchMs)) {
    await identity.storage
      .write(tenant, (db) =>
        db.updateTable('access_tokens').set({ used_at: now }).where('id', '=', row.id).execute(),
      )
      .catch(() => {})
  }
  return {
    tenant,
    actor,
    ...(row.account === null ? {} : { account: row.account }),
    token: row.id,
    scopes: {
      read: row.may_read,
      write: row.may_write,
      kinds: row.kinds as readonly string[] | null,
    },
  }
}

interface Own {
  readonly id: string
  readonly kind: string
  readonly roles: Actor['roles']
  readonly supplier: string | null
  readonly person: string | null
  readonly at: string
  readonly expires_at: string
}

/** A machine is nobody's deputy: what it does stands in the log under its own id. */
function ownActor({ id, kind, roles, supplier, person, at, expires_at }: Own): Actor {
  if (kind !== 'link' || supplier === null) return { person: id, roles, processes: [] }
  return { person: person ?? id, roles, processes: [], supplier, from: at, until: expires_at }
}
