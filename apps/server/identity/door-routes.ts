// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { acceptInvitation, lookAtInvitation } from './accepting.ts'
import { readCookie } from './browser.ts'
import { beginAssertion } from './passkeys.ts'
import type { Identity } from './ports.ts'
import { finishProvider, flowCookie, startProvider } from './providers.ts'
import { serveDoor } from './serving.ts'
import { isSetupOpen, setUp } from './setup.ts'
import { signInWithPasskey, signInWithPassword } from './sign-in.ts'

/** What nobody needs to be somebody for. */
export function doorRoutes(app: FastifyInstance, identity: Identity): void {
  serveDoor(app, identity, routes.setupState, async () => ({
    status: 200,
    body: { isOpen: await isSetupOpen(identity) },
  }))
  serveDoor(app, identity, routes.setup, ({ body, whence }) => setUp(identity, body, whence))
  serveDoor(app, identity, routes.signInWithPassword, ({ body, ...from }) =>
    signInWithPassword(identity, body, from),
  )
  serveDoor(app, identity, routes.passkeyChallenge, async () => ({
    status: 200,
    body: await beginAssertion(identity, null),
  }))
  serveDoor(app, identity, routes.signInWithPasskey, ({ body, ...from }) =>
    signInWithPasskey(identity, body, from),
  )
  serveDoor(app, identity, routes.startProvider, ({ params, query, token }) =>
    startProvider(identity, {
      tenant: params['tenant'] ?? '',
      linkFor: query.link === undefined ? undefined : token,
    }),
  )
  serveDoor(app, identity, routes.finishProvider, ({ request, token, whence }) => {
    const flow = readCookie(request.headers, flowCookie)
    return finishProvider(identity, { url: request.url, flow, token, whence })
  })
  serveDoor(app, identity, routes.lookAtInvitation, ({ body }) =>
    lookAtInvitation(identity, body.token),
  )
  serveDoor(app, identity, routes.acceptInvitation, ({ body, ...from }) =>
    acceptInvitation(identity, body, from),
  )
}
