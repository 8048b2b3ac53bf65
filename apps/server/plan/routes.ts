// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { planRoutes } from '@schouw/contract'
import { plan } from '@schouw/core/board'
import type { FastifyInstance } from 'fastify'
import { no, send } from '../http/answer.ts'
import { Refused } from '../http/problems.ts'
import { registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { planFile } from './export.ts'
import { feedOf } from './feed.ts'
import { createLink, endLink, listLinks } from './links.ts'

export interface PlanOptions {
  readonly storage: Storage
  readonly clock: () => string
  readonly origin: () => string
}

const feedPath = '/api/v1/calendar/feeds'

/** The plan for people, and the days of one of them for a calendar. */
export function servedPlan(app: FastifyInstance, options: PlanOptions): void {
  const { storage, clock } = options
  serveRoute(app, planRoutes.plan, { clock }, async ({ caller, query }) => {
    const { kindsOfPlan: kinds, planOf } = plan
    const read = await registersRead({ storage, caller, kinds, asOf: query.as_of, now: clock() })
    if ('refused' in read) return read.refused
    const { records, today } = read.facts
    return { status: 200, body: { ...read.moment, plan: planOf({ records, today }) } }
  })
  serveRoute(app, planRoutes.exportPlan, { clock }, async ({ caller, query }) => {
    const { as_of: asOf, format, language = 'nl' } = query
    const kinds = [...plan.kindsOfPlan, 'person'] as const
    const read = await registersRead({ storage, caller, kinds, asOf, now: clock() })
    if ('refused' in read) return read.refused
    const { records, today } = read.facts
    const named = (kind: 'person' | 'organisation') =>
      (records[kind] ?? []).map(({ id, values }) => [id, String(values['name'] ?? '')] as const)
    const names = new Map(named('person'))
    const taken = {
      plan: plan.planOf({ records, today }),
      organisation: named('organisation')[0]?.[1] ?? '',
      today,
      nameOf: (id: string) => names.get(id) ?? '…',
    }
    return planFile(taken, { format, language })
  })
  linked(app, options)
  fed(app, options)
}

function linked(app: FastifyInstance, { storage, clock }: PlanOptions): void {
  serveRoute(app, planRoutes.listCalendarLinks, { clock }, async ({ caller }) => {
    const { account } = caller
    const items =
      account === undefined ? [] : await storage.read(caller.tenant, (db) => listLinks(db, account))
    return { status: 200, body: { items } }
  })
  serveRoute(app, planRoutes.createCalendarLink, { clock }, async ({ caller, body }) => {
    const { account, tenant, actor } = caller
    // A link of a token would outlive it.
    if (account === undefined || caller.token !== undefined) return no('not-permitted')
    const asked = { tenant, account, person: actor.person, language: body.language, now: clock() }
    const made = await storage.write(tenant, (db) => createLink(db, asked))
    if (made === undefined) return no('too-many-followers')
    const { token, ...link } = made
    return { status: 201, body: { ...link, path: `${feedPath}/${token}` } }
  })
  serveRoute(app, planRoutes.endCalendarLink, { clock }, async ({ caller, params }) => {
    const { account, tenant } = caller
    const { id = '' } = params
    if (account === undefined || !isId(id)) return no('not-found')
    const isEnded = await storage.write(tenant, (db) => endLink(db, { id, account, now: clock() }))
    return isEnded ? { status: 204 } : no('not-found')
  })
}

/** Calendars look every few hours; a machine that guesses or hammers is slowed here already. */
const looksPerMinute = 30
const freshSeconds = 900

function fed(app: FastifyInstance, { storage, clock, origin }: PlanOptions): void {
  const consume = app.createRateLimit({ max: looksPerMinute, timeWindow: '1 minute' })
  app.get<{ Params: { token: string } }>(
    `${feedPath}/:token`,
    { config: { isPublic: true } },
    async (request, reply) => {
      const limit = await consume(request)
      if (!limit.isAllowed && limit.isExceeded) {
        reply.header('retry-after', String(limit.ttlInSeconds))
        throw new Refused('too-many-requests')
      }
      const text = await feedOf(request.params.token, { storage, origin, now: clock() })
      if (text === undefined) return send(reply, no('not-found'))
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
      const headers = { etag: tag, 'cache-control': `private, max-age=${freshSeconds}` }
      if (request.headers['if-none-match'] === tag) return send(reply, { status: 304, headers })
      const type = 'text/calendar; charset=utf-8'
      return send(reply, { status: 200, headers, type, body: text })
    },
  )
}
