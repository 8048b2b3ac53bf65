// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural, type Operation, type OperationName, operations } from '@schouw/contract'
import { kinds, may } from '@schouw/core/registers'
import { matters } from '@schouw/core/registers/bodies'
import type { FastifyInstance } from 'fastify'
import type { Storage } from '../../storage/storage.ts'
import { type Answer, no, send } from '../answer.ts'
import { callerOf } from '../guard.ts'
import { isSteppedUp } from '../step-up.ts'
import type { Call } from './call.ts'
import { history, proof } from './history.ts'
import { get, list, pending } from './read.ts'
import { approve, change, create, decline, move, reinstate, retire } from './write.ts'

const handlers: Readonly<Record<OperationName, (call: Call) => Promise<Answer>>> = {
  list,
  create,
  get,
  change,
  move,
  retire,
  reinstate,
  approve,
  decline,
  pending,
  history,
  proof,
}

/** One route an operation, for all registers: which one is meant is in the path. */
export function registerRoutes(
  app: FastifyInstance,
  { storage, clock }: { readonly storage: Storage; readonly clock: () => string },
): void {
  for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) {
    const { method, path, action, isFor } = operation
    app.route<{ Params: { plural: string; id?: string }; Querystring: Record<string, unknown> }>({
      method,
      url: `/api/v1/:plural${path.replace('{id}', ':id')}`,
      handler: async (request, reply) => {
        const { plural, id = '' } = request.params
        const kindName = kindOfPlural(plural)
        const kind = kindName === undefined ? undefined : kinds[kindName]
        if (kind === undefined || isFor?.(kind) === false) return send(reply, no('not-found'))
        const caller = callerOf(request)
        const now = clock()
        const permission = may({ actor: caller.actor, action, kind, now })
        // What the board has handed on is a power of a person, not of a role: the step judges it.
        const isForBoard = name === 'approve' && Object.hasOwn(matters, kind.name)
        const reads = may({ actor: caller.actor, action: 'read', kind, now }).allowed
        const mayHold = !permission.allowed && isForBoard && reads
        const because = permission.allowed ? 'role' : permission.because
        const errors = [{ code: 'not-permitted', action, because }]
        const barred = no('not-permitted', { errors })
        if (!permission.allowed && !mayHold) return send(reply, barred)
        if (operation.isSensitive === true && !isSteppedUp(caller, now)) {
          return send(reply, no('step-up-needed'))
        }
        const answer = await handlers[name]({
          storage,
          caller,
          kind,
          id,
          query: request.query,
          body: request.body,
          headers: request.headers,
          target: `${method} ${request.url.split('?')[0]}`,
          now,
        })
        const isRefused = 'no' in answer && answer.no !== 'out-of-order'
        return send(reply, mayHold && isRefused ? barred : answer)
      },
    })
  }
}
