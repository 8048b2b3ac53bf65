// SPDX-License-Identifier: EUPL-1.2
import { provingRoutes, readMoment } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import type { Proving } from './around.ts'
import { layersOf } from './layers.ts'
import { momentOf } from './moment.ts'

/** What stands outside our own reach, and what a view of another day rests on. */
export function servedProving(
  app: FastifyInstance,
  around: {
    readonly storage: Storage
    readonly clock: () => string
    readonly proving: Proving | undefined
  },
): void {
  serveRoute(app, provingRoutes.layers, around, async ({ caller }) => ({
    status: 200,
    body: await layersOf(caller.tenant, around),
  }))
  serveRoute(app, provingRoutes.moment, around, async ({ caller, query }) => {
    const when = readMoment(query.as_of)
    const wrong = (code: 'query-refused' | 'moment-ahead') =>
      no(code, { errors: [{ code, path: '/as_of' }] })
    if (when === undefined) return wrong('query-refused')
    const found = await momentOf(around.storage, caller.tenant, when)
    return found === undefined ? wrong('moment-ahead') : { status: 200, body: found }
  })
}
