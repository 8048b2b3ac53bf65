// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answer, no } from '../../http/answer.ts'
import { Refused } from '../../http/problems.ts'
import { serveRoute } from '../../http/route.ts'
import { digestOf } from '../../identity/secrets.ts'
import { Bounds } from '../../report-points/bounds.ts'
import type { Database } from '../../storage/dialect.ts'
import type { TenantId } from '../../storage/session.ts'
import type { ChainAround } from '../around.ts'
import { packOf } from './pack.ts'
import { shownTo } from './shown.ts'
import { noteView, openTrustLink, type TrustLink, trustTenant } from './trust-links.ts'

const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

interface Given {
  readonly token: string
  readonly code: string
}

/**
 * What a customer sees with a link and its code. No session is looked at and none is made. Whatever
 * is wrong (link, code, day, drawn back) is answered the same.
 */
export function servedTrust(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock } = around
  const asking = new Bounds({ most: 60, perMinute: 60 })
  const perLink = new Bounds({ most: 20, perMinute: 10 })
  const admit = async (request: FastifyRequest) => {
    if (!asking.pass(request.ip, performance.now())) {
      throw new Refused('too-many-requests', { waitSeconds: 30 })
    }
  }
  const behind = async (
    { token, code }: Given,
    work: (db: Database, link: TrustLink, tenant: TenantId) => Promise<Answer>,
  ): Promise<Answer> => {
    const tenant = trustTenant(token)
    if (tenant === undefined) return no('link-refused')
    if (!perLink.pass(Buffer.from(digestOf(token)).toString('base64'), performance.now())) {
      return no('too-many-requests', { waitSeconds: 60 })
    }
    return storage.write(tenant, async (db) => {
      const link = await openTrustLink(db, { token, code, now: clock() })
      return link === undefined ? no('link-refused') : work(db, link, tenant)
    })
  }
  serveRoute(app, routes.openTrust, { clock, admit }, ({ body }) =>
    behind(body, async (db, link) => {
      const now = clock()
      const shown = await shownTo(db, link.share, now)
      if (shown === undefined) return no('link-refused')
      await noteView(db, link, 'shown', now)
      return { status: 200, body: shown, headers }
    }),
  )
  serveRoute(app, routes.downloadTrust, { clock, admit }, async ({ body }) => {
    const seen: { tenant?: TenantId; share?: string } = {}
    const checked = await behind(body, async (db, link, tenant) => {
      const now = clock()
      if ((await shownTo(db, link.share, now)) === undefined) return no('link-refused')
      // Written down first: what is on its way out was asked for.
      await noteView(db, link, 'downloaded', now)
      seen.tenant = tenant
      seen.share = link.share
      return { status: 200 }
    })
    if (seen.tenant === undefined || seen.share === undefined) return checked
    const { language } = body
    const made = await packOf(around, seen.tenant, { share: seen.share, language })
    return 'no' in made ? made : { ...made, headers: { ...made.headers, ...headers } }
  })
}
