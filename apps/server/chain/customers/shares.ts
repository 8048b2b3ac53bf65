// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { customers } from '@schouw/core/chain'
import { lines } from '@schouw/core/losses'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { isId } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import { organisationName, recordsOf, textOf } from '../../reading/around.ts'
import type { Database } from '../../storage/dialect.ts'
import type { ChainAround } from '../around.ts'
import { stateOf } from '../links.ts'
import { looksOf, shareLine } from './overview.ts'
import { packOf, summaryOf } from './pack.ts'
import { requirementIds } from './registers.ts'
import { trustFacts } from './shown.ts'
import { makeTrustLink, revokeTrustLinks } from './trust-links.ts'

const mostViews = 200

/** A share from the inside: what the customer sees, the link to it, and who looked. */
export function servedShares(app: FastifyInstance, around: ChainAround): void {
  const { clock, storage } = around
  serveRoute(app, routes.trustShare, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const now = clock()
    return storage.read(caller.tenant, async (db) => {
      const facts = await trustFacts(db, now)
      const line = lines.linesOf(facts, 'trust-share').find((one) => one.id === id)
      if (line === undefined) return no('not-found')
      const looks = (await looksOf(db, now)).get(id)
      const organisation = await organisationName(db)
      const shown = customers.trustShown(
        { facts, organisation, requirements: requirementIds },
        line,
      )
      const share = shareLine(line, looks ?? { views: 0, last_view_at: null, has_link: false }, now)
      const links = await linksOf(db, id, now)
      return { status: 200, body: { share, shown, links, views: [...(await viewsOf(db, id))] } }
    })
  })
  serveRoute(app, routes.makeTrustLink, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const now = clock()
    return storage.write(caller.tenant, async (db) => {
      const share = (await recordsOf(db, 'trust-share', [id])).get(id)
      const expiresAt = textOf(share?.values, 'shared_until') ?? ''
      if (share === undefined || share.retired !== null) return no('not-found')
      // What is not shared has nothing to show behind a link.
      if (share.state !== 'shared' || expiresAt <= now) return no('illegal-transition')
      const { tenant, actor } = caller
      const made = { tenant, share: id, by: actor.person, now, expiresAt }
      const { token, code } = await makeTrustLink(db, made)
      const link = `${around.linkOrigin()}/trust#${token}`
      const headers = { 'cache-control': 'no-store' }
      return { status: 201, body: { link, code, expires_at: expiresAt }, headers }
    })
  })
  serveRoute(app, routes.revokeTrustLinks, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    const isDone =
      isId(id) && (await storage.write(caller.tenant, (db) => revokeTrustLinks(db, id, clock())))
    return isDone ? { status: 204 } : no('not-found')
  })
  serveRoute(app, routes.trustPack, { clock }, async ({ caller, params, query }) => {
    const id = params['id'] ?? ''
    return isId(id) ? packOf(around, caller.tenant, { share: id, ...query }) : no('not-found')
  })
  serveRoute(app, routes.trustSummary, { clock }, async ({ caller, params, query }) => {
    const id = params['id'] ?? ''
    return isId(id) ? summaryOf(around, caller.tenant, { share: id, ...query }) : no('not-found')
  })
}

async function linksOf(db: Database, share: string, now: string) {
  const rows = await db
    .selectFrom('trust_links')
    .select(['id', 'made_at', 'expires_at', 'revoked_at'])
    .where('share', '=', share)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, state: stateOf(row, now) },
    ...{ made_at: row.made_at, expires_at: row.expires_at },
  }))
}

function viewsOf(db: Database, share: string) {
  return db
    .selectFrom('trust_views')
    .select(['at', 'what'])
    .where('share', '=', share)
    .orderBy('at', 'desc')
    .limit(mostViews)
    .execute()
}
