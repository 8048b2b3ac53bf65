// SPDX-License-Identifier: EUPL-1.2
import { routes as declared } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { entryProof } from '../http/entry-proof.ts'
import { serveRoute } from '../http/route.ts'
import { assetsWith, linesOf } from './lines.ts'
import type { Vulnerabilities } from './service.ts'
import { isInTrail, trailOf } from './trail.ts'

export function trailRoutes(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.vulnerabilityTrail, { clock }, async ({ caller, query }) => {
    const { subject, weakness } = query
    const assets = await storage.read(caller.tenant, (db) => assetsWith(db, [subject]))
    const asked = { storage, caller, now: clock(), assets, withCleared: true }
    const told = await linesOf(asked)
    const isSeen = told.assets.has(subject) || told.software.has(subject)
    const line = told.lines.find((one) => one.subject === subject && one.weakness === weakness)
    if (!isSeen) return no('not-found')
    const about = { subject, weakness, kev: line?.kev ?? null }
    const items = await storage.read(caller.tenant, (db) => trailOf(db, about))
    return items.length === 0 ? no('not-found') : { status: 200, body: { items } }
  })
  serveRoute(app, declared.vulnerabilityProof, { clock }, async ({ caller, params }) => {
    const { entry = '' } = params
    if (!/^\d{1,15}$/.test(entry)) return no('not-found')
    const { tenant } = caller
    const index = Number(entry)
    const isOurs = await storage.read(tenant, (db) => isInTrail(db, index))
    if (!isOurs) return no('not-found')
    // Digests and identifiers: there is nothing of anybody in it.
    const proven = await entryProof({ storage, tenant, index, isShown: () => true })
    return proven === undefined ? no('proof-not-ready') : { status: 200, body: proven.body }
  })
}
