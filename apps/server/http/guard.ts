// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authenticate, Caller } from './caller.ts'
import { Refused } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** Answers without asking who it is. Every other route refuses strangers. */
    isPublic?: true
    /** Does not count towards the limit of requests. */
    isUnlimited?: true
  }
}

/** Nobody passes without a name, but for routes that say they are public. */
export function guard(app: FastifyInstance, authenticate: Authenticate): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config?.isPublic === true) return
    const caller = await authenticate({ headers: request.headers })
    if (caller === undefined) throw new Refused('not-signed-in')
    request.caller = caller
  })
}

export function callerOf({ caller }: FastifyRequest): Caller {
  // The guard has let it through, so this is a route that was declared public by mistake.
  if (caller === null) throw new Error('a route asks who it is and was declared public')
  return caller
}
