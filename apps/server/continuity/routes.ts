// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { continuityOf, kindsOfContinuity } from '@schouw/core/board/continuity'
import type { FastifyInstance } from 'fastify'
import { registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { readReports } from './reports.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** Continuity from the registers that the reader may see, and reports of backup software. */
export function servedContinuity(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  serveRoute(app, routes.continuity, { clock }, async ({ caller, query }) => {
    const now = clock()
    const asked = { storage, caller, kinds: kindsOfContinuity, asOf: query.as_of, now }
    const found = await registersRead(asked)
    if ('refused' in found) return found.refused
    const { records, today } = found.facts
    const { as_of, hidden } = found.moment
    // On an earlier day a copy is as old as it was at the end of that day.
    const at = query.as_of === undefined ? now : `${today}T23:59:59.999Z`
    const continuity = continuityOf({ records, now: at < now ? at : now, today })
    return { status: 200, body: { as_of, now, today, hidden, continuity } }
  })
  serveRoute(app, routes.readBackupReports, { clock }, ({ caller, body }) =>
    readReports(around, caller, body),
  )
}
