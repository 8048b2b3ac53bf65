// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import {
  addPasskey,
  beginTotp,
  changePassword,
  confirmTotp,
  newCodes,
  removePasskey,
  removeTotp,
} from './account.ts'
import { noCookie } from './browser.ts'
import { closeAccount } from './closing.ts'
import { noteOfAccount } from './events.ts'
import { beginAssertion, beginPasskey, passkeysOf } from './passkeys.ts'
import { type Identity, inIdentity } from './ports.ts'
import { enrolment } from './second-factors.ts'
import { serveOwn, withSession } from './serving.ts'
import { endSessions, hasFactor, type Opened } from './sessions.ts'
import { chooseOrganisation, showCode, showPasskey, showRecoveryCode } from './showing.ts'

const done = { status: 204 } as const

/** What somebody does with his or her own account. */
export function accountRoutes(app: FastifyInstance, identity: Identity): void {
  sessionRoutes(app, identity)
  showingRoutes(app, identity)
  factorRoutes(app, identity)
  serveOwn(app, identity, routes.changePassword, (own) => changePassword(identity, own, own.body))
  serveOwn(app, identity, routes.newRecoveryCodes, (own) => newCodes(identity, own))
  serveOwn(app, identity, routes.closeAccount, (own) => closeAccount(identity, own, own.body))
  serveOwn(app, identity, routes.accountEvents, async ({ opened }) => {
    if (isHalf(opened)) return no('second-factor-needed')
    const items = await inIdentity(identity, (db) =>
      db
        .selectFrom('schouw_identity.events')
        .select(['id', 'at', 'event', 'detail', 'address', 'agent'])
        .where('account', '=', opened.account)
        .orderBy('id', 'desc')
        .limit(200)
        .execute(),
    )
    return { status: 200, body: { items } }
  })
}

/** With a second factor that this session has not shown. */
function isHalf(opened: Opened): boolean {
  return hasFactor(opened) && opened.secondFactorAt === null
}

function sessionRoutes(app: FastifyInstance, identity: Identity): void {
  serveOwn(app, identity, routes.session, ({ token }) => withSession(identity, token))
  serveOwn(app, identity, routes.signOut, async ({ opened, whence, now }) => {
    const { id, account } = opened
    await inIdentity(identity, async (db) => {
      await db.deleteFrom('schouw_identity.sessions').where('id', '=', id).execute()
      await noteOfAccount(db, { event: 'sign-out', at: now, account, whence })
    })
    return { ...done, headers: { 'set-cookie': noCookie(identity.origin()) } }
  })
  serveOwn(app, identity, routes.chooseOrganisation, (own) =>
    chooseOrganisation(identity, own, own.body.organisation),
  )
  serveOwn(app, identity, routes.sessions, async ({ opened }) => {
    if (isHalf(opened)) return no('second-factor-needed')
    const rows = await inIdentity(identity, (db) =>
      db
        .selectFrom('schouw_identity.sessions')
        .select(['id', 'method', 'created_at', 'seen_at', 'address', 'agent'])
        .where('account', '=', opened.account)
        .orderBy('created_at', 'desc')
        .execute(),
    )
    const items = rows.map(({ created_at: createdAt, seen_at: seenAt, ...row }) => ({
      ...row,
      isThis: row.id === opened.id,
      createdAt,
      seenAt,
    }))
    return { status: 200, body: { items } }
  })
  serveOwn(app, identity, routes.endSessions, async ({ opened, whence, now }) => {
    if (isHalf(opened)) return no('second-factor-needed')
    const { account, id } = opened
    await inIdentity(identity, async (db) => {
      const count = await endSessions(db, account, id)
      const detail = { count }
      await noteOfAccount(db, { event: 'sessions-ended', at: now, account, detail, whence })
    })
    return done
  })
  serveOwn(app, identity, routes.endSession, async ({ opened, params, whence, now }) => {
    if (isHalf(opened)) return no('second-factor-needed')
    const { account } = opened
    const wanted = params['id'] ?? ''
    if (!uuid.test(wanted)) return no('not-found')
    const isEnded = await inIdentity(identity, async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('schouw_identity.sessions')
        .where('id', '=', wanted)
        .where('account', '=', account)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await noteOfAccount(db, { event: 'session-ended', at: now, account, whence })
      return true
    })
    return isEnded ? done : no('not-found')
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function showingRoutes(app: FastifyInstance, identity: Identity): void {
  serveOwn(app, identity, routes.showCode, (own) => showCode(identity, own, own.body.code))
  serveOwn(app, identity, routes.showRecoveryCode, (own) =>
    showRecoveryCode(identity, own, own.body.code),
  )
  serveOwn(app, identity, routes.showPasskeyChallenge, async ({ opened }) => ({
    status: 200,
    body: await beginAssertion(identity, opened.account),
  }))
  serveOwn(app, identity, routes.showPasskey, (own) => showPasskey(identity, own, own.body))
}

function factorRoutes(app: FastifyInstance, identity: Identity): void {
  serveOwn(app, identity, routes.beginTotp, (own) => beginTotp(identity, own))
  serveOwn(app, identity, routes.confirmTotp, (own) => confirmTotp(identity, own, own.body))
  serveOwn(app, identity, routes.removeTotp, (own) => removeTotp(identity, own))
  serveOwn(app, identity, routes.passkeys, async ({ opened }) => {
    if (isHalf(opened)) return no('second-factor-needed')
    const rows = await inIdentity(identity, (db) => passkeysOf(db, opened.account))
    const items = rows.map(({ id, name, is_synced, created_at, used_at }) => ({
      id,
      name,
      isSynced: is_synced,
      createdAt: created_at,
      usedAt: used_at,
    }))
    return { status: 200, body: { items } }
  })
  serveOwn(app, identity, routes.beginPasskey, async ({ opened, now }) => {
    const verdict = enrolment(opened, now)
    if (verdict !== 'allowed') return no(verdict)
    return { status: 200, body: await beginPasskey(identity, opened) }
  })
  serveOwn(app, identity, routes.addPasskey, (own) => addPasskey(identity, own, own.body))
  serveOwn(app, identity, routes.removePasskey, (own) =>
    removePasskey(identity, own, own.params['id'] ?? ''),
  )
}
