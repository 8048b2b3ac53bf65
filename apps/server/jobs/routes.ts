// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { serveRoute } from '../http/route.ts'
import type { MailHealth } from '../mail/send.ts'
import type { Storage } from '../storage/storage.ts'
import type { Figures } from './figures.ts'
import { askedToStop, foundWork, shownWork } from './work.ts'

/** What goes on behind the requests, as far as requests ask about it. */
export interface Background {
  readonly figures: () => Promise<Figures>
  mailHealth(): MailHealth
  /** Whether webhooks may go to addresses that are not public. */
  readonly mayReachInside: boolean
  /** There may be work that was just written. */
  wake(): void
}

export interface JobRouteOptions {
  readonly storage: Storage
  readonly clock: () => string
  /** Undefined where nothing goes on. */
  readonly background: Background | undefined
}

export function servedJobs(app: FastifyInstance, options: JobRouteOptions): void {
  const { storage, clock, background } = options
  serveRoute(app, routes.listJobs, { clock }, async ({ caller }) => {
    const items = await storage.read(caller.tenant, (db) => shownWork(db, caller, clock()))
    return { status: 200, body: { items } }
  })
  serveRoute(app, routes.getJob, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    const found = await storage.read(caller.tenant, (db) => foundWork(db, caller, id, clock()))
    return found === undefined ? no('not-found') : { status: 200, body: found }
  })
  serveRoute(app, routes.cancelJob, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    const found = await storage.write(caller.tenant, (db) => askedToStop(db, caller, id, clock()))
    return found === undefined ? no('not-found') : { status: 200, body: found }
  })
  serveRoute(app, routes.getHealth, { clock }, async () => {
    const figures = await background?.figures()
    const mail = background?.mailHealth()
    return { status: 200, body: healthOf(figures, mail) }
  })
}

function healthOf(figures: Figures | undefined, mail: MailHealth | undefined) {
  if (figures === undefined) return { jobs: null, mail: null }
  const { written, queued, active, givenUp, oldestSeconds } = figures
  return {
    jobs: {
      waiting: queued.reduce((sum, { count }) => sum + count, written),
      active,
      given_up: givenUp,
      oldest_seconds: oldestSeconds,
    },
    mail: {
      state: mail?.state ?? 'unknown',
      code: mail?.code ?? null,
      waiting: figures.mailWaiting,
      oldest_seconds: figures.oldestMailSeconds,
      failed_this_week: figures.mailFailed,
    },
  }
}
