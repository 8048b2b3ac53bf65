// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Storage } from '../storage/storage.ts'
import { type Answer, no, send } from './answer.ts'
import { callerOf } from './guard.ts'
import { checkpointAnswer, keysAnswer, tileAnswer } from './log-answers.ts'
import { mayReadLog } from './policy.ts'

/**
 * The log as C2SP tlog-tiles has it, read-only, for people who oversee everything and for tokens
 * that speak for them. Tools without either get a link: `followers/`.
 */
export function logRoutes(
  app: FastifyInstance,
  { storage, clock }: { readonly storage: Storage; readonly clock: () => string },
): void {
  const judged = (request: FastifyRequest, answer: (tenant: string) => Promise<Answer>) => {
    const { actor, tenant } = callerOf(request)
    return mayReadLog(actor, clock()) ? answer(tenant) : no('not-permitted')
  }
  app.get('/api/v1/log/checkpoint', async (request, reply) =>
    send(reply, await judged(request, (tenant) => checkpointAnswer(storage, tenant))),
  )
  app.get('/api/v1/log/keys', async (request, reply) =>
    send(reply, await judged(request, (tenant) => keysAnswer(storage, tenant))),
  )
  app.get<{ Params: { '*': string } }>('/api/v1/log/tile/*', async (request, reply) => {
    const rest = request.params['*']
    return send(reply, await judged(request, (tenant) => tileAnswer(storage, tenant, rest)))
  })
}
