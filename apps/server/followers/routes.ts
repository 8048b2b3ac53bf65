// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no, send } from '../http/answer.ts'
import { checkpointAnswer, keysAnswer, keysOf, tileAnswer } from '../http/log-answers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { createFollower, endFollower, followed, listFollowers } from './followers.ts'

export interface FollowerOptions {
  readonly storage: Storage
  readonly clock: () => string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Links for outside tools: made and ended by people, used by whoever has one. */
export function servedFollowers(app: FastifyInstance, options: FollowerOptions): void {
  keeping(app, options)
  following(app, options)
}

function keeping(app: FastifyInstance, { storage, clock }: FollowerOptions): void {
  serveRoute(app, routes.listFollowers, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: await storage.read(caller.tenant, listFollowers) },
  }))
  serveRoute(app, routes.createFollower, { clock }, async ({ caller, body: given }) => {
    const { tenant, actor } = caller
    const asked = { tenant, name: given.name, until: given.until, by: actor.person, now: clock() }
    const made = await storage.write(tenant, (db) => createFollower(db, asked))
    if (made === undefined) return no('too-many-followers')
    const { token, ...follower } = made
    const keys = await keysOf(storage, tenant)
    return { status: 201, body: { ...follower, prefix: `${followedPath}/${token}`, keys } }
  })
  serveRoute(app, routes.endFollower, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    const isEnded =
      uuid.test(id) && (await storage.write(caller.tenant, (db) => endFollower(db, id, clock())))
    return isEnded ? { status: 204 } : no('not-found')
  })
}

const followedPath = '/api/v1/log/followed'

/** As C2SP tlog-tiles has it: the link is the prefix, so that any tool can be given it. */
function following(app: FastifyInstance, { storage, clock }: FollowerOptions): void {
  const config = { isPublic: true } as const
  const under = async (token: string, answer: (tenant: string) => Promise<Answer>) => {
    const tenant = await followed(storage, token, clock())
    return tenant === undefined ? no('not-found') : answer(tenant)
  }
  app.get<{ Params: { token: string } }>(
    `${followedPath}/:token/checkpoint`,
    { config },
    async (request, reply) =>
      send(reply, await under(request.params.token, (tenant) => checkpointAnswer(storage, tenant))),
  )
  app.get<{ Params: { token: string } }>(
    `${followedPath}/:token/keys`,
    { config },
    async (request, reply) =>
      send(reply, await under(request.params.token, (tenant) => keysAnswer(storage, tenant))),
  )
  app.get<{ Params: { token: string; '*': string } }>(
    `${followedPath}/:token/tile/*`,
    { config },
    async (request, reply) => {
      const { token, '*': rest } = request.params
      return send(reply, await under(token, (tenant) => tileAnswer(storage, tenant, rest)))
    },
  )
}
