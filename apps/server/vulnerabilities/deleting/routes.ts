// SPDX-License-Identifier: EUPL-1.2
import { routes as declared } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { serveRoute } from '../../http/route.ts'
import type { Vulnerabilities } from '../service.ts'
import { deleteAdvisory } from './delete.ts'
import { deletionRows } from './rows.ts'

export function deletionRoutes(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.listAdvisoryDeletions, { clock }, async ({ caller }) => {
    const items = await storage.read(caller.tenant, deletionRows)
    return { status: 200, body: { items } }
  })
  serveRoute(app, declared.deleteAdvisory, { clock }, async ({ caller, body }) => {
    const { document, reason, is_kept: isKept } = body
    const { tenant, actor } = caller
    const deleting = { tenant, by: actor.person, document, reason, isKept }
    const deleted = await deleteAdvisory(around, deleting)
    return deleted === undefined ? no('not-found') : { status: 201, body: deleted }
  })
}
