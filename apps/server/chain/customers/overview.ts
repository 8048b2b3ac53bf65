// SPDX-License-Identifier: EUPL-1.2
import { routes, type ShareLine } from '@schouw/contract'
import { type ChainFacts, customers } from '@schouw/core/chain'
import { lines } from '@schouw/core/losses'
import type { FastifyInstance } from 'fastify'
import { serveRoute } from '../../http/route.ts'
import type { Database } from '../../storage/dialect.ts'
import type { ChainAround } from '../around.ts'
import { questionnaireLines } from './lines.ts'
import { factsFor, requirementIds } from './registers.ts'

/** What customers asked and may see, what they were promised, and what can be shown of each duty. */
export function servedCustomers(app: FastifyInstance, around: ChainAround): void {
  const { clock, storage } = around
  serveRoute(app, routes.customers, { clock }, async ({ caller }) => {
    const read = await factsFor(around, caller)
    if ('refused' in read) return read.refused
    const { facts, moment } = read
    const looks = await storage.read(caller.tenant, (db) => looksOf(db, clock()))
    const body = {
      ...moment,
      questionnaires: [...questionnaireLines(facts)],
      shares: [...shareLines(facts, looks, clock())],
      promises: [...customers.promisesOf(facts)],
      showing: [...customers.showingOf(facts, requirementIds)],
    }
    return { status: 200, body }
  })
}

export interface Looks {
  readonly views: number
  readonly last_view_at: string | null
  readonly has_link: boolean
}

/** By share: how often it was looked at, and whether a link to it works. */
export async function looksOf(db: Database, now: string): Promise<ReadonlyMap<string, Looks>> {
  const views = await db
    .selectFrom('trust_views')
    .select((eb) => ['share', eb.fn.countAll<number>().as('count'), eb.fn.max('at').as('last')])
    .where('what', '!=', 'code_refused')
    .groupBy('share')
    .execute()
  const links = await db
    .selectFrom('trust_links')
    .select('share')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const open = new Set(links.map(({ share }) => share))
  const found = new Map<string, Looks>()
  for (const share of open) found.set(share, { views: 0, last_view_at: null, has_link: true })
  for (const { share, count, last } of views) {
    const seen = { views: Number(count), last_view_at: last, has_link: open.has(share) }
    found.set(share, seen)
  }
  return found
}

const never: Looks = { views: 0, last_view_at: null, has_link: false }

export function shareLines(
  facts: ChainFacts,
  looks: ReadonlyMap<string, Looks>,
  now: string,
): readonly ShareLine[] {
  return lines
    .linesOf(facts, 'trust-share')
    .map((one) => shareLine(one, looks.get(one.id) ?? never, now))
    .toSorted((a, b) => (a.shared_until < b.shared_until ? 1 : -1))
}

export function shareLine(one: lines.Line, looks: Looks, now: string): ShareLine {
  const until = one.text('shared_until') ?? ''
  return {
    ...{ id: one.id, name: one.text('name') ?? '', party_name: one.text('party_name') ?? '' },
    ...{ state: one.state, shared_until: until, is_over: until <= now },
    ...looks,
  }
}
