// SPDX-License-Identifier: EUPL-1.2
import { isMedia, type Route } from '@schouw/contract'
import { type Actor, kinds, may } from '@schouw/core/registers'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answer, no, send } from './answer.ts'
import type { Caller } from './caller.ts'
import { callerOf } from './guard.ts'
import { type ProblemCode, Refused } from './problems.ts'
import { isSteppedUp } from './step-up.ts'

/** What a schema of the contract gives, by the member in which its library keeps that. */
type Read<Shape> = Shape extends { readonly _zod: { readonly output: infer Out } } ? Out : undefined

/** A request, as far as its declaration vouches for it. */
export interface Asked<Declared extends Route> {
  /** Null on a public route, and on one that is about the account. */
  readonly caller: Declared['who'] extends 'public' | 'account' ? null : Caller
  readonly params: Readonly<Record<string, string>>
  readonly query: Read<Declared['query']>
  readonly body: Read<Declared['body']>
  readonly request: FastifyRequest
}

interface Serving {
  readonly clock: () => string
  /** Of an open route: throws before query and body are looked at. */
  readonly admit?: (request: FastifyRequest) => Promise<void>
}

/**
 * Serves a declared route: who may, the query and the body are judged by the declaration before the
 * handler sees anything. A body that is no JSON is left on the request for the handler to stream.
 */
export function serveRoute<const Declared extends Route>(
  app: FastifyInstance,
  route: Declared,
  { clock, admit }: Serving,
  handle: (asked: Asked<Declared>) => Promise<Answer>,
): void {
  // Whose session it is, a route about the account finds out itself.
  const isOpen = route.who === 'public' || route.who === 'account'
  app.route<{ Params: Record<string, string> }>({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(route.bodyBytes === undefined ? {} : { bodyLimit: route.bodyBytes }),
    config: {
      ...(isOpen ? { isPublic: true } : {}),
      ...(route.body !== undefined && isMedia(route.body) ? { isStreamed: true } : {}),
    },
    handler: async (request, reply) => {
      const caller = isOpen ? null : callerOf(request)
      if (caller !== null && !isAllowed(route.who, caller.actor, clock())) {
        return send(reply, no('not-permitted'))
      }
      if (caller !== null && route.isSensitive === true && !isSteppedUp(caller, clock())) {
        return send(reply, no('step-up-needed'))
      }
      await admit?.(request)
      const query = read(route.query, request.query, 'query-refused')
      const body = read(route.body, request.body, 'body-refused')
      const asked = { caller, params: request.params, query, body, request }
      return send(reply, await handle(asked as Asked<Declared>))
    },
  })
}

/** A role that is held for a time is held here as long as it is in the registers. */
function isAllowed(who: Route['who'], actor: Actor, now: string): boolean {
  if (typeof who === 'string') return true
  const roles = actor.roles.filter((role) => who.includes(role))
  if (roles.length === 0) return false
  const judged = may({ actor: { ...actor, roles }, action: 'read', kind: kinds.organisation, now })
  return judged.allowed || judged.because !== 'time_box'
}

function read(shape: Route['body'], given: unknown, code: ProblemCode): unknown {
  if (shape === undefined || isMedia(shape)) return undefined
  const parsed = shape.safeParse(given ?? undefined)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, code: fault, ...issue }) => ({
    code: fault,
    path: path.map((part) => `/${String(part)}`).join(''),
    ...('expected' in issue ? { expected: issue.expected } : {}),
  }))
  throw new Refused(code, { errors })
}
