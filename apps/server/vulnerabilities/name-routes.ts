// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { routes as declared } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { newId } from '../http/ids.ts'
import { serveRoute } from '../http/route.ts'
import { entryAlone } from '../sources/accept.ts'
import { forgetFollowing } from './following.ts'
import { ownNames } from './names.ts'
import type { Vulnerabilities } from './service.ts'
import { storeCatalogue } from './store.ts'

/** What is named otherwise is recognised otherwise: everything is held against everything again. */
export function nameRoutes(app: FastifyInstance, service: Vulnerabilities): void {
  const { storage, clock } = service.around
  serveRoute(app, declared.getMatchingNames, { clock }, async ({ caller }) => {
    const { names, at } = await storage.read(caller.tenant, ownNames)
    return { status: 200, body: { ...names, at } }
  })
  serveRoute(app, declared.setMatchingNames, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const at = clock()
    const text = JSON.stringify(body)
    const digest = createHash('sha256').update(text).digest('hex')
    const row = {
      name: 'names',
      digest,
      asOf: at,
      bytes: gzipSync(text),
      counters: {},
      at,
    } as const
    await storage.write(tenant, async (db) => {
      await storeCatalogue(db, row)
      await forgetFollowing(db)
    })
    const payload = { what: 'matching-names', sha256: digest }
    await storage.apply(tenant, entryAlone(newId(at), 'changed', actor.person, payload))
    await service.followSoon(tenant)
    return { status: 200, body: { ...body, at } }
  })
}
