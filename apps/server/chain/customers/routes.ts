// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import type { ChainAround } from '../around.ts'
import { servedAnswering } from './answering.ts'
import { servedBringing } from './bringing.ts'
import { servedFilling } from './filling.ts'
import { servedCustomers } from './overview.ts'
import { servedShares } from './shares.ts'
import { servedTrust } from './trust.ts'

/** What customers ask, what they are answered, and what they may see. */
export function servedToCustomers(app: FastifyInstance, around: ChainAround): void {
  servedCustomers(app, around)
  servedBringing(app, around)
  servedAnswering(app, around)
  servedFilling(app, around)
  servedShares(app, around)
  servedTrust(app, around)
}
