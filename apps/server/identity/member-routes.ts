// SPDX-License-Identifier: EUPL-1.2
import { type Route, routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { type Asked, serveRoute } from '../http/route.ts'
import { type Whence, whenceOf } from './browser.ts'
import { invite } from './invitations.ts'
import { listEvents, listInvitations, withdrawInvitation } from './listing.ts'
import { endMembership, giveRole, listMembers, takeRole } from './membership.ts'
import type { Identity } from './ports.ts'
import { setProvider, showProvider } from './providers.ts'
import {
  listTokens,
  makeMachineToken,
  makePersonalToken,
  makeSupplierLink,
  revokeToken,
} from './token-making.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Inside<Declared extends Route> = Omit<Asked<Declared>, 'caller'> & {
  readonly caller: Caller
  readonly by: { readonly caller: Caller; readonly whence: Whence }
}

/** A route of an organisation: whatever varies in its path is an id, or names nothing. */
function serveInside<const Declared extends Route>(
  app: FastifyInstance,
  { clock }: Identity,
  route: Declared,
  handle: (inside: Inside<Declared>) => Promise<Answer>,
): void {
  serveRoute(app, route, { clock }, async (asked) => {
    const { caller, params, request } = asked
    if (caller === null) return no('not-signed-in')
    if (!Object.values(params).every((part) => uuid.test(part))) return no('not-found')
    const whence = whenceOf(request.ip, request.headers)
    return handle({ ...asked, caller, by: { caller, whence } })
  })
}

/** Who comes in, and with what: decided by the organisation. */
export function memberRoutes(app: FastifyInstance, identity: Identity): void {
  const serve = <const Declared extends Route>(
    route: Declared,
    handle: (inside: Inside<Declared>) => Promise<Answer>,
  ) => serveInside(app, identity, route, handle)
  serve(routes.invite, ({ body, by }) => invite(identity, body, by))
  serve(routes.invitations, ({ caller }) => listInvitations(identity, caller))
  serve(routes.withdrawInvitation, ({ params, by }) =>
    withdrawInvitation(identity, params['id'] ?? '', by),
  )
  serve(routes.members, ({ caller }) => listMembers(identity, caller))
  serve(routes.endMembership, ({ params, by }) =>
    endMembership(identity, params['account'] ?? '', by),
  )
  serve(routes.grant, ({ params, body, by }) =>
    giveRole(identity, { account: params['account'] ?? '', grant: body }, by),
  )
  serve(routes.revokeGrant, ({ params, by }) =>
    takeRole(identity, { account: params['account'] ?? '', grant: params['id'] ?? '' }, by),
  )
  serve(routes.tokens, ({ caller }) => listTokens(identity, caller))
  serve(routes.makeToken, ({ body, by }) => makePersonalToken(identity, body, by))
  serve(routes.makeMachineToken, ({ body, by }) => makeMachineToken(identity, body, by))
  serve(routes.makeSupplierLink, ({ body, by }) => makeSupplierLink(identity, body, by))
  serve(routes.revokeToken, ({ params, by }) => revokeToken(identity, params['id'] ?? '', by))
  serve(routes.securityEvents, ({ caller, query }) => listEvents(identity, caller, query.before))
  serve(routes.identityProvider, ({ caller }) => showProvider(identity, caller))
  serve(routes.setIdentityProvider, ({ body, by }) => setProvider(identity, body, by))
}
