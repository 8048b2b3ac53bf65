// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { doorRoutes } from './door-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { organisationRoutes } from './organisations.ts'
import type { Identity } from './ports.ts'

/** Everything about who comes in. */
export function identityRoutes(app: FastifyInstance, identity: Identity): void {
  doorRoutes(app, identity)
  accountRoutes(app, identity)
  memberRoutes(app, identity)
  organisationRoutes(app, identity)
}
