// SPDX-License-Identifier: EUPL-1.2
import type { Route } from '@schouw/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { Refused } from '../http/problems.ts'
import { type Asked, serveRoute } from '../http/route.ts'
import {
  comesFrom,
  cookieName,
  readCookie,
  sessionCookie,
  type Whence,
  whenceOf,
} from './browser.ts'
import { type Identity, inIdentity } from './ports.ts'
import { type Opened, openedSession, sessionView } from './sessions.ts'

export interface Door<Declared extends Route> extends Asked<Declared> {
  readonly whence: Whence
  /** The session this browser has so far. */
  readonly token: string | undefined
}

/** A route for whoever has no session yet. Another site may not walk somebody through it. */
export function serveDoor<const Declared extends Route>(
  app: FastifyInstance,
  identity: Identity,
  route: Declared,
  handle: (door: Door<Declared>) => Promise<Answer>,
): void {
  serveRoute(app, route, { clock: identity.clock }, async (asked) => {
    const { headers, method, ip } = asked.request
    if (comesFrom(method, headers, identity.origins()) === 'elsewhere') return no('cross-site')
    const token = readCookie(headers, cookieName(identity.origin()))
    return handle({ ...asked, whence: whenceOf(ip, headers), token })
  })
}

export interface Admitted {
  readonly whence: Whence
  readonly opened: Opened
  readonly token: string
  readonly now: string
}

export type Own<Declared extends Route> = Asked<Declared> & Admitted

/** A route about the account of the session, whether it has got to an organisation or not. */
export function serveOwn<const Declared extends Route & { readonly who: 'account' }>(
  app: FastifyInstance,
  identity: Identity,
  route: Declared,
  handle: (own: Own<Declared>) => Promise<Answer>,
): void {
  const admitted = new WeakMap<FastifyRequest, Admitted>()
  const admit = async (request: FastifyRequest) => {
    admitted.set(request, await admittedBy(identity, request))
  }
  serveRoute(app, route, { clock: identity.clock, admit }, async (asked) => {
    const found = admitted.get(asked.request)
    return found === undefined ? no('not-signed-in') : handle({ ...asked, ...found })
  })
}

async function admittedBy(identity: Identity, request: FastifyRequest): Promise<Admitted> {
  const { headers, method, ip } = request
  const token = readCookie(headers, cookieName(identity.origin()))
  if (token === undefined) throw new Refused('not-signed-in')
  if (comesFrom(method, headers, identity.origins()) !== 'us') throw new Refused('cross-site')
  const now = identity.clock()
  const opened = await inIdentity(identity, () => openedSession(identity.storage, token, now), {
    isReadOnly: true,
  })
  if (opened === undefined) throw new Refused('not-signed-in')
  return { opened, token, now, whence: whenceOf(ip, headers) }
}

/** What a session looks like from now on, with its secret for the browser. */
export async function withSession(
  identity: Identity,
  token: string,
  more: {
    readonly status?: number
    readonly codes?: readonly string[] | null
    /** Beside the one of the session. */
    readonly cookies?: readonly string[]
  } = {},
): Promise<Answer> {
  const view = await sessionView(identity, token)
  if (view === undefined) return no('not-signed-in')
  const body = more.codes === undefined ? view : { session: view, codes: more.codes }
  const headers = {
    'set-cookie': [sessionCookie(identity.origin(), token), ...(more.cookies ?? [])],
    'cache-control': 'no-store',
  }
  return { status: more.status ?? 200, body, headers }
}
