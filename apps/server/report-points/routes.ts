// SPDX-License-Identifier: EUPL-1.2
import { reportPointRoutes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { digestOf } from '../identity/secrets.ts'
import { organisationLanguage, organisationName } from '../reading/around.ts'
import { Bounds } from './bounds.ts'
import { endPoint, listPoints, makePoint, type OpenPoint, openedPoint } from './points.ts'
import { posterAnswer } from './poster.ts'
import { type Around, followed, reported } from './reports.ts'

interface Serving extends Around {
  /** Where people reach the server. */
  readonly origin: () => string
}

/** One page for whoever saw something odd, without an account. */
export function servedReportPoints(app: FastifyInstance, serving: Serving): void {
  keeping(app, serving)
  telling(app, serving)
}

function keeping(app: FastifyInstance, { storage, clock, origin }: Serving): void {
  serveRoute(app, reportPointRoutes.listReportPoints, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: await storage.read(caller.tenant, listPoints) },
  }))
  serveRoute(app, reportPointRoutes.makeReportPoint, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const asked = { tenant, name: body.name, by: actor.person, now: clock() }
    const made = await storage.write(tenant, (db) => makePoint(db, asked))
    if (made === undefined) return no('too-many')
    const { token, ...point } = made
    return { status: 201, body: { ...point, link: linkOf(origin(), token) } }
  })
  serveRoute(app, reportPointRoutes.printReportPoint, { clock }, async ({ caller, body }) => {
    const { token, language } = body
    const open = await openedPoint(storage, token)
    // Of another organisation's link nobody is told that it leads anywhere.
    if (open?.tenant !== caller.tenant) return no('link-refused')
    const organisation = await storage.read(caller.tenant, organisationName)
    const link = linkOf(origin(), token)
    return posterAnswer({ organisation, place: open.point.name, link, language, at: clock() })
  })
  serveRoute(app, reportPointRoutes.endReportPoint, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    const isEnded =
      isId(id) && (await storage.write(caller.tenant, (db) => endPoint(db, id, clock())))
    return isEnded ? { status: 204 } : no('not-found')
  })
}

function linkOf(origin: string, token: string): string {
  return `${origin}/meld#${token}`
}

function telling(app: FastifyInstance, serving: Serving): void {
  const { storage, clock } = serving
  // From one address, as from a hall behind one; and for a whole point, whatever comes from where.
  const perAddress = new Bounds({ most: 40, perMinute: 20 })
  const perPoint = new Bounds({ most: 60, perMinute: 30 })
  const asking = new Bounds({ most: 60, perMinute: 60 })
  const tooMuch = () => no('too-many-requests', { waitSeconds: 60 })
  const under = async (token: string, answer: (open: OpenPoint) => Promise<Answer>) => {
    const open = await openedPoint(storage, token)
    return open === undefined ? no('link-refused') : answer(open)
  }
  serveRoute(app, reportPointRoutes.openReportPoint, { clock }, async ({ body, request }) => {
    if (!asking.pass(request.ip, performance.now())) return tooMuch()
    return under(body.token, async ({ tenant, point }) => {
      const told = await storage.read(tenant, async (db) => {
        return {
          organisation: await organisationName(db),
          language: await organisationLanguage(db),
        }
      })
      return { status: 200, body: { ...told, name: point.name } }
    })
  })
  serveRoute(app, reportPointRoutes.reportSomething, { clock }, async ({ body, request }) => {
    const now = performance.now()
    if (!perAddress.pass(request.ip, now)) return tooMuch()
    // Before the link is looked up: a flood from everywhere costs the database nothing.
    if (!perPoint.pass(Buffer.from(digestOf(body.token)).toString('base64'), now)) return tooMuch()
    return under(body.token, (open) => reported(serving, open, body))
  })
  serveRoute(app, reportPointRoutes.followReport, { clock }, async ({ body, request }) => {
    if (!asking.pass(request.ip, performance.now())) return tooMuch()
    return under(body.token, (open) => followed(serving, open, body.code))
  })
}
