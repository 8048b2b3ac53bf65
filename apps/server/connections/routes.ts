// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { KindName } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { networkOf } from './network.ts'
import { seenIn } from './reading.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const kinds: readonly KindName[] = ['asset', 'site', 'zone', 'conduit', 'crown-jewel', 'process']

/** Who talks to whom, as far as the reader may see the registers it is held against. */
export function servedConnections(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, routes.getNetwork, { clock }, async ({ caller, query }) => {
    const read = await registersRead({ storage, caller, kinds, asOf: undefined, now: clock() })
    if ('refused' in read) return read.refused
    const seen = await storage.read(caller.tenant, (db) => seenIn(db, query.site))
    return { status: 200, body: networkOf(read.facts, seen, query.site) }
  })
}
