// SPDX-License-Identifier: EUPL-1.2
import { provingRoutes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import type { Proving } from './around.ts'
import { layersOf } from './layers.ts'

/** What stands outside our own reach, told to whoever oversees. */
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
}
