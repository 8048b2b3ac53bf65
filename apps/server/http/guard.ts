// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural } from '@schouw/contract'
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
export function guard(
  app: FastifyInstance,
  authenticate: Authenticate,
  onKnown: (request: FastifyRequest) => void,
): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config?.isPublic === true) return
    const { headers, method } = request
    const caller = await authenticate({ headers, method })
    if (caller === undefined) throw new Refused('not-signed-in')
    onKnown(request)
    if (!isInScope(caller, request)) throw new Refused('scope-missing')
    request.caller = caller
  })
}

/** The one wall that a narrowed token meets, before any route of the organisation. */
function isInScope({ scopes }: Caller, { method, params }: FastifyRequest): boolean {
  if (scopes === undefined) return true
  const isRead = method === 'GET' || method === 'HEAD'
  if (!(isRead ? scopes.read : scopes.write)) return false
  if (scopes.kinds === null) return true
  // What belongs to no register tells of all of them.
  const plural = (params as Readonly<Record<string, string>> | undefined)?.['plural']
  const kind = plural === undefined ? undefined : kindOfPlural(plural)
  return kind !== undefined && scopes.kinds.includes(kind)
}

export function callerOf({ caller }: FastifyRequest): Caller {
  // The guard has let it through, so this is a route that was declared public by mistake.
  if (caller === null) throw new Error('a route asks who it is and was declared public')
  return caller
}
