// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import type { ChainAround } from './around.ts'
import { servedBills } from './bills.ts'
import { servedConcerns } from './concerns.ts'
import { servedToCustomers } from './customers/routes.ts'
import { servedEvents } from './events.ts'
import { KeptChains } from './kept.ts'
import { servedOverview } from './overview.ts'
import { servedRemote } from './remote.ts'
import { servedReviewing } from './reviewing.ts'
import { servedRounds } from './round.ts'
import { servedSending } from './sending.ts'
import { servedSupplier } from './supplier-routes.ts'

/** Those who deliver to the organisation: weighed, asked, let in; and their own side of it. */
export async function servedChain(app: FastifyInstance, around: ChainAround): Promise<void> {
  const kept = new KeptChains(around.storage, around.clock)
  servedOverview(app, around, kept)
  servedSending(app, around)
  servedRounds(app, around, kept)
  servedConcerns(app, around)
  servedEvents(app, around)
  servedBills(app, around)
  servedReviewing(app, around)
  await servedRemote(app, around, kept)
  await servedSupplier(app, around)
  servedToCustomers(app, around)
}
