// SPDX-License-Identifier: EUPL-1.2
import type { Authenticate, Caller } from '../http/caller.ts'
import { Refused } from '../http/problems.ts'
import { comesFrom, cookieName, readCookie } from './browser.ts'
import { touchMs } from './limits.ts'
import { memberOf } from './members.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import { nextOf, openedSession } from './sessions.ts'
import { callerByToken } from './tokens.ts'

/** Who asks: by a token in the header, else by the session in the cookie. */
export function authenticateBy(identity: Identity): Authenticate {
  return ({ headers, method }) => {
    const { authorization } = headers
    // Whoever shows a token means it: the cookie of the same request is then not looked at.
    if (authorization !== undefined) {
      const [, token] = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization) ?? []
      return token === undefined ? undefined : callerByToken(identity, token, method !== undefined)
    }
    const token = readCookie(headers, cookieName(identity.origin()))
    if (token === undefined) return undefined
    if (method !== undefined && comesFrom(method, headers, identity.origins()) !== 'us') {
      throw new Refused('cross-site')
    }
    return callerBySession(identity, token, method !== undefined)
  }
}

async function callerBySession(
  identity: Identity,
  token: string,
  isUse: boolean,
): Promise<Caller | undefined> {
  const now = identity.clock()
  const found = await inIdentity(
    identity,
    async () => {
      const opened = await openedSession(identity.storage, token, now)
      if (opened?.tenant == null) return opened === undefined ? undefined : { opened }
      // Not waited for apart: what follows stands behind it in the line.
      const [, actor] = await Promise.all([
        enter(identity, opened.tenant),
        memberOf(identity.storage, opened.account, now),
      ])
      return { opened, actor }
    },
    { isReadOnly: true },
  )
  if (found === undefined) return undefined
  const { opened, actor } = found
  const next = nextOf(opened, { actor, seats: 0 })
  if (next === 'show-second-factor' || next === 'set-up-second-factor') {
    throw new Refused('second-factor-needed')
  }
  if (opened.tenant === null || actor === undefined) throw new Refused('organisation-needed')
  if (isUse && Date.parse(now) - Date.parse(opened.seenAt) > touchMs) {
    await touch(identity, opened.id, now)
  }
  return {
    tenant: opened.tenant,
    actor,
    account: opened.account,
    session: opened.id,
    ...(opened.secondFactorAt === null ? {} : { secondFactorAt: opened.secondFactorAt }),
  }
}

/** A disk that is full keeps nobody from reading. */
async function touch(identity: Identity, id: string, now: string): Promise<void> {
  await inIdentity(identity, (db) =>
    db
      .updateTable('schouw_identity.sessions')
      .set({ seen_at: now })
      .where('id', '=', id)
      .where('seen_at', '<', now)
      .execute(),
  ).catch(() => {})
}
