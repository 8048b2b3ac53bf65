// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import { Refused } from './problems.ts'

/** What whoever has a link of a supplier or a customer asks; the pages themselves are no API. */
const behindLinks = /^\/api\/v1\/(?:questionnaire|trust)(?:\/|$)/
const inside = /^\/(?:api|metrics)(?:\/|$)/

/**
 * On the address of links nothing answers but what is behind a link: no sign-in, no register, and so
 * nothing that a session could be used for there.
 */
export function apartOnLinkOrigin(app: FastifyInstance, linkOrigin: string | undefined): void {
  if (linkOrigin === undefined) return
  const { host } = new URL(linkOrigin)
  app.addHook('onRequest', async (request) => {
    if (request.host !== host) return
    const path = request.routeOptions.url ?? ''
    if (inside.test(path) && !behindLinks.test(path)) throw new Refused('not-found')
  })
}
