// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import type { MailHealth } from '../mail/send.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import type { Figures } from './figures.ts'
import { askCancel } from './runs.ts'

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

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function servedJobs(app: FastifyInstance, options: JobRouteOptions): void {
  const { storage, clock, background } = options
  serveRoute(app, routes.getJob, { clock }, async ({ caller, params }) => {
    const found = await storage.read(caller.tenant, (db) => runFor(db, params['id'], caller))
    return found ?? no('not-found')
  })
  serveRoute(app, routes.cancelJob, { clock }, ({ caller, params }) =>
    storage.write(caller.tenant, async (db) => {
      const id = params['id'] ?? ''
      if ((await runFor(db, id, caller)) === undefined) return no('not-found')
      await askCancel(db, id, clock())
      return (await runFor(db, id, caller)) ?? no('not-found')
    }),
  )
  serveRoute(app, routes.getHealth, { clock }, async () => {
    const figures = await background?.figures()
    const mail = background?.mailHealth()
    return { status: 200, body: healthOf(figures, mail) }
  })
}

/** Undefined for a job that is not there, or that is no business of whoever asks. */
async function runFor(
  db: Database,
  id: string | undefined,
  { actor }: Caller,
): Promise<Answer | undefined> {
  if (id === undefined || !uuid.test(id)) return undefined
  const row = await db.selectFrom('job_runs').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  if (row.asked_by !== actor.person && !actor.roles.includes('ciso')) return undefined
  const { tenant: _, steps_done: done, steps_total: total, ...rest } = row
  const progress = done === null || total === null ? null : { done, total }
  return { status: 200, body: { ...rest, progress } }
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
